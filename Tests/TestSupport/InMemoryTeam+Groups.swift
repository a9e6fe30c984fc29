public import Reconciliation
public import TeamPlanning

extension InMemoryTeam {
    /// Creates a group under a free name and external ID.
    public func createGroup(_ group: NewGroup) async throws(GatewayError) -> Created<GroupID> {
        try await admit(.createGroup(group))
        try checkName(group.name)
        try checkExternalID(group.externalID)
        let id = GroupID("g:new-\(nextID())")
        groups[id] = GroupRecord(
            name: group.name,
            externalID: group.externalID.isEmpty ? nil : group.externalID,
            management: GroupManagement(group.management)
        )
        return Created(id: id, requestID: "created")
    }

    /// Changes a group.
    public func updateGroup(_ group: GroupID, _ update: GroupUpdate) async throws(GatewayError) -> Receipt {
        try await admit(.updateGroup(group, update))
        var record = try ours(group)
        if let name = update.name {
            try checkName(name, except: group)
            record.name = name
        }
        if let externalID = update.externalID {
            try checkExternalID(externalID, except: group)
            record.externalID = externalID.isEmpty ? nil : externalID
        }
        if let management = update.management { record.management = GroupManagement(management) }
        groups[group] = record
        return done
    }

    /// Deletes a group.
    public func deleteGroup(
        _ group: GroupID,
        expecting expectation: Expectation?
    ) async throws(GatewayError) -> Receipt {
        try await admit(.deleteGroup(group))
        _ = try ours(group)
        groups[group] = nil
        return done
    }

    /// Adds all of them or none.
    public func addMembers(_ people: [GroupMember], to group: GroupID) async throws(GatewayError) -> Receipt {
        try await admit(.addMembers(group, people))
        let record = try ours(group)
        try checkSize(people.count)
        let strangers = people.map(\.id).filter { members[$0]?.profile.status.isLive != true }
        guard strangers.isEmpty else { throw refusal("members_not_in_team", offending: Set(strangers)) }
        guard Set(people.map(\.id)).count == people.count, people.allSatisfy({ record.members[$0.id] == nil }) else {
            throw refusal("duplicate_user")
        }
        for person in people { try checkAccess(person.access, of: person.id, record) }
        for person in people { groups[group]?.members[person.id] = person.access }
        return done
    }

    /// Removes all of them or none.
    public func removeMembers(_ people: [MemberID], from group: GroupID) async throws(GatewayError) -> Receipt {
        try await admit(.removeMembers(group, people))
        let record = try ours(group)
        try checkSize(people.count)
        guard Set(people).count == people.count, people.allSatisfy({ record.members[$0] != nil }) else {
            throw refusal("member_not_in_group")
        }
        for person in people { groups[group]?.members[person] = nil }
        return done
    }

    /// Sets the access of someone in the group.
    public func setAccess(
        _ access: GroupAccess,
        of member: MemberID,
        in group: GroupID
    ) async throws(GatewayError) -> Receipt {
        try await admit(.setAccess(group, member, access))
        let record = try ours(group)
        guard record.members[member] != nil else { throw refusal("member_not_in_group") }
        try checkAccess(access, of: member, record)
        groups[group]?.members[member] = access
        return done
    }
}

// MARK: Rules

extension InMemoryTeam {
    private func ours(_ group: GroupID) throws(GatewayError) -> GroupRecord {
        guard let record = groups[group] else { throw refusal("group_not_found") }
        guard record.management != .systemManaged else { throw refusal("system_managed_group_disallowed") }
        return record
    }

    private func checkName(_ name: String, except group: GroupID? = nil) throws(GatewayError) {
        guard !name.isEmpty else { throw refusal("group_name_invalid") }
        let folded = FoldedName(name)
        guard !groups.contains(where: { $0.key != group && FoldedName($0.value.name) == folded }) else {
            throw refusal("group_name_already_used")
        }
    }

    private func checkExternalID(_ externalID: String, except group: GroupID? = nil) throws(GatewayError) {
        guard !externalID.isEmpty else { return }
        guard !groups.contains(where: { $0.key != group && $0.value.externalID == externalID }) else {
            throw refusal("external_id_already_in_use")
        }
    }

    private func checkSize(_ count: Int) throws(GatewayError) {
        guard (1...maximumMembersPerCall).contains(count) else { throw refusal("too_many_users") }
    }

    private func checkAccess(
        _ access: GroupAccess,
        of member: MemberID,
        _ group: GroupRecord
    ) throws(GatewayError) {
        guard access == .owner else { return }
        guard group.management == .userManaged else {
            throw refusal("user_cannot_be_manager_of_company_managed_group", offending: [member])
        }
        guard members[member]?.profile.status == .active else { throw refusal("user_must_be_active_to_be_owner") }
    }
}

extension GroupManagement {
    fileprivate init(_ desired: DesiredManagement) {
        switch desired {
        case .companyManaged: self = .companyManaged
        case .userManaged: self = .userManaged
        }
    }
}
