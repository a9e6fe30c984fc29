import DropboxAPI
import TeamPlanning

// What the team shows when a write took effect: read back where the answer to the write got lost.

extension DropboxClient {
    /// The member as they are now; nil when Dropbox does not know them.
    func member(_ id: MemberID) async throws -> Member? {
        guard case .member(let found)? = try await memberInfo([.id(Wire.MemberID(id))]).first else { return nil }
        return Member(found)
    }

    /// Those of the people who are in the team as they were to be created.
    func members(like users: [NewUser]) async throws -> [Wire.Member] {
        try await memberInfo(users.map { .email($0.email) }).compactMap { item in
            guard case .member(let row) = item else { return nil }
            let member = Member(row)
            return member.status.isLive && users.contains(where: member.isLike) ? row : nil
        }
    }

    /// The group as it is now; nil when there is none.
    func group(_ id: GroupID) async throws -> Group? {
        try await listGroups().lazy.map { Group($0) }.first { $0.id == id }
    }

    /// The group that was to be created, if there is one.
    func group(like group: NewGroup) async throws -> Group? {
        try await listGroups().lazy.map { Group($0) }
            .first { $0.name == group.name && ($0.externalID ?? "") == group.externalID }
    }

    /// Who is in the group now, and as what.
    func access(in id: GroupID) async throws -> [MemberID: Wire.GroupAccess] {
        let rows = try await listGroupMembers(of: Wire.GroupID(id))
        return Dictionary(rows.map { (MemberID($0.profile.id.rawValue), $0.access) }) { first, _ in first }
    }
}

extension Member {
    fileprivate func isLike(_ user: NewUser) -> Bool {
        FoldedName(email) == FoldedName(user.email) && (user.externalID ?? externalID) == externalID
    }

    /// Whether the profile is as the update was to make it.
    func shows(_ update: ProfileUpdate) -> Bool {
        FoldedName(update.email ?? email) == FoldedName(email)
            && (update.givenName ?? givenName) == givenName
            && (update.surname ?? surname) == surname
            && (update.externalID ?? externalID ?? "") == externalID ?? ""
            && (update.persistentID ?? persistentID ?? "") == persistentID ?? ""
            && (update.isDirectoryRestricted ?? isDirectoryRestricted) == isDirectoryRestricted
    }
}

extension Group {
    /// Whether the group is as the update was to make it.
    func shows(_ update: GroupUpdate) -> Bool {
        let wanted = update.management.map { GroupManagement(Wire.GroupManagement($0)) }
        return (update.name ?? name) == name && (update.externalID ?? externalID ?? "") == externalID ?? ""
            && (wanted ?? management) == management
    }
}
