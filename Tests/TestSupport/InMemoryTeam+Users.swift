public import Reconciliation
public import TeamPlanning

extension InMemoryTeam: TeamGateway {
    /// As Dropbox: 20.
    public nonisolated var maximumUsersPerCreate: Int { 20 }
    /// Small, so that tests see chunks.
    public nonisolated var maximumMembersPerCall: Int { 50 }

    /// Invites people; each may be refused on its own.
    public func createUsers(
        _ users: [NewUser]
    ) async throws(GatewayError) -> [Result<Created<MemberID>, GatewayError>] {
        try await admit(.createUsers(users))
        guard users.count <= maximumUsersPerCreate else { throw refusal("too_many_users") }
        return users.map { user in
            do throws(GatewayError) {
                return .success(Created(id: try create(user), requestID: "created"))
            } catch {
                return .failure(error)
            }
        }
    }

    /// Brings a recoverable member back as active, with the memberships they had.
    public func recoverUser(_ member: MemberID) async throws(GatewayError) -> Receipt {
        try await admit(.recoverUser(member))
        guard var record = members[member] else { throw refusal("user_not_found") }
        guard record.profile.status == .removed(isRecoverable: true) else { throw refusal("user_unrecoverable") }
        try takeSeat()
        for (group, access) in record.formerGroups { groups[group]?.members[member] = access }
        record.formerGroups = [:]
        record.profile.status = .active
        members[member] = record
        return done
    }

    /// The groups that hold the member.
    public func groups(of member: MemberID) async throws(GatewayError) -> Set<GroupID> {
        try await admit(.groupsOf(member))
        return Set(groups.lazy.filter { $0.value.members[member] != nil }.map(\.key))
    }

    /// Changes a profile.
    public func updateUser(_ member: MemberID, _ update: ProfileUpdate) async throws(GatewayError) -> Receipt {
        try await admit(.updateUser(member, update))
        guard var record = members[member] else { throw refusal("user_not_found") }
        guard record.profile.status.isLive else { throw refusal("set_profile_disallowed") }
        guard !update.isEmpty else { throw refusal("no_new_data_specified") }
        if let email = update.email {
            guard !email.isEmpty else { throw refusal("param_cannot_be_empty") }
            guard !isEmailTaken(email, except: member) else { throw refusal("email_reserved_for_other_user") }
            record.profile.email = email
        }
        if let externalID = update.externalID {
            guard !isExternalIDTaken(externalID, except: member) else {
                throw refusal("external_id_used_by_other_user")
            }
            record.profile.externalID = externalID.isEmpty ? nil : externalID
        }
        record.profile.givenName = update.givenName ?? record.profile.givenName
        record.profile.surname = update.surname ?? record.profile.surname
        record.profile.persistentID = update.persistentID ?? record.profile.persistentID
        record.profile.isDirectoryRestricted = update.isDirectoryRestricted ?? record.profile.isDirectoryRestricted
        members[member] = record
        return done
    }

    /// Sets a role.
    public func setRole(_ role: RoleID?, of member: MemberID) async throws(GatewayError) -> Receipt {
        try await admit(.setRole(member, role))
        let profile = try live(member)
        if let role, !origin.roles.contains(where: { $0.id == role }) { throw refusal("role_not_found") }
        guard profile.status != .suspended else { throw refusal("cannot_set_permissions") }
        guard !isLastAdmin(member) || isTeamAdmin(role) else { throw refusal("last_admin") }
        members[member]?.profile.roles = role.map { [$0] } ?? []
        return done
    }

    /// Suspends an active member.
    public func suspendUser(
        _ member: MemberID,
        wipeData: Bool,
        expecting expectation: Expectation?
    ) async throws(GatewayError) -> Receipt {
        try await admit(.suspendUser(member, wipeData: wipeData))
        guard try live(member).status == .active else { throw refusal("suspend_inactive_user") }
        guard !isLastAdmin(member) else { throw refusal("suspend_last_admin") }
        members[member]?.profile.status = .suspended
        members[member]?.profile.suspendedOn = "2026-11-01T00:00:00Z"
        return done
    }

    /// Lifts a suspension.
    public func unsuspendUser(_ member: MemberID) async throws(GatewayError) -> Receipt {
        try await admit(.unsuspendUser(member))
        guard try live(member).status == .suspended else { throw refusal("unsuspend_non_suspended_member") }
        members[member]?.profile.status = .active
        members[member]?.profile.suspendedOn = nil
        return done
    }

    /// Removes a member; who had joined and kept nothing can be recovered.
    public func removeUser(
        _ member: MemberID,
        _ options: RemovalOptions,
        expecting expectation: Expectation?
    ) async throws(GatewayError) -> Receipt {
        try await admit(.removeUser(member, options))
        let profile = try live(member)
        guard !isLastAdmin(member) else { throw refusal("remove_last_admin") }
        try check(options, profile)
        let isKept = !options.keepAccount && !options.permanentlyDeleteFiles && options.transferDest == nil
        var record = MemberRecord(profile: profile)
        record.profile.status = .removed(isRecoverable: profile.status != .invited && isKept)
        for id in groups.keys {
            if let access = groups[id]?.members.removeValue(forKey: member) { record.formerGroups[id] = access }
        }
        members[member] = record
        return done
    }
}

// MARK: Rules

extension InMemoryTeam {
    var done: Receipt { Receipt(requestID: "done") }

    private func create(_ user: NewUser) throws(GatewayError) -> MemberID {
        guard !isEmailTaken(user.email) else { throw refusal("user_already_on_team") }
        if let externalID = user.externalID, isExternalIDTaken(externalID) {
            throw refusal("duplicate_external_member_id")
        }
        try takeSeat()
        let id = MemberID("dbmid:new-\(nextID())")
        let profile = Member(
            id: id,
            email: user.email,
            externalID: user.externalID,
            status: .invited,
            givenName: user.givenName ?? "",
            surname: user.surname ?? "",
            roles: user.role.map { [$0] } ?? [],
            persistentID: user.persistentID,
            isDirectoryRestricted: user.isDirectoryRestricted
        )
        members[id] = MemberRecord(profile: profile)
        return id
    }

    /// The member, if they belong to the team.
    func live(_ member: MemberID) throws(GatewayError) -> Member {
        guard let profile = members[member]?.profile else { throw refusal("user_not_found") }
        guard profile.status.isLive else { throw refusal("user_not_in_team") }
        return profile
    }

    private func takeSeat() throws(GatewayError) {
        let used = members.values.count { $0.profile.status.isLive }
        guard used < origin.team.licensedSeats else { throw refusal("team_license_limit") }
    }

    private func isEmailTaken(_ email: String, except member: MemberID? = nil) -> Bool {
        let folded = FoldedName(email)
        return members.contains { id, record in
            id != member && record.holdsNames
                && ([record.profile.email] + record.profile.secondaryEmails).contains { FoldedName($0) == folded }
        }
    }

    private func isExternalIDTaken(_ externalID: String, except member: MemberID? = nil) -> Bool {
        !externalID.isEmpty
            && members.contains { $0.key != member && $0.value.holdsNames && $0.value.profile.externalID == externalID }
    }

    private func isTeamAdmin(_ role: RoleID?) -> Bool {
        origin.roles.contains { $0.id == role && $0.key == "team_admin" }
    }

    private func isLastAdmin(_ member: MemberID) -> Bool {
        let admins = members.values.filter { $0.profile.status == .active && isTeamAdmin($0.profile.roles.first) }
        return admins.map(\.profile.id) == [member]
    }

    private func check(_ options: RemovalOptions, _ profile: Member) throws(GatewayError) {
        if options.keepAccount {
            guard profile.status != .invited else { throw refusal("cannot_keep_invited_user_account") }
            guard !options.wipeData, options.transferDest == nil else {
                throw refusal("cannot_keep_account_and_transfer")
            }
        }
        guard !options.retainTeamShares || options.keepAccount else { throw refusal("cannot_retain_shares") }
        guard let destination = options.transferDest else { return }
        guard options.transferAdmin != nil else { throw refusal("unspecified_transfer_admin_id") }
        guard destination != profile.id else { throw refusal("removed_and_transfer_dest_should_differ") }
        guard members[destination]?.profile.status.isLive == true else { throw refusal("transfer_dest_user_not_found") }
    }
}
