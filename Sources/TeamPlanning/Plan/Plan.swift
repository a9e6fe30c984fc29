/// What would change, why, and what stands in the way. A plan cannot be applied; only an ``ApprovedPlan`` can.
public struct Plan: Sendable {
    /// The team that was read.
    public let team: Team
    /// The admin who acts.
    public let actingAdmin: ActingAdmin
    /// The changes in the order in which they are carried out.
    public let changes: [Change]
    /// What people should know besides.
    public let findings: [Finding]
    /// The counts.
    public let summary: PlanSummary
    /// The seats.
    public let licences: LicenceUse
    /// Every gate's verdict, in the gates' own order.
    public let gates: [GateVerdict]
    /// The groups that the plan deletes, with the token that consents to exactly these; `nil` when it deletes none.
    public let confirmation: DeletionConfirmation?
    /// A SHA-256 over the ordered changes, as 64 hexadecimal digits.
    public let fingerprint: String
    /// Where recovered members belong.
    public var returningMembers = ReturningMembers()

    /// Whether no gate refuses.
    public var isApplicable: Bool { gates.allSatisfy { $0.verdict != .refuse } }
}

/// Seats before and needed.
public struct LicenceUse: Sendable, Hashable {
    /// Seats that the team has.
    public let total: Int
    /// Seats in use: active, invited and suspended members.
    public let used: Int
    /// New seats that the plan takes: people created and recovered.
    public let needed: Int
    /// Seats that the plan frees: people removed.
    public let freed: Int

    /// Whether the plan takes more seats than the team has left.
    public var isShort: Bool { needed > 0 && used + needed - freed > total }
}

/// The counts of a plan.
public struct PlanSummary: Sendable, Hashable {
    /// Counts of users.
    public var users = UserCounts()
    /// Counts of groups.
    public var groups = GroupCounts()
    /// Counts of memberships.
    public var memberships = MembershipCounts()

    /// Counts of users by action.
    public struct UserCounts: Sendable, Hashable {
        /// People invited.
        public var create = 0
        /// Removed members brought back.
        public var recover = 0
        /// Profiles changed.
        public var update = 0
        /// Roles changed.
        public var setRole = 0
        /// Members suspended.
        public var suspend = 0
        /// Suspensions lifted.
        public var unsuspend = 0
        /// Members removed.
        public var remove = 0
        /// Desired users who are in the team, with nothing to do.
        public var unchanged = 0
    }

    /// Counts of groups by action.
    public struct GroupCounts: Sendable, Hashable {
        /// Groups created.
        public var create = 0
        /// Group updates, temporary names included.
        public var update = 0
        /// Groups deleted.
        public var delete = 0
        /// Desired groups that are in the team, with nothing to do.
        public var unchanged = 0
    }

    /// Counts of memberships by what happens to them.
    public struct MembershipCounts: Sendable, Hashable {
        /// Memberships added.
        public var add = 0
        /// Memberships removed.
        public var remove = 0
        /// Memberships whose access changes.
        public var setAccess = 0
        /// Desired memberships that exist.
        public var unchanged = 0
    }
}
