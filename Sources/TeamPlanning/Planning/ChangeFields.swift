extension NewUser {
    /// The whole object as a change shows it: only what is sent.
    func fields(role roleLabel: String) -> [Field] {
        var fields = [Field("email", .text(email))]
        if let givenName { fields.append(Field("given_name", .text(givenName))) }
        if let surname { fields.append(Field("surname", .text(surname))) }
        if role != nil { fields.append(Field("role", .text(roleLabel))) }
        if let externalID { fields.append(Field("external_id", .text(externalID))) }
        if let persistentID { fields.append(Field("persistent_id", .text(persistentID))) }
        if let isDirectoryRestricted { fields.append(Field("is_directory_restricted", .flag(isDirectoryRestricted))) }
        return fields
    }
}

extension Member {
    /// The whole object as a removal shows it.
    func fields(roles: RoleTable) -> [Field] {
        var fields = [
            Field("team_member_id", .text(id.rawValue)),
            Field("email", .text(email)),
            Field("given_name", .text(givenName)),
            Field("surname", .text(surname)),
            Field("status", .text(status.name)),
            Field("role", .text(roles.label(self.roles.first))),
        ]
        if let externalID { fields.append(Field("external_id", .text(externalID))) }
        return fields
    }
}

extension NewGroup {
    /// The whole object as a change shows it.
    var fields: [Field] {
        [
            Field("name", .text(name)),
            Field("external_id", .text(externalID)),
            Field("management", .text(management.rawValue)),
        ]
    }
}

extension Group {
    /// The whole object as a deletion shows it.
    var fields: [Field] {
        var fields = [
            Field("group_id", .text(id.rawValue)),
            Field("name", .text(name)),
            Field("management", .text(management.rawValue)),
            Field("member_count", .number(memberCount)),
        ]
        if let externalID { fields.append(Field("external_id", .text(externalID))) }
        return fields
    }
}

extension RemovalOptions {
    /// The options as a change shows them: what is off or absent is left out, `wipe_data` never is.
    func fields(live: LiveState) -> [Field] {
        var fields = [Field("wipe_data", .flag(wipeData))]
        if keepAccount { fields.append(Field("keep_account", .flag(true))) }
        if retainTeamShares { fields.append(Field("retain_team_shares", .flag(true))) }
        if permanentlyDeleteFiles { fields.append(Field("permanently_delete_files", .flag(true))) }
        for (name, id) in [("transfer_dest", transferDest), ("transfer_admin", transferAdmin)] {
            if let id { fields.append(Field(name, FieldValue(live.members.first { $0.id == id }?.email))) }
        }
        return fields
    }
}

extension ChangeDraft {
    /// A suspension. Where it wipes devices and the account has another email than the record, that email is shown too: it
    /// says whose devices these are.
    static func suspension(
        of member: Member,
        as email: String,
        wipeData: Bool,
        reason: String,
        source: SourceLocation?
    ) -> ChangeDraft {
        var draft = ChangeDraft(
            .userSuspend,
            .user(email),
            .suspendUser(member.id, wipeData: wipeData),
            stage: .suspend,
            reason: reason,
            source: source
        )
        draft.before = [Field("status", .text(member.status.name))]
        draft.after = [Field("status", .text(DesiredStatus.suspended.rawValue))]
        draft.options = [Field("wipe_data", .flag(wipeData))]
        if wipeData, FoldedName(member.email) != FoldedName(email) {
            draft.options.append(Field("account_email", .text(member.email)))
        }
        draft.isDestructive = true
        draft.member = member
        return draft
    }
}
