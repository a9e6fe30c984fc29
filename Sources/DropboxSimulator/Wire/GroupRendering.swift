/// Groups as the API writes them.
extension SimulatedTeam {
    /// `team_common.GroupSummary`.
    func groupSummary(_ position: Int, _ group: TeamSeed.Group) -> JSONValue {
        .object(omittingNil: groupFields(position, group))
    }

    /// `team.GroupFullInfo`. The members of a system-managed group are never in it.
    func groupFullInfo(_ position: Int, _ group: TeamSeed.Group, withMembers: Bool = true) -> [String: JSONValue] {
        var fields = groupFields(position, group)
        fields["created"] = .integer(group.created)
        if withMembers, group.management != .systemManaged {
            fields["members"] = .array(memberships.members(of: position).map(groupMemberInfo))
        }
        return fields.compactMapValues { $0 }
    }

    /// `team.GroupMemberInfo`.
    func groupMemberInfo(_ position: Int, access: TeamSeed.Access) -> JSONValue {
        ["profile": memberProfile(position), "access_type": .tag(access.rawValue)]
    }

    private func groupFields(_ position: Int, _ group: TeamSeed.Group) -> [String: JSONValue?] {
        [
            "group_id": .string(group.id),
            "group_name": .string(group.name),
            "group_external_id": group.externalID.map(JSONValue.string),
            "group_management_type": .tag(group.management.rawValue),
            "member_count": .integer(memberCount(of: position, group)),
        ]
    }
}
