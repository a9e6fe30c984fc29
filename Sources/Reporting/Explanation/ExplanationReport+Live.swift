public import TeamPlanning

extension ExplanationReport {
    /// Which live object a record means.
    public struct Match: Codable, Hashable, Sendable {
        /// What was found.
        public var outcome: Outcome
        /// How it was found; only with `found`.
        public var by: MatchBasis?
        /// Why it was not told, or is left alone; only with `blocked`.
        public var findings: [FindingReport]?
        /// Another live object that has the wanted email or name at present.
        public var holder: LiveObject?

        /// What was found.
        public enum Outcome: String, Codable, Sendable {
            /// The live object of the next step.
            case found
            /// None.
            case absent
            /// It cannot be told, or is to be left alone.
            case blocked
        }
    }

    /// A live user or group.
    public struct LiveObject: Codable, Hashable, Sendable {
        /// Whose it is, told from its external ID.
        public var owner: Owner
        /// The rule in an external ID of ours.
        public var rule: String?
        /// The object's fields.
        public var fields: [String: FieldValue]

        /// Whose an object is.
        public enum Owner: String, Codable, Sendable {
            /// It has no external ID.
            case nobody
            /// It carries our marker.
            case roster
            /// It carries an external ID that is not ours.
            case foreign
        }
    }

    /// What the user state machine decides.
    public struct Transition: Codable, Hashable, Sendable {
        /// The status that the record wants; left out when it is not managed.
        public var desired: DesiredStatus?
        /// Where the person stands in the team.
        public var live: LivePresence
        /// What follows.
        public var decision: UserTransition
    }

    /// Whether a live object that no record keeps is deprovisioned or deleted.
    public struct Candidacy: Codable, Hashable, Sendable {
        /// A record asks for it.
        public var tombstone: Bool
        /// The policy's scope: `managed`, `all` or `filter`.
        public var scope: Scope
        /// The filter of the scope, if it is one.
        public var filter: String?
        /// Whether the object is in the scope.
        public var inScope: Bool
        /// What becomes of it.
        public var verdict: Explanation.Candidacy.Verdict

        /// The policy's scope.
        public enum Scope: String, Codable, Sendable {
            /// Objects whose external ID starts with the marker.
            case managed
            /// Every object.
            case all
            /// What a filter selects.
            case filter
        }

        private enum CodingKeys: String, CodingKey {
            case tombstone, scope, filter, verdict
            case inScope = "in_scope"
        }
    }
}

extension ExplanationReport.Match {
    init(_ match: Explanation.Match) {
        let holder = match.holder.map(ExplanationReport.LiveObject.init)
        switch match.outcome {
        case .found(let basis): self.init(outcome: .found, by: basis, holder: holder)
        case .absent: self.init(outcome: .absent, holder: holder)
        case .blocked(let findings):
            self.init(outcome: .blocked, findings: findings.map(FindingReport.init), holder: holder)
        }
    }
}

extension ExplanationReport.LiveObject {
    init(_ live: Explanation.LiveObject) {
        fields = live.fields.reduce(into: [:]) { $0[$1.name] = $1.value }
        switch live.owner {
        case .nobody: owner = .nobody
        case .foreign: owner = .foreign
        case .roster(let rule):
            owner = .roster
            self.rule = rule?.rawValue
        }
    }
}

extension ExplanationReport.Transition {
    init(_ transition: Explanation.Transition) {
        self.init(desired: transition.desired, live: transition.live, decision: transition.decision)
    }
}

extension ExplanationReport.Candidacy {
    init(_ candidacy: Explanation.Candidacy) {
        tombstone = candidacy.isTombstone
        inScope = candidacy.isInScope
        verdict = candidacy.verdict
        switch candidacy.scope {
        case .managed: scope = .managed
        case .all: scope = .all
        case .filter(let filter):
            scope = .filter
            self.filter = filter.value.description
        }
    }
}
