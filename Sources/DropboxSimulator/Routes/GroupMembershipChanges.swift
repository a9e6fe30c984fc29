/// `team.GroupMembersAddArg`.
struct GroupMembersAdd: Sendable {
    struct Entry: Sendable {
        let user: UserSelector
        let access: TeamSeed.Access
    }

    let group: GroupSelector
    let entries: [Entry]
    let returnsMembers: Bool

    static let argument = FieldType.structure { reader throws(ArgumentFault) in
        GroupMembersAdd(
            group: try reader.required("group", .group),
            entries: try reader.required("members", .list(of: entry)),
            returnsMembers: try reader.optional("return_members", .boolean, default: true)
        )
    }

    private static let entry = FieldType<Entry>.structure { reader throws(ArgumentFault) in
        Entry(user: try reader.required("user", .user), access: try reader.required("access_type", .access))
    }
}

/// `team.GroupMembersRemoveArg`.
struct GroupMembersRemove: Sendable {
    let group: GroupSelector
    let users: [UserSelector]
    let returnsMembers: Bool

    static let argument = FieldType.structure { reader throws(ArgumentFault) in
        GroupMembersRemove(
            group: try reader.required("group", .group),
            users: try reader.required("users", .list(of: .user)),
            returnsMembers: try reader.optional("return_members", .boolean, default: true)
        )
    }
}

/// `team.GroupMembersSetAccessTypeArg`.
struct GroupAccessChange: Sendable {
    let group: GroupSelector
    let user: UserSelector
    let access: TeamSeed.Access
    let returnsMembers: Bool

    static let argument = FieldType.structure { reader throws(ArgumentFault) in
        GroupAccessChange(
            group: try reader.required("group", .group),
            user: try reader.required("user", .user),
            access: try reader.required("access_type", .access),
            returnsMembers: try reader.optional("return_members", .boolean, default: true)
        )
    }
}

extension SimulatedTeam {
    /// `team/groups/members/add`: all or nothing.
    mutating func addGroupMembers(_ argument: GroupMembersAdd) throws(RouteFault) -> JSONValue {
        let (position, group) = try writableGroup(argument.group)
        let added = try livePositions(argument.entries.map(\.user))
        let owners = zip(added, argument.entries).filter { $0.1.access == .owner }.map(\.0)
        if group.management == .companyManaged, !owners.isEmpty {
            throw RouteFault("user_cannot_be_manager_of_company_managed_group", listing: owners.map { members[$0].id })
        }
        guard owners.allSatisfy({ members[$0].status == .active }) else {
            throw RouteFault("user_must_be_active_to_be_owner")
        }
        let isNew = added.allSatisfy { memberships.access(of: $0, in: position) == nil }
        guard isNew, Set(added).count == added.count else { throw RouteFault("duplicate_user") }
        for (member, entry) in zip(added, argument.entries) {
            memberships.set(member, in: position, to: entry.access)
            record(.joined(group: group.id, member: members[member].id))
        }
        return changeResult(position, group, withMembers: argument.returnsMembers)
    }

    /// `team/groups/members/remove`: all or nothing.
    mutating func removeGroupMembers(_ argument: GroupMembersRemove) throws(RouteFault) -> JSONValue {
        let (position, group) = try writableGroup(argument.group)
        let removed = try livePositions(argument.users)
        guard removed.allSatisfy({ memberships.access(of: $0, in: position) != nil }) else {
            throw RouteFault("member_not_in_group")
        }
        for member in Set(removed).sorted() {
            memberships.remove(member, from: position)
            record(.left(group: group.id, member: members[member].id))
        }
        return changeResult(position, group, withMembers: argument.returnsMembers)
    }

    /// `team/groups/members/set_access_type`: the answer is a bare list with the one group.
    mutating func setAccessType(_ change: GroupAccessChange) throws(RouteFault) -> JSONValue {
        let (position, group) = try writableGroup(change.group)
        guard let member = members.position(of: change.user), memberships.access(of: member, in: position) != nil else {
            throw RouteFault("member_not_in_group")
        }
        if change.access == .owner, group.management == .companyManaged {
            throw RouteFault("user_cannot_be_manager_of_company_managed_group")
        }
        memberships.set(member, in: position, to: change.access)
        record(.accessChanged(group: group.id, member: members[member].id))
        return [.tag("group_info", flattening: groupFullInfo(position, group, withMembers: change.returnsMembers))]
    }

    /// Positions of users who are all in the team; otherwise the error lists those who are not.
    private func livePositions(_ users: [UserSelector]) throws(RouteFault) -> [Int] {
        let unknown = users.filter { members.position(of: $0) == nil }
        guard unknown.isEmpty else { throw RouteFault("users_not_found", listing: unknown.map(\.text)) }
        let positions = users.compactMap { members.position(of: $0) }
        let gone = zip(users, positions).filter { !members[$0.1].isLive }.map(\.0.text)
        guard gone.isEmpty else { throw RouteFault("members_not_in_team", listing: gone) }
        return positions
    }

    /// `team.GroupMembersChangeResult`. The job ID is deprecated and always one space.
    private func changeResult(_ position: Int, _ group: TeamSeed.Group, withMembers: Bool) -> JSONValue {
        ["group_info": .object(groupFullInfo(position, group, withMembers: withMembers)), "async_job_id": " "]
    }
}
