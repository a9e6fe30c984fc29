/// How the client comes by an access token.
public enum Credentials: Sendable {
    /// A token that exists already; it cannot be renewed.
    case accessToken(Secret)
    /// The refresh grant (RFC 6749 §6).
    case refreshGrant(RefreshGrant)
}

/// What the refresh grant needs.
public struct RefreshGrant: Sendable {
    /// The token endpoint.
    public let endpoint: ServiceEndpoint
    /// The app key.
    public let clientID: String
    /// The app secret; nil for an app authorised with PKCE.
    public let clientSecret: Secret?
    /// The refresh token; Dropbox neither rotates nor expires it.
    public let refreshToken: Secret

    /// The refresh grant at `endpoint`.
    public init(
        endpoint: ServiceEndpoint = .dropboxToken,
        clientID: String,
        clientSecret: Secret?,
        refreshToken: Secret
    ) {
        self.endpoint = endpoint
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.refreshToken = refreshToken
    }
}
