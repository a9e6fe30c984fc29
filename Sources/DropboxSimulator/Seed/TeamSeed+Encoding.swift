extension TeamSeed {
    /// The seed as a JSON file: indented, keys sorted, the same bytes for the same team.
    public func encoded() -> [UInt8] {
        JSONWriter.pretty(
            .object(omittingNil: [
                "team": team.json,
                "acting_admin": .string(actingAdmin),
                "members": .array(members.map(\.json)),
                "groups": .array(groups.map(\.json)),
                "next_id": nextID.map(JSONValue.integer),
            ])
        )
    }
}

extension TeamSeed.Team {
    fileprivate var json: JSONValue {
        .object(omittingNil: [
            "team_id": .string(id),
            "name": .string(name),
            "num_licensed_users": .integer(licensedUsers),
            "allows_persistent_ids": allowsPersistentIDs ? true : nil,
            "allows_directory_restriction": allowsDirectoryRestriction ? nil : false,
        ])
    }
}

extension TeamSeed.Member {
    fileprivate var json: JSONValue {
        .object(omittingNil: [
            "team_member_id": .string(id),
            "email": .string(email),
            "given_name": .string(givenName),
            "surname": .string(surname),
            "status": .string(status.rawValue),
            "role": .string(role.rawValue),
            "external_id": externalID.map(JSONValue.string),
            "secondary_emails": secondaryEmails.isEmpty ? nil : .array(secondaryEmails.map(JSONValue.string)),
            "invited_on": invitedOn.map(JSONValue.string),
            "joined_on": joinedOn.map(JSONValue.string),
            "suspended_on": suspendedOn.map(JSONValue.string),
            "persistent_id": persistentID.map(JSONValue.string),
            "is_directory_restricted": isDirectoryRestricted.map(JSONValue.bool),
            "is_recoverable": status == .removed ? .bool(isRecoverable) : nil,
            "is_disconnected": isDisconnected ? true : nil,
            "wiped": isWiped ? true : nil,
            "former_groups": formerGroups.isEmpty ? nil : .array(formerGroups.map(\.json)),
        ])
    }
}

extension TeamSeed.FormerGroup {
    fileprivate var json: JSONValue {
        ["group_id": .string(groupID), "access": .string(access.rawValue)]
    }
}

extension TeamSeed.Group {
    fileprivate var json: JSONValue {
        .object(omittingNil: [
            "group_id": .string(id),
            "name": .string(name),
            "external_id": externalID.map(JSONValue.string),
            "management": .string(management.rawValue),
            "created": created == Self.defaultCreated ? nil : .integer(created),
            "members": .array(members.map(\.json)),
        ])
    }
}

extension TeamSeed.Membership {
    fileprivate var json: JSONValue {
        ["email": .string(email), "access": .string(access.rawValue)]
    }
}
