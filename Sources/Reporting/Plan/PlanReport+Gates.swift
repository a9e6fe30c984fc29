public import TeamPlanning

extension PlanReport {
    /// What one gate says of the plan.
    public struct Gate: Codable, Hashable, Sendable {
        /// The gate's name. A text, so that a plan with a gate that this version does not know can be shown.
        public var gate: String
        /// The verdict.
        public var verdict: GateVerdict.Verdict
        /// The measure and, unless the gate passes, the next step.
        public var message: String
        /// What was counted, where the gate counts.
        public var count: Int?
        /// What is allowed, where the gate counts.
        public var limit: Int?
        /// With a base, of a gate that refuses: whether the branch brings the refusal in or the base's plan is refused as well.
        public var origin: Origin?
    }

    /// The group deletions of a plan and the consent that they need.
    public struct Confirmation: Codable, Hashable, Sendable {
        /// The token that consents to exactly these deletions.
        public var token: String
        /// The groups, in the order of the plan.
        public var groups: [DoomedGroup]

        /// A group that the plan deletes.
        public struct DoomedGroup: Codable, Hashable, Sendable {
            /// The live name.
            public var name: String
            /// The group's ID.
            public var groupID: String
            /// How many members lose it.
            public var memberCount: Int
            /// The emails of the members who lose it, sorted; left out in plans of versions that did not tell.
            public var members: [String]?

            private enum CodingKeys: String, CodingKey {
                case name, members
                case groupID = "group_id"
                case memberCount = "member_count"
            }
        }
    }
}

extension PlanReport.Gate {
    init(_ verdict: GateVerdict) {
        self.init(
            gate: verdict.gate.rawValue,
            verdict: verdict.verdict,
            message: verdict.message,
            count: verdict.count,
            limit: verdict.limit
        )
    }
}

extension PlanReport.Confirmation {
    init(_ confirmation: DeletionConfirmation) {
        self.init(
            token: confirmation.token,
            groups: confirmation.groups.map {
                DoomedGroup(
                    name: $0.name,
                    groupID: $0.groupID.rawValue,
                    memberCount: $0.memberCount,
                    members: $0.members
                )
            }
        )
    }
}
