extension PlanningContext {
    /// Whether a live member is in the scope of deprovisioning.
    func isInScope(_ member: Member, at position: Int) -> Bool {
        switch policy.users.scope {
        case .all: return true
        case .managed: return isOurs(member.externalID)
        case .filter(let filter):
            let role = roles.label(member.roles.first)
            return filter.value.matches(AttributeRecord(member, role: role, groups: liveGroupNames[position] ?? []))
        }
    }

    /// Whether a live group is in the scope of deletion.
    func isInScope(_ group: Group) -> Bool {
        switch policy.groups.scope {
        case .all: true
        case .managed: isOurs(group.externalID)
        case .filter(let filter): filter.value.matches(AttributeRecord(group))
        }
    }
}
