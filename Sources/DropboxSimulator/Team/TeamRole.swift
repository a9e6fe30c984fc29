/// The roles of the team: the only place that knows their IDs, names and descriptions.
struct TeamRole: Sendable {
    let role: TeamSeed.Role
    let id: String
    let name: String
    let summary: String

    /// What `members/get_available_team_member_roles` offers. A member with none of them is `member_only`.
    static let available = [
        TeamRole(
            role: .teamAdmin,
            id: "pid_dbtmr:team_admin",
            name: "Team admin",
            summary: "Manage every setting, member and group of the team."
        ),
        TeamRole(
            role: .userManagementAdmin,
            id: "pid_dbtmr:user_management_admin",
            name: "User management admin",
            summary: "Add, remove, and manage member accounts."
        ),
        TeamRole(
            role: .supportAdmin,
            id: "pid_dbtmr:support_admin",
            name: "Support admin",
            summary: "Help members with common requests."
        ),
    ]

    /// The role that a list of role IDs means, or nil if one of them is unknown.
    static func role(for ids: [String]) -> TeamSeed.Role? {
        guard let id = ids.first else { return .memberOnly }
        return available.first { $0.id == id }?.role
    }

    static func roles(of member: TeamSeed.Member) -> JSONValue {
        .array(available.filter { $0.role == member.role }.map(\.json))
    }

    var json: JSONValue {
        ["role_id": .string(id), "name": .string(name), "description": .string(summary)]
    }
}
