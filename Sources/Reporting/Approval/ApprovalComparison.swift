import TeamPlanning

/// A change computed now beside an approved one of the same action and resource.
struct ApprovalComparison {
    let now: PlanReport.Change
    let approved: PlanReport.Change
    /// What the approved plan creates: it could not know the IDs yet.
    let created: Set<Resource>

    /// What the approval lacks; none means covered. A part of an approved change is covered too.
    var differences: [ApprovalCheck.Difference] {
        var differences: [ApprovalCheck.Difference] = []
        if !isSame(now.targetID, approved.targetID, now.resource) { differences.append(.otherObject) }
        if now.action.endsItsObject {
            if now.before != approved.before || now.after != approved.after { differences.append(.identity) }
        } else {
            differences += fieldNames.filter(isUncovered).map { .field($0) }
        }
        if now.options != approved.options { differences.append(.options) }
        if !uncoveredMemberships.isEmpty { differences.append(.memberships(uncoveredMemberships)) }
        let isWorse = now.destructive && !approved.destructive || now.irreversible && !approved.irreversible
        if isWorse { differences.append(.danger) }
        return differences
    }

    private var fieldNames: [String] {
        Set(now.before.map { Set($0.keys) } ?? []).union(now.after?.keys.map(\.self) ?? []).sorted()
    }

    private func isUncovered(_ name: String) -> Bool {
        now.before?[name] != approved.before?[name] || now.after?[name] != approved.after?[name]
    }

    /// An ID must be the approved one; only what the approved plan creates itself may have got one since.
    private func isSame(_ now: String?, _ approved: String?, _ resource: Resource) -> Bool {
        now == approved || approved == nil && created.contains(resource)
    }

    private var uncoveredMemberships: [PlanReport.Membership] {
        guard let memberships = now.memberships else { return [] }
        return [\PlanReport.Memberships.add, \.remove, \.setAccess].flatMap { part in
            let known = Set(approved.memberships?[keyPath: part] ?? [])
            return memberships[keyPath: part].filter { member in
                guard !known.contains(member) else { return false }
                var unborn = member
                unborn.teamMemberID = nil
                return !(created.contains(.user(member.email)) && known.contains(unborn))
            }
        }
    }
}

extension Action {
    /// Whether the object is gone afterwards, so that all of it has to be as approved.
    fileprivate var endsItsObject: Bool { self == .groupDelete || self == .userRemove }
}
