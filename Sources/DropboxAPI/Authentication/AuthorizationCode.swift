/// A code that an admin got from the authorisation page, to be exchanged for a refresh token (RFC 6749 §4.1.3).
///
/// The proof of who asked for it is the verifier (RFC 7636 §4.5), so that no app secret is sent.
public struct AuthorizationCode: Sendable {
    /// The code itself.
    public let code: Secret
    /// The app key.
    public let clientID: String
    /// What the page's challenge was made from.
    public let verifier: Secret
    /// The redirect URI, if the page was opened with one.
    public let redirectURI: String?

    /// A code for the app `clientID`.
    public init(code: Secret, clientID: String, verifier: Secret, redirectURI: String?) {
        self.code = code
        self.clientID = clientID
        self.verifier = verifier
        self.redirectURI = redirectURI
    }

    /// Exchanges the code, once: it is used up even when the answer is lost.
    ///
    /// - Throws: `DropboxError`, with the code `invalidCode` when the code is wrong, old or used.
    public func exchange(at endpoint: ServiceEndpoint, over transport: any HTTPTransport) async throws -> Authorization
    {
        let answer = try await TokenEndpoint(transport: transport).request(TokenForm(self), at: endpoint)
        return Authorization(
            accessToken: answer.accessToken,
            refreshToken: answer.refreshToken,
            scopes: answer.scopes,
            teamID: answer.teamID
        )
    }
}

/// What a code was exchanged for.
public struct Authorization: Sendable {
    /// A short-lived token.
    public let accessToken: Secret
    /// The token to keep; nil when the page was not opened for offline access.
    public let refreshToken: Secret?
    /// The granted scopes, if listed.
    public let scopes: Set<String>?
    /// The team that the app was linked to, if named.
    public let teamID: String?
}
