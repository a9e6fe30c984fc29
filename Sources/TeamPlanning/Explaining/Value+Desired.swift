extension Explanation.Value {
    /// The attributes that a user's record manages.
    static func values(of user: DesiredUser, _ origins: [String: Explanation.Origin]) -> [Explanation.Value] {
        let contents: [(UserAttribute, Content?)] = [
            (.email, .text(user.email.value)),
            (.id, user.referenceID.map(Content.text)),
            (.externalID, (user.externalID?.value).map(Content.text)),
            (.givenName, user.givenName.map(Content.text)),
            (.surname, user.surname.map(Content.text)),
            (.status, (user.status?.rawValue).map(Content.text)),
            (.role, (user.role?.value).map(Content.text)),
            (.groups, user.groups.map { .list($0.map(\.value)) }),
            (.isDirectoryRestricted, user.isDirectoryRestricted.map(Content.flag)),
            (.persistentID, user.persistentID.map(Content.text)),
            (.sendWelcomeEmail, user.sendWelcomeEmail ? nil : .flag(false)),
            (.wipeData, user.wipeData ? .flag(true) : nil),
            (.previousEmails, user.previousEmails.isEmpty ? nil : .list(user.previousEmails)),
            (.lifecycle, user.lifecycle == .managed ? nil : .text(user.lifecycle.rawValue)),
        ]
        return values(contents, origins)
    }

    /// The attributes that a group's record manages. People are counted: memberships are told one by one later.
    static func values(of group: DesiredGroup, _ origins: [String: Explanation.Origin]) -> [Explanation.Value] {
        let contents: [(GroupAttribute, Content?)] = [
            (.name, .text(group.name.value)),
            (.id, (group.id?.value).map(Content.text)),
            (.management, (group.management?.rawValue).map(Content.text)),
            (.membership, .text(group.membership.rawValue)),
            (.members, group.writtenMembers.map(Content.count)),
            (.owners, group.owners.map { .count($0.count) }),
            (.previousNames, group.previousNames.isEmpty ? nil : .list(group.previousNames)),
            (.lifecycle, group.lifecycle == .managed ? nil : .text(group.lifecycle.rawValue)),
        ]
        let membersWhere = group.membersWhere.map {
            Explanation.Value(attribute: "members_where", content: .text($0.value.description), origin: nil)
        }
        return values(contents, origins) + [membersWhere].compactMap { $0 }
    }

    private static func values<Attribute: MappedAttribute>(
        _ contents: [(Attribute, Content?)],
        _ origins: [String: Explanation.Origin]
    ) -> [Explanation.Value] {
        contents.compactMap { attribute, content in
            let name = attribute.rawValue
            return content.map { Explanation.Value(attribute: name, content: $0, origin: origins[name]) }
        }
    }
}

extension DesiredGroup {
    /// How many people the record's `members` names, those aside whom `members_where` selects; `nil` when it has none.
    fileprivate var writtenMembers: Int? {
        guard let members else { return nil }
        let written = members.count { $0.location != membersWhere?.location }
        return written == 0 && membersWhere != nil ? nil : written
    }
}
