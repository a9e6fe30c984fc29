import DropboxAPI
public import Reconciliation
public import TeamPlanning

extension DropboxTeamGateway {
    /// Creates a group (spec: `team/groups/create`).
    public func createGroup(_ group: NewGroup) async throws(GatewayError) -> Created<GroupID> {
        try await refusing {
            try await lostWrites.make {
                let reply = try await client.createGroup(
                    name: group.name,
                    externalID: group.externalID.isEmpty ? nil : group.externalID,
                    management: Wire.GroupManagement(group.management)
                )
                return Created(id: GroupID(reply.value.id.rawValue), requestID: reply.requestID)
            } readBack: { requestID in
                try await client.group(like: group).map { Created(id: $0.id, requestID: requestID) }
            }
        }
    }

    /// Changes a group (spec: `team/groups/update`).
    public func updateGroup(_ group: GroupID, _ update: GroupUpdate) async throws(GatewayError) -> Receipt {
        try await write {
            try await client.updateGroup(Wire.GroupID(group), to: Wire.GroupChanges(update))
        } hasTakenEffect: {
            try await client.group(group)?.shows(update) == true
        }
    }

    /// Deletes a group for good and waits for the end of the job (spec: `team/groups/delete`).
    public func deleteGroup(_ group: GroupID) async throws(GatewayError) -> Receipt {
        let (_, requestID) = try await writeAndWait {
            try await client.deleteGroup(Wire.GroupID(group))
        } finish: {
            try await client.finishDeleteGroup($0, polling: polling)
        } readBack: {
            try await client.group(group) == nil ? Wire.Nothing() : nil
        }
        return Receipt(requestID: requestID)
    }

    /// Adds members to a group (spec: `team/groups/members/add`). After a lost answer only those who are not in it yet.
    public func addMembers(_ members: [GroupMember], to group: GroupID) async throws(GatewayError) -> Receipt {
        var missing = members
        return try await write {
            try await client.addGroupMembers(to: Wire.GroupID(group), missing.map(Wire.MemberAccess.init))
        } hasTakenEffect: {
            let access = try await client.access(in: group)
            missing.removeAll { access[$0.id] == Wire.GroupAccess($0.access) }
            return missing.isEmpty
        }
    }

    /// Removes members from a group (spec: `team/groups/members/remove`). After a lost answer only those who are still in it.
    public func removeMembers(_ members: [MemberID], from group: GroupID) async throws(GatewayError) -> Receipt {
        var present = members
        return try await write {
            try await client.removeGroupMembers(from: Wire.GroupID(group), present.map { Wire.MemberID($0) })
        } hasTakenEffect: {
            let access = try await client.access(in: group)
            present.removeAll { access[$0] == nil }
            return present.isEmpty
        }
    }

    /// Makes a group's member its owner, or an ordinary member (spec: `team/groups/members/set_access_type`).
    public func setAccess(
        _ access: GroupAccess,
        of member: MemberID,
        in group: GroupID
    ) async throws(GatewayError) -> Receipt {
        let wanted = Wire.GroupAccess(access)
        return try await write {
            try await client.setGroupAccess(in: Wire.GroupID(group), of: Wire.MemberID(member), to: wanted)
        } hasTakenEffect: {
            try await client.access(in: group)[member] == wanted
        }
    }
}
