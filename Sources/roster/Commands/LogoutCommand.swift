import ArgumentParser
import DropboxAPI
import Reporting
import TeamPlanning

/// `roster logout`: ends a grant.
struct LogoutCommand: RosterCommand {
    static let configuration = CommandConfiguration(
        commandName: "logout",
        abstract: "Revoke the refresh token, and the access tokens that came from it.",
        discussion: """
            Revokes the grant that the Connection names, or that of DROPBOX_REFRESH_TOKEN; if DROPBOX_ACCESS_TOKEN is set, \
            the one that this token came from. Every pipeline that uses it stops to work. Then it makes sure that Dropbox no \
            longer accepts the grant. One that is not valid any more is no error.

            Example:
              roster logout
            """
    )

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup(title: "Connection options") var endpoints: EndpointOptions

    func run(_ context: CommandContext) async throws -> CommandStatus {
        let connection = try ConnectionManifest.read(workspace, context: context).connection.known()
        let address = try TeamAddress(connection, options: endpoints, context: context)
        let outcome = try await context.withTransport { transport in
            let progress = Progress(console: context.console)
            let revocation = Revocation {
                DropboxClient(
                    endpoint: address.service,
                    credentials: address.credentials,
                    transport: transport,
                    time: context.timekeeper,
                    observer: { if $0.kind != .tokenRefresh { progress.show($0) } }
                )
            }
            defer { progress.finish() }
            return try await interruptible(context.signals()) { try await revocation.run() }
        }
        guard let outcome else {
            context.console.writeError("interrupted; run roster logout again to make sure that the grant is revoked\n")
            return .interrupted
        }
        try context.print(Self.text(outcome, Self.source(connection, context)))
        if context.variable(TeamAddress.Variable.accessToken) != nil {
            context.console.writeError(
                "note: a refresh token was not looked at, since DROPBOX_ACCESS_TOKEN goes before it\n"
            )
        }
        return .done
    }

    private static func text(_ outcome: Revocation.Outcome, _ source: String) -> String {
        let line: TerminalText
        switch outcome {
        case .alreadyInvalid: line = "nothing to revoke: the grant of \(source) is not valid any more"
        case .revoked(let team?, let admin?):
            line =
                "revoked: the grant of \(source) for the team \(quoted: team.name) (\(team.teamID)), authorised by \(admin)"
        case .revoked(let team?, nil):
            line = "revoked: the grant of \(source) for the team \(quoted: team.name) (\(team.teamID))"
        case .revoked(nil, _): line = "revoked: the grant of \(source)"
        }
        return line.plain + "\n"
    }

    /// Where the token comes from.
    private static func source(_ connection: Connection, _ context: CommandContext) -> String {
        if context.variable(TeamAddress.Variable.accessToken) != nil { return TeamAddress.Variable.accessToken }
        return switch connection.refreshTokenSource {
        case .environment(let name): name
        case .file(let path): path
        }
    }
}
