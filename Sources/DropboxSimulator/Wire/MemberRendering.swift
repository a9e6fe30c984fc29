/// Members as the API writes them.
extension SimulatedTeam {
    /// `team.TeamMemberInfoV2`: the profile with groups, and the roles.
    func memberInfo(_ position: Int) -> [String: JSONValue] {
        ["profile": teamMemberProfile(position), "roles": TeamRole.roles(of: members[position])]
    }

    /// `team.TeamMemberProfile`: a profile with group and folder IDs.
    func teamMemberProfile(_ position: Int) -> JSONValue {
        var profile = profileFields(position)
        profile["groups"] = .array(groupIDs(of: position).map(JSONValue.string))
        profile["member_folder_id"] = .string(String(2_000_000 + position))
        profile["root_folder_id"] = .string(String(1_000_000))
        return .object(omittingNil: profile)
    }

    /// `team.MemberProfile`: what `groups/members/list` gives for each member.
    func memberProfile(_ position: Int) -> JSONValue {
        .object(omittingNil: profileFields(position))
    }

    private func profileFields(_ position: Int) -> [String: JSONValue?] {
        let member = members[position]
        let hasJoined = member.status != .invited
        let secondaryEmails = member.secondaryEmails.map { email -> JSONValue in
            ["email": .string(email), "is_verified": true]
        }
        return [
            "team_member_id": .string(member.id),
            "external_id": member.externalID.map(JSONValue.string),
            "account_id": hasJoined ? .string("dbid:" + zeroPadded(position + 1, to: 35)) : nil,
            "email": .string(member.email),
            "email_verified": .bool(hasJoined),
            "secondary_emails": .array(secondaryEmails),
            "status": status(of: member),
            "name": name(of: member),
            "membership_type": .tag("full"),
            "invited_on": member.status == .invited ? member.invitedOn.map(JSONValue.string) : nil,
            "joined_on": hasJoined ? member.joinedOn.map(JSONValue.string) : nil,
            "suspended_on": member.status == .suspended ? member.suspendedOn.map(JSONValue.string) : nil,
            "persistent_id": member.persistentID.map(JSONValue.string),
            "is_directory_restricted": member.isDirectoryRestricted.map(JSONValue.bool),
        ]
    }

    private func status(of member: TeamSeed.Member) -> JSONValue {
        guard member.status == .removed else { return .tag(member.status.rawValue) }
        return .tag(
            "removed",
            flattening: [
                "is_recoverable": .bool(member.isRecoverable),
                "is_disconnected": .bool(member.isDisconnected),
            ]
        )
    }

    private func name(of member: TeamSeed.Member) -> JSONValue {
        let parts = [member.givenName, member.surname].filter { !$0.isEmpty }
        return [
            "given_name": .string(member.givenName),
            "surname": .string(member.surname),
            "familiar_name": .string(member.givenName),
            "display_name": .string(parts.joined(separator: " ")),
            "abbreviated_name": .string(parts.compactMap(\.first).map(String.init).joined()),
        ]
    }
}
