/// `team.MembersSetPermissions2Arg`.
struct RoleChange: Sendable {
    let user: UserSelector
    /// Nil leaves the role as it is, an empty list takes every admin role away.
    let roleIDs: [String]?

    static let argument = FieldType.structure { reader throws(ArgumentFault) in
        RoleChange(
            user: try reader.required("user", .user),
            roleIDs: try reader.optional("new_roles", .list(of: .roleID, atMost: 1))
        )
    }
}

extension SimulatedTeam {
    /// `team/members/set_admin_permissions_v2`
    mutating func setRole(_ change: RoleChange) throws(RouteFault) -> JSONValue {
        let position = try liveMember(change.user)
        guard members[position].status != .suspended else { throw RouteFault("cannot_set_permissions") }
        if let roleIDs = change.roleIDs {
            guard let role = TeamRole.role(for: roleIDs) else { throw RouteFault("role_not_found") }
            try checkDemotion(position, to: role)
            members.update(position) { $0.role = role }
            record(.roleChanged(member: members[position].id))
        }
        return [
            "team_member_id": .string(members[position].id),
            "roles": TeamRole.roles(of: members[position]),
        ]
    }

    private func checkDemotion(_ position: Int, to role: TeamSeed.Role) throws(RouteFault) {
        guard role != .teamAdmin, isLastTeamAdmin(position) else { return }
        throw RouteFault("last_admin")
    }

    /// Whether the team would be without an active team admin if this member were none.
    func isLastTeamAdmin(_ position: Int) -> Bool {
        let member = members[position]
        guard member.role == .teamAdmin, member.status == .active else { return false }
        return !members.all.indices.contains { index in
            index != position && members[index].role == .teamAdmin && members[index].status == .active
        }
    }
}
