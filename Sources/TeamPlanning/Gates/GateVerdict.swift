/// The gates between a plan and an apply, in the order in which they are shown.
public enum GateName: String, Sendable, Hashable, CaseIterable {
    /// The live read is plausible.
    case completeRead = "complete_read"
    /// The team is the pinned one.
    case teamID = "team_id"
    /// The connection is enabled.
    case connectionEnabled = "connection_enabled"
    /// There are seats enough.
    case licences
    /// Groups deleted stay within the limit.
    case groupDeletions = "group_deletions"
    /// Members removed stay within the limit.
    case userRemovals = "user_removals"
    /// Members suspended stay within the limit.
    case userSuspensions = "user_suspensions"
    /// Memberships removed stay within the limit.
    case membershipRemovals = "membership_removals"
    /// A person consents.
    case confirmation
}

/// What one gate says of a plan.
public struct GateVerdict: Sendable, Hashable {
    /// The gate.
    public let gate: GateName
    /// The verdict.
    public let verdict: Verdict
    /// One sentence with the measure and, unless it passes, the next step.
    public let message: String
    /// What was counted, where the gate counts.
    public let count: Int?
    /// What is allowed, where the gate counts.
    public let limit: Int?

    /// A verdict.
    public enum Verdict: String, Sendable, Hashable {
        /// Nothing in the way.
        case pass
        /// A person has to consent.
        case confirm
        /// Nothing is applied.
        case refuse
    }

    /// Puts a verdict together.
    init(_ gate: GateName, _ verdict: Verdict, _ message: String, count: Int? = nil, limit: Int? = nil) {
        self.gate = gate
        self.verdict = verdict
        self.message = message
        self.count = count
        self.limit = limit
    }
}
