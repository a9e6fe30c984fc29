public import TeamPlanning

/// A group of an ``InMemoryTeam``; memberships by member.
struct GroupRecord {
    var name: String
    var externalID: String?
    var management: GroupManagement
    var members: [MemberID: GroupAccess] = [:]
}

/// A member of an ``InMemoryTeam``.
struct MemberRecord {
    var profile: Member
    /// The memberships that a recovery brings back.
    var formerGroups: [GroupID: GroupAccess] = [:]

    /// Whether nobody else may use the email and the external ID.
    var holdsNames: Bool {
        switch profile.status {
        case .active, .invited, .suspended, .unknown: true
        case .removed(let isRecoverable): isRecoverable
        }
    }
}

extension LiveState {
    /// A team of one active team admin, with Dropbox's three roles and seats for so many.
    public static func small(seats: Int = 100) -> LiveState {
        let roles = [
            Role(id: RoleID("pid_dbtmr:admin"), name: "Team admin", key: "team_admin"),
            Role(id: RoleID("pid_dbtmr:users"), name: "User management admin", key: "user_management_admin"),
            Role(id: RoleID("pid_dbtmr:support"), name: "Support admin", key: "support_admin"),
        ]
        let admin = Member(
            id: MemberID("dbmid:admin"),
            email: "admin@example.com",
            status: .active,
            givenName: "Ada",
            surname: "Admin",
            roles: [roles[0].id]
        )
        return LiveState(
            team: Team(id: "dbtid:test", name: "Test", licensedSeats: seats, provisionedUsers: 1),
            actingAdmin: ActingAdmin(id: admin.id, email: admin.email),
            members: [admin],
            groups: [],
            roles: roles
        )
    }
}
