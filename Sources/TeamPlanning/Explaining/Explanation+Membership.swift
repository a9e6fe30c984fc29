extension Explanation {
    /// One membership, live or desired or both.
    public struct MembershipFact: Sendable, Equatable {
        /// The group's desired name, else its live one.
        public let group: String
        /// The person's desired email, else their live one.
        public let person: String
        /// The records that ask for the membership; none when no record does.
        public let sources: [Source]
        /// Whether the membership exists.
        public let isLive: Bool
        /// The live access, where it was read.
        public let access: GroupAccess?
        /// What becomes of it.
        public let outcome: Outcome
        /// The change that does it.
        public let change: ChangeID?

        /// A place that asks for a membership.
        public struct Source: Sendable, Hashable {
            /// Which record speaks.
            public let side: Side
            /// Where it speaks.
            public let location: SourceLocation
        }

        /// Which record asks for a membership, and how.
        public enum Side: String, Sendable {
            /// The group's `members`.
            case members
            /// The group's `owners`.
            case owners
            /// The group's filter `members_where`.
            case membersWhere = "members_where"
            /// The user's `groups`.
            case userGroups = "user_groups"
        }

        /// What becomes of a membership.
        public enum Outcome: String, Sendable {
            /// It is added.
            case add
            /// It is removed.
            case remove
            /// Its access changes.
            case setAccess = "set_access"
            /// It is as desired.
            case keep
            /// It exists, no record asks for it, and nothing ends it.
            case leftAlone = "left_alone"
            /// It is desired, does not exist, and nothing adds it; a finding says why.
            case notPlanned = "not_planned"
            /// It ends because the person is removed from the team.
            case endsWithMember = "ends_with_member"
            /// It ends because the group is deleted.
            case endsWithGroup = "ends_with_group"
        }
    }
}
