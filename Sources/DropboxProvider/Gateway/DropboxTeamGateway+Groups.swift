import DropboxAPI
public import Reconciliation
public import TeamPlanning

extension DropboxTeamGateway {
    private static let namesInUse = ["group_name_already_used", "external_id_already_in_use"]

    /// Creates a group (spec: `team/groups/create`); one that is there with our name and our external ID is adopted.
    public func createGroup(_ group: NewGroup) async throws(GatewayError) -> Created<GroupID> {
        try await refusing {
            try await sureWrites.make(resolving: Self.namesInUse) {
                let reply = try await client.createGroup(
                    name: group.name,
                    externalID: group.externalID.isEmpty ? nil : group.externalID,
                    management: Wire.GroupManagement(group.management)
                )
                return Created(id: GroupID(reply.value.id.rawValue), requestID: reply.requestID)
            } look: { requestID in
                try await client.sight(of: group).map { Created(id: $0, requestID: requestID) }
            }
        }
    }

    /// Changes a group (spec: `team/groups/update`).
    public func updateGroup(_ group: GroupID, _ update: GroupUpdate) async throws(GatewayError) -> Receipt {
        try await write(resolving: Self.namesInUse) {
            try await client.updateGroup(Wire.GroupID(group), to: Wire.GroupChanges(update))
        } look: {
            try await client.group(group)?.shows(update) == true ? .asWanted(()) : .otherwise()
        }
    }

    /// Deletes a group for good and waits for the end of the job (spec: `team/groups/delete`).
    public func deleteGroup(
        _ group: GroupID,
        expecting expectation: Expectation?
    ) async throws(GatewayError) -> Receipt {
        func look() async throws -> Sight<Void> {
            guard let found = try await client.group(group) else { return .asWanted(()) }
            return expectation?.difference(from: found).map { .another($0) } ?? .asBefore
        }
        try await ensureAsPlanned(expectation, for: Routes.deleteGroupPath, look)
        return try await writeAndWait(resolving: ["group_already_deleted", "group_not_found"]) {
            try await client.deleteGroup(Wire.GroupID(group))
        } finish: {
            try await client.finishDeleteGroup($0, polling: polling)
        } look: {
            try await look()
        }
    }

    /// Adds members to a group (spec: `team/groups/members/add`). Who is in it already is left out of a second try.
    public func addMembers(_ members: [GroupMember], to group: GroupID) async throws(GatewayError) -> Receipt {
        let batch = GroupBatch(writes: sureWrites, vagueRefusal: "duplicate_user", otherRefusals: []) { people in
            try await client.addGroupMembers(to: Wire.GroupID(group), people.map(Wire.MemberAccess.init)).requestID
        } look: { people in
            let access = try await client.access(in: group)
            return GroupBatch.Progress(
                open: people.filter { access[$0.id] == nil },
                blocked: people.filter { access[$0.id] != nil && access[$0.id] != Wire.GroupAccess($0.access) }
            )
        }
        return try await refusing { try await batch.settle(members).receipt() }
    }

    /// Removes members from a group (spec: `team/groups/members/remove`). Who is not in it is left out of a second try.
    public func removeMembers(_ members: [MemberID], from group: GroupID) async throws(GatewayError) -> Receipt {
        let batch = GroupBatch(
            writes: sureWrites,
            vagueRefusal: "member_not_in_group",
            otherRefusals: ["members_not_in_team", "users_not_found"]
        ) { people in
            try await client.removeGroupMembers(from: Wire.GroupID(group), people.map { Wire.MemberID($0.id) })
                .requestID
        } look: { people in
            let access = try await client.access(in: group)
            return GroupBatch.Progress(open: people.filter { access[$0.id] != nil }, blocked: [])
        }
        let people = members.map { GroupMember(id: $0, access: .member) }
        return try await refusing { try await batch.settle(people).receipt() }
    }

    /// Makes a group's member its owner, or an ordinary member (spec: `team/groups/members/set_access_type`).
    public func setAccess(
        _ access: GroupAccess,
        of member: MemberID,
        in group: GroupID
    ) async throws(GatewayError) -> Receipt {
        let wanted = Wire.GroupAccess(access)
        return try await write(resolving: ["member_not_in_group"]) {
            try await client.setGroupAccess(in: Wire.GroupID(group), of: Wire.MemberID(member), to: wanted)
        } look: {
            switch try await client.access(in: group)[member] {
            case wanted?: .asWanted(())
            case nil: .otherwise()
            case .some: .asBefore
            }
        }
    }
}
