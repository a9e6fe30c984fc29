import TeamPlanning

extension PlanReport {
    /// The plan with every change marked as introduced or pre-existing, and with what it resolves.
    ///
    /// A change is pre-existing if all that it does is planned from the base too: the same action on the same object, the
    /// same fields, options and memberships or a part of them. It is compared by the rules of an approval, so reason, order
    /// and place in the manifests do not count. As soon as a part of it is new, all of it counts as introduced.
    ///
    /// A gate's refusal is pre-existing if the same gate refuses the base's plan, it counts no more now than there, and no
    /// introduced change adds to what it counts; a gate that does not count has to say the same. One that refuses the read
    /// itself is never pre-existing: from a team that was read in part, or from another one, nobody can tell what a branch
    /// introduces. Verdicts stay as they are.
    ///
    /// - Parameters:
    ///   - base: What the plan is compared with.
    ///   - basePlan: The plan from the base against the same live state; `nil` when there is none, and then everything is
    ///     introduced.
    public func compared(with base: Base, planned basePlan: PlanReport?) -> PlanReport {
        var report = self
        report.base = base
        let introduced =
            basePlan.map { Set(ApprovalCheck.uncovered(now: self, approved: $0).map(\.change.id)) }
            ?? Set(changes.map(\.id))
        for index in report.changes.indices {
            report.changes[index].origin = introduced.contains(report.changes[index].id) ? .introduced : .preExisting
        }
        report.resolved = basePlan.map { $0.resolved(by: self) }
        for index in report.gates.indices where report.gates[index].verdict == .refuse {
            let isKnown = basePlan.map { report.isPending(report.gates[index], in: $0) } ?? false
            report.gates[index].origin = isKnown ? .preExisting : .introduced
        }
        return report
    }

    /// Changes of this plan of which nothing is left in another: no change of this action has this object any more.
    private func resolved(by other: PlanReport) -> [Resolved] {
        let planned = Set(other.changes.map(Doing.init))
        return changes.filter { !planned.contains(Doing($0)) }
            .map { Resolved(id: $0.id, action: $0.action, resource: $0.resource, reason: $0.reason) }
    }

    private func isPending(_ gate: Gate, in basePlan: PlanReport) -> Bool {
        let judgesRead = [GateName.completeRead, .teamID].map(\.rawValue).contains(gate.gate)
        guard !judgesRead, let known = basePlan.gates.first(where: { $0.gate == gate.gate }), known.verdict == .refuse,
            !changes.contains(where: { $0.origin == .introduced && $0.adds(to: gate.gate) })
        else { return false }
        guard let count = gate.count, let before = known.count else { return gate.message == known.message }
        return count <= before
    }
}

/// What a change does, and to which object: the live one where there is one, so that a rename makes no difference.
private struct Doing: Hashable {
    let action: Action
    let object: String

    init(_ change: PlanReport.Change) {
        action = change.action
        object = change.targetID ?? change.resource.description
    }
}

extension PlanReport.Change {
    /// Whether a gate counts this change.
    fileprivate func adds(to gate: String) -> Bool {
        switch GateName(rawValue: gate) {
        case .licences: action == .userCreate || action == .userRecover
        case .groupDeletions: action == .groupDelete
        case .userRemovals: action == .userRemove
        case .userSuspensions: action == .userSuspend
        case .membershipRemovals: memberships.map { !$0.remove.isEmpty } ?? false
        case .completeRead, .teamID, .connectionEnabled, .confirmation, nil: false
        }
    }
}
