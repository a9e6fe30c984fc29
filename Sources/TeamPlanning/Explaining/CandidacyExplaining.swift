extension ExplanationContext {
    /// Whether a member is deprovisioned; `nil` for one whom a record keeps, and for one who is removed already.
    ///
    /// The questions come in the order of ``Deprovisioning``.
    func candidacy(ofMember position: Int) -> Explanation.Candidacy? {
        let member = live.members[position]
        let record = users.userOfMember[position].map { manifests.users[$0] }
        guard member.status.isLive, record.map({ $0.lifecycle == .absent }) ?? true else { return nil }
        let isInScope = record != nil || planning.isInScope(member, at: position)
        let isPlanned = plan.changes.contains {
            [.userSuspend, .userRemove].contains($0.action) && $0.operation.target == member.id.rawValue
        }
        let resource = Resource.user(member.email).description
        let verdict: Explanation.Candidacy.Verdict =
            if !planning.mayDestroy {
                .suspectRead
            } else if !planning.policy.users.deprovision {
                .switchedOff
            } else if users.untouchable.contains(position) {
                .untouchable
            } else if !isInScope {
                .outOfScope
            } else if isPlanned {
                .planned
            } else {
                plan.findings.contains { $0.resource == resource } ? .stopped : .nothingLeft
            }
        return Explanation.Candidacy(
            isTombstone: record != nil,
            scope: planning.policy.users.scope,
            isInScope: isInScope,
            verdict: verdict
        )
    }

    /// Whether a group is deleted; `nil` for one that a record keeps.
    ///
    /// The questions come in the order of ``GroupPlanning``.
    func candidacy(ofGroup position: Int) -> Explanation.Candidacy? {
        let group = live.groups[position]
        let record = groups.recordOfGroup[position].map { manifests.groups[$0] }
        guard record.map({ $0.lifecycle == .absent }) ?? true else { return nil }
        let isInScope = record != nil || planning.isInScope(group)
        let verdict: Explanation.Candidacy.Verdict =
            if !planning.mayDestroy {
                .suspectRead
            } else if group.management == .systemManaged {
                .systemManaged
            } else if groups.untouchable.contains(position) {
                .untouchable
            } else if record == nil, planning.policy.groups.delete != .absent {
                .switchedOff
            } else if !isInScope {
                .outOfScope
            } else {
                plan.changes.contains { $0.operation == .deleteGroup(group.id) } ? .planned : .stopped
            }
        return Explanation.Candidacy(
            isTombstone: record != nil,
            scope: planning.policy.groups.scope,
            isInScope: isInScope,
            verdict: verdict
        )
    }
}
