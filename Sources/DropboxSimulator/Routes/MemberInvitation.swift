/// `team.MembersAddV2Arg`.
struct MembersAdd: Sendable {
    let forceAsync: Bool
    let newMembers: [NewMember]

    static let route = "team/members/add_v2"
    /// The positions that a call has at most.
    static let positions = 0..<20

    /// More than twenty members in one call are refused.
    static let argument = FieldType.structure { reader throws(ArgumentFault) in
        MembersAdd(
            forceAsync: try reader.optional("force_async", .boolean, default: false),
            newMembers: try reader.required("new_members", .list(of: NewMember.argument, atMost: positions.count))
        )
    }
}

/// `team.MemberAddV2Arg`.
struct NewMember: Sendable {
    let email: String
    let givenName: String?
    let surname: String?
    let externalID: String?
    let persistentID: String?
    let sendsWelcomeEmail: Bool
    let isDirectoryRestricted: Bool?
    let roleIDs: [String]

    static let argument = FieldType.structure { reader throws(ArgumentFault) in
        NewMember(
            email: try reader.required("member_email", .email),
            givenName: try reader.optional("member_given_name", .namePart),
            surname: try reader.optional("member_surname", .namePart),
            externalID: try reader.optional("member_external_id", .memberExternalID),
            persistentID: try reader.optional("member_persistent_id", .string),
            sendsWelcomeEmail: try reader.optional("send_welcome_email", .boolean, default: true),
            isDirectoryRestricted: try reader.optional("is_directory_restricted", .boolean),
            roleIDs: try reader.optional("role_ids", .list(of: .roleID, atMost: 1)) ?? []
        )
    }
}

extension SimulatedTeam {
    /// `team/members/add_v2`: each item succeeds or fails on its own.
    mutating func addMembers(_ argument: MembersAdd) -> JSONValue {
        var results: [JSONValue] = []
        for (position, newMember) in argument.newMembers.enumerated() {
            let isRefused = refusedInvitations.contains(position)
            results.append(
                isRefused ? .tag("user_creation_failed", .string(newMember.email)) : invite(newMember)
            )
        }
        return jobs.launch(
            .memberAdd,
            result: .tag("complete", .array(results)),
            forceAsync: argument.forceAsync
        )
    }

    private mutating func invite(_ newMember: NewMember) -> JSONValue {
        let externalID = newMember.externalID.flatMap { $0.isEmpty ? nil : $0 }
        if let refusal = refusal(of: newMember, externalID: externalID) {
            return .tag(refusal, .string(newMember.email))
        }
        let member = TeamSeed.Member(
            id: makeMemberID(),
            email: newMember.email,
            givenName: newMember.givenName ?? "",
            surname: newMember.surname ?? "",
            status: .invited,
            role: TeamRole.role(for: newMember.roleIDs) ?? .memberOnly,
            externalID: externalID,
            invitedOn: now.text,
            persistentID: newMember.persistentID,
            isDirectoryRestricted: newMember.isDirectoryRestricted
        )
        members.append(member)
        record(.invited(member: member.id))
        if newMember.sendsWelcomeEmail { record(.welcomed(member: member.id)) }
        return .tag("success", flattening: memberInfo(members.all.count - 1))
    }

    /// The tag of `team.MemberAddV2Result` for a member who cannot be invited.
    private func refusal(of newMember: NewMember, externalID: String?) -> String? {
        if members.holder(ofEmail: newMember.email) != nil { return "user_already_on_team" }
        if let externalID, members.holder(ofExternalID: externalID) != nil { return "duplicate_external_member_id" }
        if let persistentID = newMember.persistentID {
            guard facts.allowsPersistentIDs else { return "persistent_id_disabled" }
            if members.holder(ofPersistentID: persistentID) != nil { return "duplicate_member_persistent_id" }
        }
        if !hasFreeSeat { return "team_license_limit" }
        return TeamRole.role(for: newMember.roleIDs) == nil ? "user_creation_failed" : nil
    }
}
