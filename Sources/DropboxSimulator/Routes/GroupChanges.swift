/// `team.GroupCreateArg`.
struct GroupCreation: Sendable {
    let name: String
    let addsCreatorAsOwner: Bool
    let externalID: String?
    let management: TeamSeed.Management

    static let argument = FieldType.structure { reader throws(ArgumentFault) in
        GroupCreation(
            name: try reader.required("group_name", .string),
            addsCreatorAsOwner: try reader.optional("add_creator_as_owner", .boolean, default: false),
            externalID: try reader.optional("group_external_id", .string),
            management: try reader.optional("group_management_type", .management) ?? .companyManaged
        )
    }
}

/// `team.GroupUpdateArgs`.
struct GroupChange: Sendable {
    let group: GroupSelector
    let returnsMembers: Bool
    let name: String?
    let externalID: String?
    let management: TeamSeed.Management?

    static let argument = FieldType.structure { reader throws(ArgumentFault) in
        GroupChange(
            group: try reader.required("group", .group),
            returnsMembers: try reader.optional("return_members", .boolean, default: true),
            name: try reader.optional("new_group_name", .string),
            externalID: try reader.optional("new_group_external_id", .string),
            management: try reader.optional("new_group_management_type", .management)
        )
    }
}

extension SimulatedTeam {
    /// `team/groups/create`. A company-managed group has no owners, its creator included.
    mutating func createGroup(_ creation: GroupCreation) throws(RouteFault) -> JSONValue {
        try checkGroup(name: creation.name, externalID: creation.externalID, management: creation.management)
        let group = TeamSeed.Group(
            id: makeGroupID(),
            name: creation.name,
            externalID: creation.externalID.flatMap { $0.isEmpty ? nil : $0 },
            management: creation.management,
            created: now.milliseconds
        )
        groups.append(group)
        let position = groups.end - 1
        record(.groupCreated(group: group.id))
        if creation.addsCreatorAsOwner, group.management == .userManaged, let admin = actingAdmin {
            memberships.set(admin, in: position, to: .owner)
            record(.joined(group: group.id, member: members[admin].id))
        }
        return .object(groupFullInfo(position, group))
    }

    /// `team/groups/update`. Owners of a group that becomes company-managed stay in it as members.
    mutating func updateGroup(_ change: GroupChange) throws(RouteFault) -> JSONValue {
        let (position, old) = try writableGroup(change.group)
        try checkGroup(
            name: change.name,
            externalID: change.externalID,
            management: change.management,
            except: position
        )
        groups.update(position) { group in
            group.name = change.name ?? group.name
            group.management = change.management ?? group.management
            if let externalID = change.externalID { group.externalID = externalID.isEmpty ? nil : externalID }
        }
        if change.management == .companyManaged {
            for (member, _) in memberships.members(of: position) { memberships.set(member, in: position, to: .member) }
        }
        record(.groupChanged(group: old.id))
        return .object(groupFullInfo(position, groups[position] ?? old, withMembers: change.returnsMembers))
    }

    /// `team/groups/delete`: at once and for good.
    mutating func deleteGroup(_ selector: GroupSelector) throws(RouteFault) -> JSONValue {
        guard !groups.isDeleted(selector) else { throw RouteFault("group_already_deleted") }
        let (position, group) = try writableGroup(selector)
        memberships.removeGroup(position)
        groups.delete(position)
        record(.groupDeleted(group: group.id))
        return jobs.launch(.groupDelete, result: .tag("complete"))
    }

    private func checkGroup(
        name: String?,
        externalID: String?,
        management: TeamSeed.Management?,
        except position: Int? = nil
    ) throws(RouteFault) {
        guard management != .systemManaged else { throw RouteFault("system_managed_group_disallowed") }
        if let name {
            guard Self.isValidGroupName(name) else { throw RouteFault("group_name_invalid") }
            guard !groups.isNameTaken(name, except: position) else { throw RouteFault("group_name_already_used") }
        }
        if let externalID, groups.isExternalIDTaken(externalID, except: position) {
            throw RouteFault("external_id_already_in_use")
        }
    }

    /// The specification says "empty or has invalid characters" and no more: here blanks and control characters are refused.
    private static func isValidGroupName(_ name: String) -> Bool {
        name.contains { !$0.isWhitespace }
            && !name.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}
