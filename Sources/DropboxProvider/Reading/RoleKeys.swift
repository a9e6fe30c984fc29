import DropboxAPI
import TeamPlanning

/// Which of the team's roles are Dropbox's own, and their keys in manifests.
enum RoleKeys {
    /// The key of the role that may do everything.
    static let teamAdmin = "team_admin"

    /// IDs of Dropbox's own roles are the same in every team (spec: `TeamMemberRole.role_id`); this is the one that is known.
    private static let byID = ["pid_dbtmr:AAAAAFMcx6E0tax39Kb0H671TzWLeE07dwaqFQ5fDRy2": teamAdmin]

    /// Dropbox's samples say “Team admin”, live teams say “Team”.
    private static let byName = [
        "team": teamAdmin,
        "team admin": teamAdmin,
        "user management": "user_management_admin",
        "user management admin": "user_management_admin",
        "support": "support_admin",
        "support admin": "support_admin",
    ]

    /// The key of a role, if it is one of Dropbox's own.
    static func key(id: String, name: String) -> String? {
        byID[id] ?? byName[FoldedName(name).rawValue]
    }

    /// The team's roles: those listed, and those that members hold, by ID.
    static func roles(listed: [Wire.Role], heldBy members: [Wire.Member]) -> [Role] {
        var roles: [String: Role] = [:]
        for role in listed + members.flatMap({ $0.roles ?? [] }) where roles[role.id.rawValue] == nil {
            roles[role.id.rawValue] = Role(
                id: RoleID(role.id.rawValue),
                name: role.name,
                key: key(id: role.id.rawValue, name: role.name)
            )
        }
        return roles.sorted { $0.key < $1.key }.map(\.value)
    }
}
