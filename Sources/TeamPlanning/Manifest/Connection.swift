/// How the team is reached.
///
/// Holds the names of secrets, never a secret.
public struct Connection: Sendable, Equatable {
    /// The connection's name, for people.
    public var name: String?
    /// Whether `apply` may run.
    public var isEnabled = true
    /// The API's base, such as `https://api.dropboxapi.com/2`.
    public var serviceURI: String?
    /// The OAuth token endpoint.
    public var tokenEndpoint: String?
    /// The app key: plain, or a reference.
    public var clientID: ClientID?
    /// The app secret; absent for PKCE apps.
    public var clientSecret: SecretReference?
    /// The refresh token.
    public var refreshToken: SecretReference?
    /// Whether an `authentication` object was written at all.
    public var hasAuthentication = false
    /// The pinned team.
    public var teamID: String?
    /// The place of the manifest; `nil` for the default connection.
    public var location: SourceLocation?

    /// The default: the real Dropbox, secrets from the environment.
    public init() {}

    /// Where Dropbox's API lives.
    public static let defaultServiceURI = "https://api.dropboxapi.com/2"
    /// Where Dropbox's token endpoint lives.
    public static let defaultTokenEndpoint = "https://api.dropboxapi.com/oauth2/token"
}

/// Where a secret is kept.
public enum SecretReference: Sendable, Equatable {
    /// In an environment variable of this name.
    case environment(String)
    /// In a file at this path.
    case file(String)
}

/// The app key, which is not a secret but may be kept like one.
public enum ClientID: Sendable, Equatable {
    /// Written out.
    case plain(String)
    /// Kept elsewhere.
    case reference(SecretReference)
}
