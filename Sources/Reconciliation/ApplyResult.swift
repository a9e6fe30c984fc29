public import TeamPlanning

/// What became of an approved plan.
public struct ApplyResult: Sendable {
    /// One outcome per change, in the plan's order.
    public var outcomes: [ChangeOutcome]
    /// Why the apply ended before its time; `nil` when it did not.
    public var stopCause: StopCause?
    /// What a plan made afterwards would still change; `nil` when the team could not be read again.
    public var remaining: Plan?

    /// Puts a result together.
    public init(outcomes: [ChangeOutcome], stopCause: StopCause?, remaining: Plan?) {
        self.outcomes = outcomes
        self.stopCause = stopCause
        self.remaining = remaining
    }

    /// Whether a signal stopped the apply before its end.
    public var wasInterrupted: Bool { stopCause == .interruption }

    /// Whether the time limit stopped the apply before its end.
    public var hasTimedOut: Bool {
        if case .timeLimit = stopCause { true } else { false }
    }

    /// Whether the team was read again and equals the manifests.
    public var hasConverged: Bool { remaining?.changes.isEmpty ?? false }

    /// Whether any change failed, was skipped or is not finished.
    public var hasFailures: Bool { outcomes.contains { $0.status != .applied } }
}

/// What became of one change.
public struct ChangeOutcome: Sendable {
    /// The change.
    public let change: Change
    /// What became of it.
    public var status: Status
    /// Why it was not carried out in full: one sentence, raw text.
    public var error: String?
    /// Dropbox's ID of the request that carried it out or refused it.
    public var requestID: String?

    /// What became of a change.
    public enum Status: String, Sendable, Hashable, CaseIterable {
        /// Carried out in full.
        case applied
        /// Not carried out, or only in part; `error` says which.
        case failed
        /// Begun; the service was still working on it when the wait ended. `error` says so.
        case unfinished
        /// Not tried, because a change that it needs was not carried out or the apply was stopped.
        case skipped
    }

    /// Describes an outcome.
    public init(change: Change, status: Status, error: String? = nil, requestID: String? = nil) {
        self.change = change
        self.status = status
        self.error = error
        self.requestID = requestID
    }
}
