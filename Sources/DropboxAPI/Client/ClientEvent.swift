/// Something a waiting person wants to know: why nothing happens for a while.
public struct ClientEvent: Sendable, Hashable {
    /// What the client does now.
    public enum Kind: Sendable, Hashable {
        /// Waits, then repeats this call alone.
        case retry
        /// Waits, then reads what became of a write that was refused or had no usable answer.
        case verification
        /// Holds all calls of this client back, as the rate limit is the team's; then lets so many of them out at a time,
        /// nil standing for any number.
        case pause(callsAtATime: Int?)
        /// Fetched a new access token.
        case tokenRefresh
    }

    /// What the client does now.
    public let kind: Kind
    /// The route concerned.
    public let route: String
    /// The HTTP status behind it, if one arrived.
    public let httpStatus: Int?
    /// How long the client waits.
    public let delay: Duration
    /// The failure behind it; nil for a token refresh, and where an answer left something open.
    public let reason: DropboxError.Code?
    /// How many tries this call has had.
    public let tries: Int
}

/// Is told about every event; called on any task, must not block.
public typealias ClientObserver = @Sendable (ClientEvent) -> Void
