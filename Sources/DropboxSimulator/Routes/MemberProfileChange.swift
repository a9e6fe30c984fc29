/// `team.MembersSetProfileArg`.
struct ProfileChange: Sendable {
    let user: UserSelector
    let email: String?
    let externalID: String?
    let givenName: String?
    let surname: String?
    let persistentID: String?
    let isDirectoryRestricted: Bool?

    static let argument = FieldType.structure { reader throws(ArgumentFault) in
        ProfileChange(
            user: try reader.required("user", .user),
            email: try reader.optional("new_email", .email),
            externalID: try reader.optional("new_external_id", .memberExternalID),
            givenName: try reader.optional("new_given_name", .namePart),
            surname: try reader.optional("new_surname", .namePart),
            persistentID: try reader.optional("new_persistent_id", .string),
            isDirectoryRestricted: try reader.optional("new_is_directory_restricted", .boolean)
        )
    }

    var isEmpty: Bool {
        email == nil && externalID == nil && givenName == nil && surname == nil && persistentID == nil
            && isDirectoryRestricted == nil
    }
}

extension SimulatedTeam {
    /// `team/members/set_profile_v2`. A secondary email that becomes the primary one is no longer secondary.
    mutating func setProfile(_ change: ProfileChange) throws(RouteFault) -> JSONValue {
        let position = try member(change.user)
        try checkProfileChange(change, position)
        members.update(position) { member in
            if let email = change.email {
                member.email = email
                member.secondaryEmails.removeAll { $0.lowercased() == email.lowercased() }
            }
            member.givenName = change.givenName ?? member.givenName
            member.surname = change.surname ?? member.surname
            member.persistentID = change.persistentID ?? member.persistentID
            member.isDirectoryRestricted = change.isDirectoryRestricted ?? member.isDirectoryRestricted
            if let externalID = change.externalID { member.externalID = externalID.isEmpty ? nil : externalID }
        }
        record(.profileChanged(member: members[position].id))
        return ["member_info": .object(memberInfo(position))]
    }

    /// Everything is checked before anything is changed.
    private func checkProfileChange(_ change: ProfileChange, _ position: Int) throws(RouteFault) {
        if case .externalID = change.user, change.externalID != nil {
            throw RouteFault("external_id_and_new_external_id_unsafe")
        }
        let member = members[position]
        guard member.isLive else {
            throw RouteFault(member.isRecoverable ? "set_profile_disallowed" : "user_not_in_team")
        }
        guard !change.isEmpty else { throw RouteFault("no_new_data_specified") }
        if let email = change.email, let holder = members.holder(ofEmail: email), holder != position {
            throw RouteFault("email_reserved_for_other_user")
        }
        if let id = change.externalID, let holder = members.holder(ofExternalID: id), holder != position {
            throw RouteFault("external_id_used_by_other_user")
        }
        if let id = change.persistentID {
            guard facts.allowsPersistentIDs else { throw RouteFault("persistent_id_disabled") }
            guard !id.isEmpty else { throw RouteFault("param_cannot_be_empty") }
            if let holder = members.holder(ofPersistentID: id), holder != position {
                throw RouteFault("persistent_id_used_by_other_user")
            }
        }
        if change.isDirectoryRestricted != nil, !facts.allowsDirectoryRestriction {
            throw RouteFault("directory_restricted_off")
        }
    }
}
