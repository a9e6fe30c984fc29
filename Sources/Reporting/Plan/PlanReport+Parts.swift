extension PlanReport {
    /// Changes of one origin, in the order of the plan.
    public struct Part: Hashable, Sendable {
        /// The origin; `nil` in a plan without a base.
        public let origin: Origin?
        /// The changes; never empty.
        public let changes: [Change]
    }

    /// The changes as people read them: what the branch brings in, then what was pending before it.
    ///
    /// A plan without a base is one part, an empty plan none. A change without an origin in a plan with a base, which no
    /// version writes, counts as introduced.
    public var parts: [Part] {
        guard base != nil else { return changes.isEmpty ? [] : [Part(origin: nil, changes: changes)] }
        return Origin.allCases.compactMap { origin in
            let part = changes.filter { ($0.origin ?? .introduced) == origin }
            return part.isEmpty ? nil : Part(origin: origin, changes: part)
        }
    }
}

extension PlanReport.Origin {
    /// How people are told of it, at the start of a heading.
    public var title: String {
        switch self {
        case .introduced: "Introduced by this change"
        case .preExisting: "Already pending before this change"
        }
    }

    /// The same inside a sentence or in brackets.
    public var note: String {
        switch self {
        case .introduced: "introduced by this change"
        case .preExisting: "already pending before this change"
        }
    }
}
