import TeamPlanning

@testable import TestSupport

extension ModelTeam {
    mutating func create(_ user: NewUser, by change: ChangeID) throws(Refusal) {
        try checkEmail(user.email, of: nil)
        try checkExternalID(user.externalID, of: nil)
        try takeSeat()
        let id = MemberID("m:new-\(nextID())")
        let profile = Member(
            id: id,
            email: user.email,
            externalID: user.externalID,
            status: .invited,
            givenName: user.givenName ?? "",
            surname: user.surname ?? "",
            roles: user.role.map { [$0] } ?? []
        )
        members[id] = MemberRecord(profile: profile)
        createdMembers[change] = id
    }

    mutating func recover(_ id: MemberID) throws(Refusal) {
        guard var record = members[id], record.profile.status == .removed(isRecoverable: true) else {
            throw Refusal("user_unrecoverable")
        }
        try takeSeat()
        for group in record.formerGroups { groups[group]?.members[id] = .member }
        record.formerGroups = []
        record.profile.status = .active
        members[id] = record
    }

    mutating func update(_ id: MemberID, _ update: ProfileUpdate) throws(Refusal) {
        var profile = try present(id)
        guard !update.isEmpty else { throw Refusal("no_new_data_specified") }
        if let email = update.email {
            try checkEmail(email, of: id)
            profile.email = email
        }
        if let externalID = update.externalID {
            try checkExternalID(externalID, of: id)
            profile.externalID = externalID.isEmpty ? nil : externalID
        }
        profile.givenName = update.givenName ?? profile.givenName
        profile.surname = update.surname ?? profile.surname
        members[id]?.profile = profile
    }

    mutating func setRole(_ id: MemberID, _ role: RoleID?) throws(Refusal) {
        guard try present(id).status != .suspended else { throw Refusal("cannot_set_permissions") }
        if !isTeamAdmin(role) { try checkLastAdmin(id) }
        members[id]?.profile.roles = role.map { [$0] } ?? []
    }

    mutating func suspend(_ id: MemberID) throws(Refusal) {
        guard try present(id).status == .active else { throw Refusal("suspend_inactive_user") }
        try checkLastAdmin(id)
        members[id]?.profile.status = .suspended
        members[id]?.profile.suspendedOn = "2026-11-20T00:00:00Z"
    }

    mutating func unsuspend(_ id: MemberID) throws(Refusal) {
        guard try present(id).status == .suspended else { throw Refusal("unsuspend_non_suspended_member") }
        members[id]?.profile.status = .active
        members[id]?.profile.suspendedOn = nil
    }

    mutating func remove(_ id: MemberID, _ options: RemovalOptions) throws(Refusal) {
        let profile = try present(id)
        try checkLastAdmin(id)
        if options.keepAccount {
            guard profile.status != .invited else { throw Refusal("cannot_keep_invited_user_account") }
            guard !options.wipeData else { throw Refusal("cannot_keep_account_and_delete_data") }
        }
        if let destination = options.transferDest {
            guard destination != id else { throw Refusal("removed_and_transfer_dest_should_differ") }
            guard try present(destination).status == .active else { throw Refusal("transfer_dest_user_not_found") }
        }
        let isKept = !options.keepAccount && !options.permanentlyDeleteFiles && options.transferDest == nil
        var record = MemberRecord(profile: profile)
        record.profile.status = .removed(isRecoverable: isKept && profile.status != .invited)
        for group in Array(groups.keys) where groups[group]?.members.removeValue(forKey: id) != nil {
            record.formerGroups.insert(group)
        }
        members[id] = record
    }

    // MARK: Rules

    func present(_ id: MemberID) throws(Refusal) -> Member {
        guard let profile = members[id]?.profile, profile.status.isLive else { throw Refusal("user_not_in_team") }
        return profile
    }

    private func takeSeat() throws(Refusal) {
        let used = members.values.count { $0.profile.status.isLive }
        guard used < origin.team.licensedSeats else { throw Refusal("team_license_limit") }
    }

    private func checkEmail(_ email: String, of member: MemberID?) throws(Refusal) {
        let folded = FoldedName(email)
        let isTaken = members.contains { id, record in
            id != member && record.holdsNames
                && ([record.profile.email] + record.profile.secondaryEmails).contains { FoldedName($0) == folded }
        }
        guard !isTaken else { throw Refusal("email_reserved_for_other_user") }
    }

    private func checkExternalID(_ externalID: String?, of member: MemberID?) throws(Refusal) {
        guard let externalID, !externalID.isEmpty else { return }
        let isTaken = members.contains {
            $0.key != member && $0.value.holdsNames && $0.value.profile.externalID == externalID
        }
        guard !isTaken else { throw Refusal("external_id_used_by_other_user") }
    }

    func isTeamAdmin(_ role: RoleID?) -> Bool { role == Pool.roles[0].id }

    private func checkLastAdmin(_ id: MemberID) throws(Refusal) {
        let admins = members.values.filter { $0.profile.status == .active && isTeamAdmin($0.profile.roles.first) }
        guard admins.map(\.profile.id) != [id] else { throw Refusal("last_admin") }
    }
}
