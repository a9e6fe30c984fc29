import TeamPlanning

@testable import TestSupport

extension ModelTeam {
    mutating func create(_ group: NewGroup, by change: ChangeID) throws(Refusal) {
        try checkName(group.name, of: nil)
        try checkExternalID(group.externalID, of: nil)
        let id = GroupID("g:new-\(nextID())")
        groups[id] = GroupRecord(
            name: group.name,
            externalID: group.externalID,
            management: GroupManagement(rawValue: group.management.rawValue) ?? .companyManaged
        )
        createdGroups[change] = id
    }

    mutating func update(_ id: GroupID, _ update: GroupUpdate) throws(Refusal) {
        var record = try changeable(id)
        guard !update.isEmpty else { throw Refusal("no_new_data_specified") }
        if let name = update.name {
            try checkName(name, of: id)
            record.name = name
        }
        if let externalID = update.externalID {
            try checkExternalID(externalID, of: id)
            record.externalID = externalID.isEmpty ? nil : externalID
        }
        if let management = update.management {
            record.management = GroupManagement(rawValue: management.rawValue) ?? record.management
        }
        groups[id] = record
    }

    mutating func delete(_ id: GroupID) throws(Refusal) {
        _ = try changeable(id)
        groups[id] = nil
    }

    // MARK: Memberships

    /// Adds and sets access, as the first of the two steps of a membership change.
    mutating func add(_ change: MembershipChange) throws(Refusal) {
        let group = try resolve(change.group)
        let record = try changeable(group)
        for person in change.add {
            let member = try resolve(person.member)
            guard record.members[member] == nil || recovered.contains(member) else { throw Refusal("duplicate_user") }
            guard try present(member).status != .removed(isRecoverable: true) else {
                throw Refusal("members_not_in_team")
            }
            try set(person.access ?? .member, of: member, in: group)
        }
        for person in change.setAccess {
            let member = try resolve(person.member)
            guard record.members[member] != nil else { throw Refusal("member_not_in_group") }
            try set(person.access ?? .member, of: member, in: group)
        }
    }

    /// Removes, as the second of the two steps.
    mutating func remove(_ change: MembershipChange) throws(Refusal) {
        let group = try resolve(change.group)
        _ = try changeable(group)
        for person in change.remove {
            let member = try resolve(person.member)
            guard groups[group]?.members.removeValue(forKey: member) != nil else {
                throw Refusal("member_not_in_group")
            }
        }
    }

    /// Takes recovered members out of the groups that came back with them against the manifests.
    mutating func takeBack(_ returning: ReturningMembers) {
        for member in recovered {
            for group in Array(groups.keys) where returning.mustLeave(member, group) {
                groups[group]?.members[member] = nil
            }
        }
    }

    private mutating func set(_ access: GroupAccess, of member: MemberID, in group: GroupID) throws(Refusal) {
        if access == .owner {
            guard groups[group]?.management == .userManaged else {
                throw Refusal("user_cannot_be_manager_of_company_managed_group")
            }
            guard try present(member).status == .active else { throw Refusal("user_must_be_active_to_be_owner") }
        }
        groups[group]?.members[member] = access
    }

    private func resolve(_ group: GroupReference) throws(Refusal) -> GroupID {
        switch group {
        case .existing(let id): return id
        case .created(let change):
            guard let id = createdGroups[change] else { throw Refusal("group_not_found") }
            return id
        }
    }

    private func resolve(_ member: MemberReference) throws(Refusal) -> MemberID {
        switch member {
        case .existing(let id): return id
        case .created(let change):
            guard let id = createdMembers[change] else { throw Refusal("user_not_found") }
            return id
        }
    }

    // MARK: Rules

    private func changeable(_ id: GroupID) throws(Refusal) -> GroupRecord {
        guard let record = groups[id] else { throw Refusal("group_not_found") }
        guard record.management != .systemManaged else { throw Refusal("system_managed_group_disallowed") }
        return record
    }

    private func checkName(_ name: String, of group: GroupID?) throws(Refusal) {
        let folded = FoldedName(name)
        guard !groups.contains(where: { $0.key != group && FoldedName($0.value.name) == folded }) else {
            throw Refusal("group_name_already_used")
        }
    }

    private func checkExternalID(_ externalID: String, of group: GroupID?) throws(Refusal) {
        guard !externalID.isEmpty else { return }
        guard !groups.contains(where: { $0.key != group && $0.value.externalID == externalID }) else {
            throw Refusal("external_id_already_in_use")
        }
    }
}
