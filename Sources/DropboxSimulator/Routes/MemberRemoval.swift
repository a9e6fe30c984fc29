/// `team.MembersRemoveArg`.
struct MemberRemoval: Sendable {
    let user: UserSelector
    let wipesData: Bool
    let transferDestination: UserSelector?
    let transferAdmin: UserSelector?
    let keepsAccount: Bool
    let retainsTeamShares: Bool
    let deletesFiles: Bool

    /// Data is wiped unless the caller says otherwise.
    static let argument = FieldType.structure { reader throws(ArgumentFault) in
        MemberRemoval(
            user: try reader.required("user", .user),
            wipesData: try reader.optional("wipe_data", .boolean, default: true),
            transferDestination: try reader.optional("transfer_dest_id", .user),
            transferAdmin: try reader.optional("transfer_admin_id", .user),
            keepsAccount: try reader.optional("keep_account", .boolean, default: false),
            retainsTeamShares: try reader.optional("retain_team_shares", .boolean, default: false),
            deletesFiles: try reader.optional("permanently_delete_files", .boolean, default: false)
        )
    }

    /// Checks the combinations that no member can have.
    func checkCombinations() throws(RouteFault) {
        if keepsAccount {
            if transferDestination != nil { throw RouteFault("cannot_keep_account_and_transfer") }
            if deletesFiles { throw RouteFault("cannot_keep_account_and_permanently_delete") }
            if wipesData { throw RouteFault("cannot_keep_account_and_delete_data") }
        }
        if retainsTeamShares {
            if wipesData { throw RouteFault("cannot_retain_shares_when_data_wiped") }
            if !keepsAccount { throw RouteFault("cannot_retain_shares_when_no_account_kept") }
        }
        guard transferDestination != nil else { return }
        if deletesFiles { throw RouteFault("cannot_permanently_delete_and_transfer") }
        if transferAdmin == nil { throw RouteFault("unspecified_transfer_admin_id") }
    }
}

extension SimulatedTeam {
    /// `team/members/remove`
    mutating func remove(_ removal: MemberRemoval) throws(RouteFault) -> JSONValue {
        let position = try liveMember(removal.user)
        try removal.checkCombinations()
        try checkTransfer(removal, from: position)
        if removal.keepsAccount, members[position].status == .invited {
            throw RouteFault("cannot_keep_invited_user_account")
        }
        guard !isLastTeamAdmin(position) else { throw RouteFault("remove_last_admin") }
        leaveTeam(position, removal)
        return jobs.launch(.memberRemove, result: .tag("complete"))
    }

    private func checkTransfer(_ removal: MemberRemoval, from position: Int) throws(RouteFault) {
        if let selector = removal.transferDestination {
            guard let destination = members.position(of: selector) else {
                throw RouteFault("transfer_dest_user_not_found")
            }
            guard destination != position else { throw RouteFault("removed_and_transfer_dest_should_differ") }
            guard members[destination].isLive else { throw RouteFault("transfer_dest_user_not_in_team") }
            guard members[destination].status != .invited else { throw RouteFault("recipient_not_verified") }
        }
        guard let selector = removal.transferAdmin else { return }
        guard let admin = members.position(of: selector) else { throw RouteFault("transfer_admin_user_not_found") }
        guard admin != position else { throw RouteFault("removed_and_transfer_admin_should_differ") }
        guard members[admin].isLive else { throw RouteFault("transfer_admin_user_not_in_team") }
        guard members[admin].role == .teamAdmin else { throw RouteFault("transfer_admin_is_not_admin") }
    }

    /// Frees the seat and drops the memberships. Email and external ID stay held as long as recovery is possible.
    private mutating func leaveTeam(_ position: Int, _ removal: MemberRemoval) {
        let formerGroups = memberships.groups(of: position).compactMap { group -> TeamSeed.FormerGroup? in
            guard let id = groups[group]?.id, let access = memberships.access(of: position, in: group) else {
                return nil
            }
            return TeamSeed.FormerGroup(groupID: id, access: access)
        }
        for group in memberships.groups(of: position) { memberships.remove(position, from: group) }
        members.update(position) { member in
            let keepsFiles = !removal.keepsAccount && !removal.deletesFiles && removal.transferDestination == nil
            member.isRecoverable = member.status != .invited && keepsFiles
            member.isDisconnected = removal.keepsAccount
            member.isWiped = member.isWiped || removal.wipesData
            member.formerGroups = member.isRecoverable ? formerGroups : []
            member.status = .removed
            member.suspendedOn = nil
        }
        record(
            .removed(member: members[position].id, wiped: removal.wipesData, filesDeleted: removal.deletesFiles)
        )
    }

    /// `team/members/recover`: back as an active member, in the groups from before that still exist.
    mutating func recover(_ user: UserSelector) throws(RouteFault) -> JSONValue {
        let position = try member(user)
        guard members[position].status == .removed, members[position].isRecoverable else {
            throw RouteFault("user_unrecoverable")
        }
        guard hasFreeSeat else { throw RouteFault("team_license_limit") }
        for former in members[position].formerGroups {
            guard let group = groups.position(of: .id(former.groupID)) else { continue }
            let canHaveOwners = groups[group]?.management == .userManaged
            memberships.set(position, in: group, to: canHaveOwners ? former.access : .member)
        }
        members.update(position) { member in
            member.status = .active
            member.isRecoverable = false
            member.isDisconnected = false
            member.formerGroups = []
        }
        record(.recovered(member: members[position].id))
        return .null
    }
}
