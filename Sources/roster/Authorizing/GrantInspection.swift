import DropboxAPI
import DropboxProvider

/// Finds out whether a grant is what was asked for, before its token is handed out.
struct GrantInspection: Sendable {
    let authorization: Authorization
    /// What was asked for.
    let scopes: Set<DropboxAPI.Scope>
    /// The team that the Connection pins.
    let pinnedTeamID: String?
    let client: DropboxClient

    /// A grant that may be used.
    struct Passed: Sendable {
        let refreshToken: Secret
        let team: Wire.TeamInfo
        /// The email of the admin who authorised it.
        let admin: String
        /// The scopes; nil when they are not listed.
        let scopes: [String]?
    }

    /// - Throws: ``LoginError``, and `DropboxError` when the team cannot be asked.
    func run() async throws -> Passed {
        guard let token = authorization.refreshToken, token.isHeaderSafe else { throw LoginError.noRefreshToken }
        let answer = try await teamInfo()
        try checkScopes()
        let team = try answer.get()
        if let pinnedTeamID, team.teamID != pinnedTeamID {
            throw LoginError.otherTeam(found: team.teamID, pinned: pinnedTeamID)
        }
        let admin = try await client.authenticatedAdmin()
        return Passed(refreshToken: token, team: team, admin: admin.email, scopes: authorization.scopes?.sorted())
    }

    /// Asks for the team first: to a person's token it is of no use that scopes are named.
    private func teamInfo() async throws -> Result<Wire.TeamInfo, DropboxError> {
        do {
            return .success(try await client.teamInfo())
        } catch let error as DropboxError {
            guard authorization.teamID == nil else { return .failure(error) }
            switch error.code {
            case .badRequest, .accessDenied, .routeAccessDenied, .missingScope, .unauthorized:
                throw LoginError.personalAccount
            default: return .failure(error)
            }
        }
    }

    private func checkScopes() throws(LoginError) {
        guard let granted = authorization.scopes else { return }
        let missing = scopes.map(\.rawValue).filter { !granted.contains($0) }.sorted()
        guard missing.isEmpty else { throw .missingScopes(missing) }
        let excess = ScopeNeeds.writing.subtracting(scopes).map(\.rawValue).filter(granted.contains).sorted()
        guard excess.isEmpty else { throw .excessScopes(excess) }
    }
}
