public import DropboxAPI
public import Reconciliation
public import TeamPlanning

/// Carries changes out in Dropbox: every write names members and groups by ID, and nothing is left to Dropbox's defaults.
public struct DropboxTeamGateway: TeamGateway {
    let client: DropboxClient
    private let polling: JobPolling

    /// Acts through `client`; `polling` says how jobs are waited for.
    public init(client: DropboxClient, polling: JobPolling = JobPolling()) {
        self.client = client
        self.polling = polling
    }

    /// 20 (spec: `MembersAddArg.new_members`).
    public var maximumUsersPerCreate: Int { Routes.addMembersBatch }
    /// Dropbox documents no maximum; small enough that one refused call costs little.
    public var maximumMembersPerCall: Int { Routes.groupMembersBatch }
}

// MARK: Users

extension DropboxTeamGateway {
    /// Invites people (spec: `team/members/add_v2`).
    public func createUsers(
        _ users: [NewUser]
    ) async throws(GatewayError) -> [Result<Created<MemberID>, GatewayError>] {
        let launch = try await refusing {
            try await client.addMembers(users.map(Wire.NewMember.init), forceAsync: false)
        }
        let results = try await refusing(launch.requestID) {
            try await client.finishAddMembers(launch.value, polling: polling)
        }
        return AddResults(results, requestID: launch.requestID).correlated(with: users)
    }

    /// Brings a removed member back (spec: `team/members/recover`).
    public func recoverUser(_ member: MemberID) async throws(GatewayError) -> Receipt {
        try await receipt { try await client.recoverMember(Wire.MemberID(member)) }
    }

    /// Reads a member's groups (spec: `team/members/get_info_v2`).
    public func groups(of member: MemberID) async throws(GatewayError) -> Set<GroupID> {
        let items = try await refusing { try await client.memberInfo([.id(Wire.MemberID(member))]) }
        guard case .member(let found)? = items.first, let groups = found.profile.groups else {
            throw GatewayError(.rejected, "Dropbox does not know the member \(member.rawValue): run plan again")
        }
        return Set(groups.map { GroupID($0.rawValue) })
    }

    /// Changes a profile (spec: `team/members/set_profile_v2`).
    public func updateUser(_ member: MemberID, _ update: ProfileUpdate) async throws(GatewayError) -> Receipt {
        try await receipt { try await client.setProfile(of: Wire.MemberID(member), to: Wire.ProfileChanges(update)) }
    }

    /// Gives a member one role, or none (spec: `team/members/set_admin_permissions_v2`).
    public func setRole(_ role: RoleID?, of member: MemberID) async throws(GatewayError) -> Receipt {
        let wireRole = role.map { Wire.RoleID(rawValue: $0.rawValue) }
        return try await receipt { try await client.setRole(of: Wire.MemberID(member), to: wireRole) }
    }

    /// Suspends a member (spec: `team/members/suspend`).
    public func suspendUser(_ member: MemberID, wipeData: Bool) async throws(GatewayError) -> Receipt {
        try await receipt { try await client.suspendMember(Wire.MemberID(member), wipeData: wipeData) }
    }

    /// Lifts a suspension (spec: `team/members/unsuspend`).
    public func unsuspendUser(_ member: MemberID) async throws(GatewayError) -> Receipt {
        try await receipt { try await client.unsuspendMember(Wire.MemberID(member)) }
    }

    /// Removes a member and waits for the end of the job (spec: `team/members/remove`).
    public func removeUser(_ member: MemberID, _ options: RemovalOptions) async throws(GatewayError) -> Receipt {
        let wireOptions = try Wire.RemovalOptions(options)
        let launch = try await refusing { try await client.removeMember(Wire.MemberID(member), options: wireOptions) }
        try await refusing(launch.requestID) { try await client.finishRemoveMember(launch.value, polling: polling) }
        return Receipt(requestID: launch.requestID)
    }
}

// MARK: Groups

extension DropboxTeamGateway {
    /// Creates a group (spec: `team/groups/create`).
    public func createGroup(_ group: NewGroup) async throws(GatewayError) -> Created<GroupID> {
        let reply = try await refusing {
            try await client.createGroup(
                name: group.name,
                externalID: group.externalID.isEmpty ? nil : group.externalID,
                management: Wire.GroupManagement(group.management)
            )
        }
        return Created(id: GroupID(reply.value.id.rawValue), requestID: reply.requestID)
    }

    /// Changes a group (spec: `team/groups/update`).
    public func updateGroup(_ group: GroupID, _ update: GroupUpdate) async throws(GatewayError) -> Receipt {
        try await receipt { try await client.updateGroup(Wire.GroupID(group), to: Wire.GroupChanges(update)) }
    }

    /// Deletes a group and waits for the end of the job (spec: `team/groups/delete`).
    public func deleteGroup(_ group: GroupID) async throws(GatewayError) -> Receipt {
        let launch = try await refusing { try await client.deleteGroup(Wire.GroupID(group)) }
        try await refusing(launch.requestID) { try await client.finishDeleteGroup(launch.value, polling: polling) }
        return Receipt(requestID: launch.requestID)
    }

    /// Adds members to a group (spec: `team/groups/members/add`).
    public func addMembers(_ members: [GroupMember], to group: GroupID) async throws(GatewayError) -> Receipt {
        try await receipt {
            try await client.addGroupMembers(to: Wire.GroupID(group), members.map(Wire.MemberAccess.init))
        }
    }

    /// Removes members from a group (spec: `team/groups/members/remove`).
    public func removeMembers(_ members: [MemberID], from group: GroupID) async throws(GatewayError) -> Receipt {
        try await receipt {
            try await client.removeGroupMembers(from: Wire.GroupID(group), members.map { Wire.MemberID($0) })
        }
    }

    /// Makes a group's member its owner, or an ordinary member (spec: `team/groups/members/set_access_type`).
    public func setAccess(
        _ access: GroupAccess,
        of member: MemberID,
        in group: GroupID
    ) async throws(GatewayError) -> Receipt {
        try await receipt {
            try await client.setGroupAccess(
                in: Wire.GroupID(group),
                of: Wire.MemberID(member),
                to: Wire.GroupAccess(access)
            )
        }
    }
}

// MARK: Errors

extension DropboxTeamGateway {
    private func receipt<Value>(
        _ call: () async throws -> Reply<Value>
    ) async throws(GatewayError) -> Receipt {
        Receipt(requestID: try await refusing(nil, call).requestID)
    }

    /// Makes a call; whatever it throws becomes a ``GatewayError``. `requestID` is that of the call that began it.
    private func refusing<Value>(
        _ requestID: String? = nil,
        _ call: () async throws -> Value
    ) async throws(GatewayError) -> Value {
        do {
            return try await call()
        } catch {
            throw GatewayError(error, launchedBy: requestID)
        }
    }
}
