/// A whole team as plain values: what a simulator starts from and what it saves after every write.
///
/// Its JSON form is the seed and state file. A saved state can be loaded as a seed.
public struct TeamSeed: Sendable, Equatable {
    /// The team itself.
    public var team: Team
    /// The email of the team admin who authorised the simulator's tokens. It names one of ``members``.
    public var actingAdmin: String
    /// Every member, in the order in which they are listed, removed ones included.
    public var members: [Member]
    /// Every group, in the order in which they are listed. Without a system-managed one the simulator adds the group of everyone.
    public var groups: [Group]
    /// The number in the next generated member or group ID; nil numbers them after the members and groups there are.
    public var nextID: Int?

    /// A team from its parts; ``init(json:)`` checks that they fit together, this initialiser does not.
    public init(team: Team, actingAdmin: String, members: [Member] = [], groups: [Group] = [], nextID: Int? = nil) {
        self.team = team
        self.actingAdmin = actingAdmin
        self.members = members
        self.groups = groups
        self.nextID = nextID
    }
}

extension TeamSeed {
    /// The team's own facts and features.
    public struct Team: Sendable, Equatable {
        /// `dbtid:…`
        public var id: String
        /// The team's display name.
        public var name: String
        /// Seats that the team has bought; active, invited and suspended members each use one.
        public var licensedUsers: Int
        /// Whether the team uses SAML persistent IDs; otherwise they are refused with `persistent_id_disabled`.
        public var allowsPersistentIDs: Bool
        /// Whether members can be hidden from the directory; otherwise refused with `directory_restricted_off`.
        public var allowsDirectoryRestriction: Bool

        /// A team from its facts.
        public init(
            id: String,
            name: String,
            licensedUsers: Int,
            allowsPersistentIDs: Bool = false,
            allowsDirectoryRestriction: Bool = true
        ) {
            self.id = id
            self.name = name
            self.licensedUsers = licensedUsers
            self.allowsPersistentIDs = allowsPersistentIDs
            self.allowsDirectoryRestriction = allowsDirectoryRestriction
        }
    }

    /// Where a member is in the life cycle.
    public enum Status: String, Sendable, CaseIterable {
        /// Has joined.
        case active
        /// Has been invited and has not joined.
        case invited
        /// Cannot sign in, keeps the seat.
        case suspended
        /// Has left the team.
        case removed
    }

    /// The one role of a member.
    public enum Role: String, Sendable, CaseIterable {
        /// May do everything.
        case teamAdmin = "team_admin"
        /// May manage accounts.
        case userManagementAdmin = "user_management_admin"
        /// May help members.
        case supportAdmin = "support_admin"
        /// Has no admin role.
        case memberOnly = "member_only"
    }

    /// One group that a removed member was in, kept for recovery.
    public struct FormerGroup: Sendable, Equatable {
        /// `g:…`
        public var groupID: String
        /// The access the member had.
        public var access: Access

        /// A former membership.
        public init(groupID: String, access: Access) {
            self.groupID = groupID
            self.access = access
        }
    }

    /// What a member may do with a group.
    public enum Access: String, Sendable, CaseIterable {
        /// Belongs to the group.
        case member
        /// Manages the group; only in a user-managed one.
        case owner
    }

    /// Who manages a group.
    public enum Management: String, Sendable, CaseIterable {
        /// Its owners do.
        case userManaged = "user_managed"
        /// Team admins do.
        case companyManaged = "company_managed"
        /// The service does: the group of everyone.
        case systemManaged = "system_managed"
    }
}
