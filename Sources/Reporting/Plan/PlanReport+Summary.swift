import TeamPlanning

extension PlanReport {
    /// The counts of a plan.
    public struct Summary: Codable, Hashable, Sendable {
        /// Counts of users.
        public var users: Users
        /// Counts of groups.
        public var groups: Groups
        /// Counts of memberships.
        public var memberships: MembershipCounts

        /// Counts of users by action.
        public struct Users: Codable, Hashable, Sendable {
            /// People invited.
            public var create: Int
            /// Removed members brought back.
            public var recover: Int
            /// Profiles changed.
            public var update: Int
            /// Roles changed.
            public var setRole: Int
            /// Members suspended.
            public var suspend: Int
            /// Suspensions lifted.
            public var unsuspend: Int
            /// Members removed.
            public var remove: Int
            /// Desired users with nothing to do.
            public var unchanged: Int

            private enum CodingKeys: String, CodingKey {
                case create, recover, update, suspend, unsuspend, remove, unchanged
                case setRole = "set_role"
            }
        }

        /// Counts of groups by action.
        public struct Groups: Codable, Hashable, Sendable {
            /// Groups created.
            public var create: Int
            /// Group updates, temporary names included.
            public var update: Int
            /// Groups deleted.
            public var delete: Int
            /// Desired groups with nothing to do.
            public var unchanged: Int
        }

        /// Counts of memberships by what happens to them.
        public struct MembershipCounts: Codable, Hashable, Sendable {
            /// Memberships added.
            public var add: Int
            /// Memberships removed.
            public var remove: Int
            /// Memberships whose access changes.
            public var setAccess: Int
            /// Desired memberships that exist.
            public var unchanged: Int

            private enum CodingKeys: String, CodingKey {
                case add, remove, unchanged
                case setAccess = "set_access"
            }
        }
    }

    /// Seats of the team.
    public struct Licences: Codable, Hashable, Sendable {
        /// Seats that the team has.
        public var total: Int
        /// Seats in use before the plan.
        public var used: Int
        /// New seats that the plan takes.
        public var needed: Int
    }
}

extension PlanReport.Summary {
    init(_ summary: PlanSummary) {
        users = Users(
            create: summary.users.create,
            recover: summary.users.recover,
            update: summary.users.update,
            setRole: summary.users.setRole,
            suspend: summary.users.suspend,
            unsuspend: summary.users.unsuspend,
            remove: summary.users.remove,
            unchanged: summary.users.unchanged
        )
        groups = Groups(
            create: summary.groups.create,
            update: summary.groups.update,
            delete: summary.groups.delete,
            unchanged: summary.groups.unchanged
        )
        memberships = MembershipCounts(
            add: summary.memberships.add,
            remove: summary.memberships.remove,
            setAccess: summary.memberships.setAccess,
            unchanged: summary.memberships.unchanged
        )
    }
}

extension PlanReport.Licences {
    init(_ use: LicenceUse) {
        self.init(total: use.total, used: use.used, needed: use.needed)
    }
}
