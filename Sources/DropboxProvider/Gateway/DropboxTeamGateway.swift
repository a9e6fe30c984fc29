public import DropboxAPI
public import Reconciliation
public import TeamPlanning

/// Carries changes out in Dropbox: every write names members and groups by ID, and nothing is left to Dropbox's defaults.
///
/// A write whose answer is lost is read back, and made again only if it did nothing.
public struct DropboxTeamGateway: TeamGateway {
    let client: DropboxClient
    let polling: JobPolling

    /// Acts through `client`; `polling` says how jobs are waited for.
    public init(client: DropboxClient, polling: JobPolling = JobPolling()) {
        self.client = client
        self.polling = polling
    }

    /// 20 (spec: `MembersAddArg.new_members`).
    public var maximumUsersPerCreate: Int { Routes.addMembersBatch }
    /// Dropbox documents no maximum; small enough that one refused call costs little.
    public var maximumMembersPerCall: Int { Routes.groupMembersBatch }

    /// Gives up calls that wait for the rate limit.
    public func stopWaiting() async { await client.stopWaiting() }
}

// MARK: Users

extension DropboxTeamGateway {
    /// Invites people (spec: `team/members/add_v2`). After a lost answer only those are invited again who are not there yet.
    public func createUsers(
        _ users: [NewUser]
    ) async throws(GatewayError) -> [Result<Created<MemberID>, GatewayError>] {
        var added: [Wire.MemberAddResult] = []
        var missing = users
        func readBack() async throws -> Bool {
            let found = try await client.members(like: missing)
            added += found.map { .added($0) }
            let emails = Set(found.map { FoldedName($0.profile.email) })
            missing.removeAll { emails.contains(FoldedName($0.email)) }
            return missing.isEmpty
        }
        let (results, requestID) = try await writeAndWait {
            try await client.addMembers(missing.map(Wire.NewMember.init), forceAsync: false)
        } finish: {
            try await client.finishAddMembers($0, polling: polling)
        } readBack: {
            try await readBack() ? [] : nil
        }
        return AddResults(added + results, requestID: requestID).correlated(with: users)
    }

    /// Brings a removed member back (spec: `team/members/recover`).
    public func recoverUser(_ member: MemberID) async throws(GatewayError) -> Receipt {
        try await write {
            try await client.recoverMember(Wire.MemberID(member))
        } hasTakenEffect: {
            try await client.member(member)?.status.isLive == true
        }
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
        try await write {
            try await client.setProfile(of: Wire.MemberID(member), to: Wire.ProfileChanges(update))
        } hasTakenEffect: {
            try await client.member(member)?.shows(update) == true
        }
    }

    /// Gives a member one role, or none (spec: `team/members/set_admin_permissions_v2`).
    public func setRole(_ role: RoleID?, of member: MemberID) async throws(GatewayError) -> Receipt {
        try await write {
            try await client.setRole(of: Wire.MemberID(member), to: role.map { Wire.RoleID(rawValue: $0.rawValue) })
        } hasTakenEffect: {
            try await client.member(member)?.roles == (role.map { [$0] } ?? [])
        }
    }

    /// Suspends a member (spec: `team/members/suspend`).
    public func suspendUser(_ member: MemberID, wipeData: Bool) async throws(GatewayError) -> Receipt {
        try await write {
            try await client.suspendMember(Wire.MemberID(member), wipeData: wipeData)
        } hasTakenEffect: {
            try await client.member(member)?.status == .suspended
        }
    }

    /// Lifts a suspension (spec: `team/members/unsuspend`).
    public func unsuspendUser(_ member: MemberID) async throws(GatewayError) -> Receipt {
        try await write {
            try await client.unsuspendMember(Wire.MemberID(member))
        } hasTakenEffect: {
            try await client.member(member)?.status == .active
        }
    }

    /// Removes a member and waits for the end of the job (spec: `team/members/remove`).
    public func removeUser(_ member: MemberID, _ options: RemovalOptions) async throws(GatewayError) -> Receipt {
        let wireOptions = try Wire.RemovalOptions(options)
        let (_, requestID) = try await writeAndWait {
            try await client.removeMember(Wire.MemberID(member), options: wireOptions)
        } finish: {
            try await client.finishRemoveMember($0, polling: polling)
        } readBack: {
            try await client.member(member)?.status.isLive == true ? nil : Wire.Nothing()
        }
        return Receipt(requestID: requestID)
    }
}
