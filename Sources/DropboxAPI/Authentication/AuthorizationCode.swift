/// A code that an admin got from Dropbox's authorisation page, to be exchanged for a refresh token
/// (RFC 6749 §4.1.3, RFC 7636 §4.5).
public struct AuthorizationCode: Sendable {
    /// The code itself.
    public let code: Secret
    /// The app key.
    public let clientID: String
    /// The app secret; not needed with a verifier.
    public let clientSecret: Secret?
    /// The PKCE verifier that the page's challenge was made from.
    public let verifier: Secret?
    /// The redirect URI, if the page was opened with one.
    public let redirectURI: String?

    /// A code for the app `clientID`.
    public init(
        code: Secret,
        clientID: String,
        clientSecret: Secret? = nil,
        verifier: Secret? = nil,
        redirectURI: String? = nil
    ) {
        self.code = code
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.verifier = verifier
        self.redirectURI = redirectURI
    }

    /// The page on which an admin authorises the app; without a redirect URI it shows the code to be pasted.
    ///
    /// - Parameters:
    ///   - challenge: base64url of the verifier's SHA-256 (RFC 7636 §4.2).
    ///   - scopes: what to ask for.
    public static func authorizationURL(clientID: String, challenge: String?, scopes: [Scope] = Scope.allCases)
        -> String
    {
        var query = [
            ("client_id", clientID), ("response_type", "code"), ("token_access_type", "offline"),
            ("scope", scopes.map(\.rawValue).joined(separator: " ")),
        ]
        if let challenge { query += [("code_challenge", challenge), ("code_challenge_method", "S256")] }
        let text = query.map { "\($0.0)=\(TokenForm.percentEncoded($0.1))" }.joined(separator: "&")
        return "https://www.dropbox.com/oauth2/authorize?\(text)"
    }

    /// Exchanges the code, once: it is used up even when the answer is lost.
    ///
    /// - Throws: `DropboxError`, with the code `invalidGrant` when the code is wrong, old or used.
    public func exchange(
        at endpoint: ServiceEndpoint = .dropboxToken,
        over transport: any HTTPTransport
    ) async throws -> Authorization {
        let answer = try await TokenEndpoint(transport: transport).request(.exchange(self), at: endpoint)
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
    /// The team; nil when the app is not linked to a team and so is of no use to roster.
    public let teamID: String?
}
