/// Why an apply ended before its time.
public enum StopCause: Sendable, Hashable {
    /// A signal, or the cancellation of the task.
    case interruption
    /// The time limit was reached; holds the limit as its user wrote it, such as `30m`.
    case timeLimit(String)

    /// Why changes were not tried.
    var reason: String {
        switch self {
        case .interruption: "the apply was stopped"
        case .timeLimit(let limit): "the time limit of \(limit) was reached"
        }
    }
}

/// How long an apply may take, from its first change to the end of the last read.
public struct TimeLimit: Sendable {
    let text: String
    let wait: @Sendable () async throws -> Void

    /// Takes the limit as its user wrote it, and what waits until it is reached; that throws when it is called off.
    public init(_ text: String, wait: @escaping @Sendable () async throws -> Void) {
        self.text = text
        self.wait = wait
    }
}
