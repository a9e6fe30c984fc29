public import TeamPlanning

extension ExplanationReport {
    /// One membership, live or desired or both.
    public struct Membership: Codable, Hashable, Sendable {
        /// The group's desired name, else its live one.
        public var group: String
        /// The person's desired email, else their live one.
        public var person: String
        /// The records that ask for it.
        public var sources: [Source]
        /// Whether it exists.
        public var live: Bool
        /// The live access, where it was read.
        public var access: GroupAccess?
        /// What becomes of it.
        public var outcome: Explanation.MembershipFact.Outcome
        /// The ID of the change that does it.
        public var change: String?

        /// A place that asks for a membership.
        public struct Source: Codable, Hashable, Sendable {
            /// Which record speaks, and how.
            public var side: Explanation.MembershipFact.Side
            /// Where it speaks.
            public var source: PlanReport.Source
        }
    }
}

extension ExplanationReport.Membership {
    init(_ fact: Explanation.MembershipFact) {
        self.init(
            group: fact.group,
            person: fact.person,
            sources: fact.sources.map { Source(side: $0.side, source: PlanReport.Source($0.location)) },
            live: fact.isLive,
            access: fact.access,
            outcome: fact.outcome,
            change: fact.change?.rawValue
        )
    }
}
