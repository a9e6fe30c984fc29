import DropboxAPI
import Reporting

/// What `roster login` says on stderr beside the token.
enum LoginText {
    /// Whom the grant is for, just before the token.
    static func grant(_ grant: GrantInspection.Passed, _ delivery: TokenDelivery) -> String {
        let team: TerminalText = "team:   \(quoted: grant.team.name) (\(grant.team.teamID))"
        let admin: TerminalText = "admin:  \(grant.admin)"
        let scopes = grant.scopes?.joined(separator: " ") ?? "not listed; roster check finds them out"
        let scopeLine: TerminalText = "scopes: \(scopes, limit: TextLimit.sentence)"
        let facts = "\(team.plain)\n\(admin.plain)\n\(scopeLine.plain)\n"
        guard delivery == .terminal else { return facts }
        return facts + "\nThe refresh token, shown this once:\n\n"
    }

    /// What to do with the token.
    static func whatNext(
        _ grant: GrantInspection.Passed,
        _ delivery: TokenDelivery,
        isPinned: Bool
    ) -> String {
        var lines: [String] = []
        switch delivery {
        case .terminal:
            lines.append(
                "\nKeep it where your pipeline keeps secrets, as DROPBOX_REFRESH_TOKEN. roster logout revokes it."
            )
        case .file(let path):
            let line: TerminalText =
                "The refresh token is in \(path, limit: TextLimit.sentence), which only you can read."
            lines.append(line.plain)
        }
        if !isPinned {
            let line: TerminalText = "Pin the team in the Connection: \"team_id\": \"\(grant.team.teamID)\""
            lines.append(line.plain)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A grant that is not handed out was ended.
    static let withdrawn = "The grant was revoked; nothing is left of it.\n"
    /// It could not be.
    static let notWithdrawn =
        "The grant could not be revoked: end the app's access under connected apps in the Dropbox Admin Console.\n"
}
