extension ExplanationContext {
    /// The gates that refuse or ask, as far as they count or hold up what is planned for one object.
    ///
    /// A suspect read also matters where nothing is planned, because it keeps candidates from being planned.
    func gates(
        for changes: [Change],
        _ memberships: [Explanation.MembershipFact],
        isCandidate: Bool
    ) -> [GateVerdict] {
        let actions = Set(changes.map(\.action))
        let removesMembership = memberships.contains { $0.outcome == .remove }
        let isPlanned = !changes.isEmpty || memberships.contains { $0.change != nil }
        return plan.gates.filter { verdict in
            guard verdict.verdict != .pass else { return false }
            return switch verdict.gate {
            case .completeRead: isPlanned || isCandidate
            case .teamID, .connectionEnabled, .confirmation: isPlanned
            case .licences: !actions.isDisjoint(with: [.userCreate, .userRecover])
            case .groupDeletions: actions.contains(.groupDelete)
            case .userRemovals: actions.contains(.userRemove)
            case .userSuspensions: actions.contains(.userSuspend)
            case .membershipRemovals: removesMembership
            }
        }
    }
}
