import TeamPlanning

/// Why nobody was signed in.
enum LoginError: CommandError, Equatable {
    /// The token would end in a pipe or a log.
    case nowhereToShow
    /// There is something at the path of the token file.
    case tokenFileTaken(path: String)
    /// The Connection is not known for certain.
    case brokenConnection(file: String, fault: String)
    /// No app key.
    case noClientID(String)
    /// Nothing was pasted.
    case noCode
    /// What was pasted cannot be a code.
    case malformedCode
    /// The page's answer cannot be received at this port.
    case portTaken(Int)
    /// The page's answer did not come.
    case timedOut(redirectURI: String)
    /// The admin said no.
    case denied
    /// The page refused with another error.
    case refused(error: String, description: String?)
    /// The token endpoint gave no refresh token, or none that can be one.
    case noRefreshToken
    /// The grant is for somebody's own account.
    case personalAccount
    /// The grant is for another team than the pinned one.
    case otherTeam(found: String, pinned: String)
    /// The grant has fewer scopes than were asked for.
    case missingScopes([String])
    /// The grant can write, which was not asked for.
    case excessScopes([String])

    var message: String {
        switch self {
        case .nowhereToShow: "the refresh token would be printed to where it stays, since stdout is no terminal"
        case .tokenFileTaken(let path): "there is something at \(path) already, and a token file is never overwritten"
        case .brokenConnection(let file, let fault): "the Connection in \(file) has a fault: \(fault)"
        case .noClientID(let reason): "there is no app key: \(reason)"
        case .noCode: "no code was pasted"
        case .malformedCode: "what was pasted is no code: it holds white space or characters that no code has"
        case .portTaken(let port): "port \(port) of 127.0.0.1 cannot be listened on, so Dropbox's answer cannot arrive"
        case .timedOut(let uri): "no answer that belongs to this login arrived at \(uri) in time"
        case .denied: "access was denied on Dropbox's page"
        case .refused(let error, let description):
            "Dropbox's page refused with \(error)" + (description.map { ": \($0)" } ?? "")
        case .noRefreshToken: "Dropbox granted no refresh token"
        case .personalAccount: "the grant is for somebody's own account and not for a team"
        case .otherTeam(let found, let pinned): "the grant is for the team \(found), and the Connection pins \(pinned)"
        case .missingScopes(let scopes): "the grant lacks \(scopes.joined(separator: " "))"
        case .excessScopes(let scopes): "the grant is to be read-only, but has \(scopes.joined(separator: " "))"
        }
    }

    var nextStep: String {
        switch self {
        case .nowhereToShow: "run it at a terminal, or pass --token-file for a file that only you can read"
        case .tokenFileTaken: "name a path where nothing is, or move what is there"
        case .brokenConnection: "correct it; roster validate shows all faults"
        case .noClientID: "pass the app key of the Dropbox App Console with --client-id, or set DROPBOX_CLIENT_ID"
        case .noCode, .malformedCode: "run roster login again and paste the code alone, as the page shows it"
        case .portTaken: "end what uses the port, pass another --port that is registered for the app, or paste a code"
        case .timedOut: "run roster login again; if the page shows an error, register that redirect URI for the app"
        case .denied: "run roster login again and allow the access, as a team admin"
        case .refused: "check the app in the Dropbox App Console, then run roster login again"
        case .noRefreshToken: "run roster login again, and report it if it happens again"
        case .personalAccount: "sign in to Dropbox as a team admin, with an app that has team scopes; then log in again"
        case .otherTeam: "sign in to Dropbox as an admin of the pinned team, or correct team_id; then log in again"
        case .missingScopes:
            "enable them under Permissions in the Dropbox App Console, and log in again as a team admin"
        case .excessScopes: "use an app of its own for reading, with no other scopes enabled"
        }
    }
}

extension ConnectionManifest {
    /// The connection to sign in with, or out.
    ///
    /// - Throws: ``LoginError/brokenConnection(file:fault:)``
    func known() throws(LoginError) -> Connection {
        if let connection { return connection }
        guard case .broken(let file, let fault, _) = self else { return Connection() }
        throw .brokenConnection(file: file, fault: fault)
    }
}
