/// What can go wrong between a client and the simulated team, on purpose.
///
/// The order is the one in which the kinds are documented.
public enum FaultKind: String, Sendable, CaseIterable {
    /// The call is refused for coming too fast.
    case tooManyRequests = "429"
    /// The server fails before it did any work.
    case serverError = "500"
    /// The connection is reset before any work.
    case reset
    /// The work is done, and the connection is closed without an answer.
    case lostReply = "lost-reply"
    /// The work is done, and the answer breaks off.
    case truncate
    /// A poll of a job answers that it does not know how the job ended.
    case jobError = "job-error"
    /// Single persons of an invitation are refused, for a cause that passes.
    case partialAdd = "partial-add"
    /// Every answer is held back.
    case slow
    /// Reads show the team as it was some time ago.
    case staleRead = "stale-read"
    /// Access tokens end early.
    case expireToken = "expire-token"
    /// Jobs take their time.
    case async

    /// What the number after the colon means.
    enum Amount: Sendable, Equatable {
        /// 0 to 1: which share of the calls is hit.
        case probability
        /// Milliseconds or seconds, with their unit.
        case duration
        /// A whole number, 1 or more.
        case count
    }

    var amount: Amount {
        switch self {
        case .tooManyRequests, .serverError, .reset, .lostReply, .truncate, .jobError, .partialAdd: .probability
        case .slow, .staleRead: .duration
        case .expireToken, .async: .count
        }
    }

    /// The form of a specification, such as `429:P`.
    public var form: String {
        switch amount {
        case .probability: "\(rawValue):P"
        case .duration: "\(rawValue):DURATION"
        case .count: "\(rawValue):N"
        }
    }

    /// What the fault does, in a few words for a table.
    public var summary: String {
        switch self {
        case .tooManyRequests: "too many requests; JSON, text or empty, Retry-After as seconds, as a date or absent"
        case .serverError: "500, 502 or 503 as JSON, text, HTML or empty; nothing was done"
        case .reset: "the connection is reset; nothing was done"
        case .lostReply: "it is done, but the connection closes without an answer"
        case .truncate: "it is done, but the answer breaks off in the middle"
        case .jobError: "a poll answers internal_error; the job itself goes on"
        case .partialAdd: "single persons of an invitation fail with user_creation_failed"
        case .slow: "every answer is held back this long"
        case .staleRead: "reads show the team as it was this long ago; writes act on the truth"
        case .expireToken: "every access token ends after N calls"
        case .async: "jobs stay in progress for N polls"
        }
    }
}
