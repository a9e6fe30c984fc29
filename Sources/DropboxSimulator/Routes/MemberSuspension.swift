/// `team.MembersDeactivateArg`.
struct MemberSuspension: Sendable {
    let user: UserSelector
    let wipesData: Bool

    /// Data is wiped unless the caller says otherwise.
    static let argument = FieldType.structure { reader throws(ArgumentFault) in
        MemberSuspension(
            user: try reader.required("user", .user),
            wipesData: try reader.optional("wipe_data", .boolean, default: true)
        )
    }
}

extension SimulatedTeam {
    /// `team/members/suspend`
    mutating func suspend(_ argument: MemberSuspension) throws(RouteFault) -> JSONValue {
        let position = try liveMember(argument.user)
        guard members[position].status == .active else { throw RouteFault("suspend_inactive_user") }
        guard !isLastTeamAdmin(position) else { throw RouteFault("suspend_last_admin") }
        members.update(position) { member in
            member.status = .suspended
            member.suspendedOn = now.text
            member.isWiped = member.isWiped || argument.wipesData
        }
        record(.suspended(member: members[position].id, wiped: argument.wipesData))
        return .null
    }

    /// `team/members/unsuspend`. The seat was never given up.
    mutating func unsuspend(_ user: UserSelector) throws(RouteFault) -> JSONValue {
        let position = try liveMember(user)
        guard members[position].status == .suspended else { throw RouteFault("unsuspend_non_suspended_member") }
        members.update(position) { member in
            member.status = .active
            member.suspendedOn = nil
        }
        record(.unsuspended(member: members[position].id))
        return .null
    }

    /// `team/members/send_welcome_email`. Nothing happens for members who have joined.
    mutating func sendWelcomeEmail(_ user: UserSelector) throws(RouteFault) -> JSONValue {
        let position = try liveMember(user)
        if members[position].status == .invited { record(.welcomed(member: members[position].id)) }
        return .null
    }
}
