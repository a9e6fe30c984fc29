public import DropboxAPI
public import Reconciliation
public import TeamPlanning

/// Carries changes out in Dropbox: every write names members and groups by ID, and nothing is left to Dropbox's defaults.
///
/// A write whose answer is lost is read back, and made again only if it did nothing. A refusal that says “already so” is read
/// back too: the goal may have been reached by somebody else.
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

    /// Gives up calls that wait for the rate limit, and jobs if told.
    public func stopWaiting(forJobs: Bool) async { await client.stopWaiting(forJobs: forJobs) }
}

// MARK: Users

extension DropboxTeamGateway {
    /// Brings a removed member back (spec: `team/members/recover`).
    public func recoverUser(_ member: MemberID) async throws(GatewayError) -> Receipt {
        try await write(resolving: ["user_unrecoverable"]) {
            try await client.recoverMember(Wire.MemberID(member))
        } look: {
            switch try await client.member(member)?.status {
            case .active?, .invited?, .suspended?: .asWanted(())
            case .removed(isRecoverable: true)?: .asBefore
            case .removed(isRecoverable: false)?, .unknown?, nil: .otherwise()
            }
        }
    }

    /// Reads a member's groups (spec: `team/members/get_info_v2`). A reading that does not show the member in the team is older
    /// than their recovery, and so are its groups: it is repeated.
    public func groups(of member: MemberID) async throws(GatewayError) -> Set<GroupID> {
        try await refusing {
            for wait in [.zero] + SureWrites.waits {
                try await client.waitBeforeVerifying(Routes.recoverMemberPath, for: wait)
                guard case .member(let found)? = try await client.memberInfo([.id(Wire.MemberID(member))]).first,
                    Member(found).status.isLive, let groups = found.profile.groups
                else { continue }
                return Set(groups.map { GroupID($0.rawValue) })
            }
            throw GatewayError(.rejected, "Dropbox does not show \(member.rawValue) in the team: run plan again")
        }
    }

    /// Changes a profile (spec: `team/members/set_profile_v2`).
    public func updateUser(_ member: MemberID, _ update: ProfileUpdate) async throws(GatewayError) -> Receipt {
        let tags = [
            "email_reserved_for_other_user", "external_id_used_by_other_user", "persistent_id_used_by_other_user",
        ]
        return try await write(resolving: tags) {
            try await client.setProfile(of: Wire.MemberID(member), to: Wire.ProfileChanges(update))
        } look: {
            try await client.member(member)?.shows(update) == true ? .asWanted(()) : .otherwise()
        }
    }

    /// Gives a member one role, or none (spec: `team/members/set_admin_permissions_v2`).
    public func setRole(_ role: RoleID?, of member: MemberID) async throws(GatewayError) -> Receipt {
        try await write(resolving: ["cannot_set_permissions", "last_admin"]) {
            try await client.setRole(of: Wire.MemberID(member), to: role.map { Wire.RoleID(rawValue: $0.rawValue) })
        } look: {
            try await client.member(member)?.roles == (role.map { [$0] } ?? []) ? .asWanted(()) : .otherwise()
        }
    }

    /// Suspends a member (spec: `team/members/suspend`). One whom somebody else suspended counts only if nothing is to be wiped.
    public func suspendUser(
        _ member: MemberID,
        wipeData: Bool,
        expecting expectation: Expectation?
    ) async throws(GatewayError) -> Receipt {
        func look() async throws -> Sight<Void> {
            guard let found = try await client.row(of: member) else { return .otherwise() }
            if let other = expectation?.difference(from: found, goal: .suspended) { return .another(other) }
            return switch Member(found).status {
            case .suspended: .asWanted(())
            case .active: .asBefore
            case .invited, .removed, .unknown: .otherwise()
            }
        }
        try await ensureAsPlanned(expectation, for: Routes.suspendMemberPath, look)
        return try await write(resolving: wipeData ? [] : ["suspend_inactive_user"]) {
            try await client.suspendMember(Wire.MemberID(member), wipeData: wipeData)
        } look: {
            try await look()
        }
    }

    /// Lifts a suspension (spec: `team/members/unsuspend`).
    public func unsuspendUser(_ member: MemberID) async throws(GatewayError) -> Receipt {
        try await write(resolving: ["unsuspend_non_suspended_member"]) {
            try await client.unsuspendMember(Wire.MemberID(member))
        } look: {
            switch try await client.member(member)?.status {
            case .active?: .asWanted(())
            case .suspended?: .asBefore
            case .invited?, .removed?, .unknown?, nil: .otherwise()
            }
        }
    }

    /// Removes a member and waits for the end of the job (spec: `team/members/remove`). One whom somebody else removed counts
    /// only if nothing is to be wiped.
    public func removeUser(
        _ member: MemberID,
        _ options: RemovalOptions,
        expecting expectation: Expectation?
    ) async throws(GatewayError) -> Receipt {
        let wireOptions = try Wire.RemovalOptions(options)
        func look() async throws -> Sight<Void> {
            guard let found = try await client.row(of: member), Member(found).status.isLive else {
                return .asWanted(())
            }
            return expectation?.difference(from: found, goal: nil).map { .another($0) } ?? .asBefore
        }
        try await ensureAsPlanned(expectation, for: Routes.removeMemberPath, look)
        return try await writeAndWait(resolving: options.wipeData ? [] : ["user_not_in_team", "user_not_found"]) {
            try await client.removeMember(Wire.MemberID(member), options: wireOptions)
        } finish: {
            try await client.finishRemoveMember($0, polling: polling)
        } look: {
            try await look()
        }
    }
}
