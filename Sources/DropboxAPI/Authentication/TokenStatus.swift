/// What is known of an access token besides its value.
public struct TokenStatus: Sendable, Hashable {
    /// Whether a new one can be fetched when it ends.
    public let isRenewable: Bool
    /// How long it is still good for; nil when that is not known, as for a token given directly.
    public let lifetime: Duration?
    /// The scopes that the token endpoint listed, such as `members.read`; nil when it listed none.
    public let scopes: Set<String>?
}
