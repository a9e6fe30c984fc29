/// The team as it was read from Dropbox.
public struct LiveState: Sendable, Equatable {
    /// The team itself.
    public var team: Team
    /// The admin who authorised the token.
    public var actingAdmin: ActingAdmin
    /// Every member, removed ones included.
    public var members: [Member]
    /// Every group, system-managed ones included.
    public var groups: [Group]
    /// The roles that the team has.
    public var roles: [Role]

    /// Puts a state together.
    public init(team: Team, actingAdmin: ActingAdmin, members: [Member], groups: [Group], roles: [Role]) {
        self.team = team
        self.actingAdmin = actingAdmin
        self.members = members
        self.groups = groups
        self.roles = roles
    }
}

/// The team (spec: `team/get_info`).
public struct Team: Sendable, Equatable {
    /// The team's ID, such as `dbtid:AAA`.
    public var id: String
    /// The team's name.
    public var name: String
    /// Seats that the team has.
    public var licensedSeats: Int
    /// Members that Dropbox counts, invited ones included.
    public var provisionedUsers: Int

    /// Describes a team.
    public init(id: String, name: String, licensedSeats: Int, provisionedUsers: Int) {
        self.id = id
        self.name = name
        self.licensedSeats = licensedSeats
        self.provisionedUsers = provisionedUsers
    }
}

/// The account that authorised the token (spec: `team/token/get_authenticated_admin`).
public struct ActingAdmin: Sendable, Equatable {
    /// The admin's member ID.
    public var id: MemberID
    /// The admin's email.
    public var email: String

    /// Describes the admin.
    public init(id: MemberID, email: String) {
        self.id = id
        self.email = email
    }
}

/// A team member role (spec: `team/members/get_available_team_member_roles`).
public struct Role: Sendable, Equatable {
    /// The role's ID.
    public var id: RoleID
    /// The role's display name.
    public var name: String
    /// The role's key in manifests, if it is one of Dropbox's own.
    public var key: String?

    /// Describes a role.
    public init(id: RoleID, name: String, key: String?) {
        self.id = id
        self.name = name
        self.key = key
    }
}
