import DropboxAPI
import TeamPlanning

// What the team shows of a write: read where its answer got lost, or says that it was not needed.

extension DropboxClient {
    /// The member as they are now; nil when Dropbox does not know them.
    func member(_ id: MemberID) async throws -> Member? {
        try await row(of: id).map(Member.init)
    }

    /// The same as Dropbox tells it, with the names of roles.
    func row(of id: MemberID) async throws -> Wire.Member? {
        guard case .member(let found)? = try await memberInfo([.id(Wire.MemberID(id))]).first else { return nil }
        return found
    }

    /// Those who have the emails of these people now.
    func members(withEmailsOf users: [NewUser]) async throws -> [Wire.Member] {
        try await memberInfo(users.map { .email($0.email) }).compactMap { item in
            if case .member(let row) = item { row } else { nil }
        }
    }

    /// The group as it is now; nil when there is none.
    func group(_ id: GroupID) async throws -> Group? {
        try await listGroups().lazy.map { Group($0) }.first { $0.id == id }
    }

    /// Whether the group that was to be created is there, or another one in its place.
    func sight(of group: NewGroup) async throws -> Sight<GroupID> {
        let groups = try await listGroups().map { Group($0) }
        if let created = groups.first(where: { $0.equals(group) }) { return .asWanted(created.id) }
        let rival = groups.first {
            FoldedName($0.name) == FoldedName(group.name) || ($0.externalID == group.externalID && $0.externalID != nil)
        }
        return rival.map { .otherwise($0.sighting) } ?? .asBefore
    }

    /// Who is in the group now, and as what.
    func access(in id: GroupID) async throws -> [MemberID: Wire.GroupAccess] {
        let rows = try await listGroupMembers(of: Wire.GroupID(id))
        return Dictionary(rows.map { (MemberID($0.profile.id.rawValue), $0.access) }) { first, _ in first }
    }
}

extension Member {
    /// Whether this may be the person who was invited: the names are left aside, as the person may have an account with
    /// others.
    func isLike(_ user: NewUser) -> Bool {
        status.isLive && FoldedName(email) == FoldedName(user.email) && (user.externalID ?? externalID) == externalID
    }

    /// Whether the person is in the team exactly as they were to be invited.
    func equals(_ user: NewUser) -> Bool {
        isLike(user) && (status == .active || status == .invited)
            && (user.givenName ?? givenName) == givenName
            && (user.surname ?? surname) == surname
            && (user.persistentID ?? persistentID) == persistentID
            && (user.isDirectoryRestricted ?? isDirectoryRestricted) == isDirectoryRestricted
            && (user.role.map { [$0] } ?? roles) == roles
    }

    /// What a refusal tells of the member who was found.
    var sighting: String {
        "Dropbox shows a member who is \(status.name), with \(externalID.map { "the external ID \($0)" } ?? "no external ID")"
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
    /// Whether the group is exactly as it was to be created. Without an external ID it could be anybody's.
    func equals(_ group: NewGroup) -> Bool {
        name == group.name && externalID == group.externalID && !group.externalID.isEmpty
            && management == GroupManagement(Wire.GroupManagement(group.management))
    }

    /// What a refusal tells of the group that was found.
    var sighting: String {
        let external = externalID.map { "the external ID \($0)" } ?? "no external ID"
        return "Dropbox shows the group \(id.rawValue) “\(name)”, \(management.rawValue), with \(external)"
    }

    /// Whether the group is as the update was to make it.
    func shows(_ update: GroupUpdate) -> Bool {
        let wanted = update.management.map { GroupManagement(Wire.GroupManagement($0)) }
        return (update.name ?? name) == name && (update.externalID ?? externalID ?? "") == externalID ?? ""
            && (wanted ?? management) == management
    }
}
