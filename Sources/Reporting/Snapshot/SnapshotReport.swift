public import TeamPlanning

/// A live state to plan from later and elsewhere: `roster.snapshot/v1`.
///
/// Holds what planning looks at and no more: no secret, no joining dates, nobody who was removed for good.
public struct SnapshotReport: Report {
    /// The name and version of this report.
    public static let format = "roster.snapshot/v1"
    /// The command that writes it.
    public static let writtenBy = "roster snapshot -o FILE"

    /// Always ``SnapshotReport/format``.
    public let format: String
    /// The version of roster that read the team.
    public var rosterVersion: String
    /// When the team had been read, RFC 3339 in UTC.
    public var readAt: String
    /// The team.
    public var team: Team
    /// The admin whose token read the team.
    public var actingAdmin: AdminReport
    /// The roles that the team has, by ID.
    public var roles: [Role]
    /// Members of the team and removed ones that can be recovered, by ID.
    public var members: [Member]
    /// All groups, by ID.
    public var groups: [Group]

    private enum CodingKeys: String, CodingKey {
        case format, team, roles, members, groups
        case rosterVersion = "roster_version"
        case readAt = "read_at"
        case actingAdmin = "acting_admin"
    }
}

extension SnapshotReport {
    /// A team (spec: `team/get_info`).
    public struct Team: Codable, Hashable, Sendable {
        /// The team's ID.
        public var teamID: String
        /// The team's name.
        public var name: String
        /// Seats that the team has.
        public var licensedUsers: Int
        /// Members that Dropbox counts.
        public var provisionedUsers: Int

        private enum CodingKeys: String, CodingKey {
            case name
            case teamID = "team_id"
            case licensedUsers = "num_licensed_users"
            case provisionedUsers = "num_provisioned_users"
        }
    }

    /// A role.
    public struct Role: Codable, Hashable, Sendable {
        /// The role's ID.
        public var roleID: String
        /// The display name.
        public var name: String
        /// The key in manifests; left out for a role of the team's own.
        public var key: String?

        private enum CodingKeys: String, CodingKey {
            case name, key
            case roleID = "role_id"
        }
    }

    /// A member.
    public struct Member: Codable, Hashable, Sendable {
        /// The member's ID.
        public var teamMemberID: String
        /// The primary email.
        public var email: String
        /// Other emails of the account; left out when there are none.
        public var secondaryEmails: [String]?
        /// The external ID, if there is one.
        public var externalID: String?
        /// The state of the membership.
        public var status: Status
        /// Of a removed member: whether they can be brought back.
        public var isRecoverable: Bool?
        /// The given name.
        public var givenName: String
        /// The surname.
        public var surname: String
        /// The IDs of the roles; left out when there are none.
        public var roleIDs: [String]?
        /// The SAML persistent ID, if there is one.
        public var persistentID: String?
        /// Whether the member is hidden from the team directory, if Dropbox said so.
        public var isDirectoryRestricted: Bool?
        /// When the member was suspended, if they are.
        public var suspendedOn: String?
        /// When the member was invited, if they have not joined yet.
        public var invitedOn: String?

        /// The state of a membership.
        public enum Status: String, Codable, Sendable {
            /// Joined.
            case active
            /// Not joined yet.
            case invited
            /// Suspended.
            case suspended
            /// Removed.
            case removed
            /// One that the version which wrote the snapshot did not know.
            case unknown
        }

        private enum CodingKeys: String, CodingKey {
            case email, status, surname
            case teamMemberID = "team_member_id"
            case secondaryEmails = "secondary_emails"
            case externalID = "external_id"
            case isRecoverable = "is_recoverable"
            case givenName = "given_name"
            case roleIDs = "role_ids"
            case persistentID = "persistent_id"
            case isDirectoryRestricted = "is_directory_restricted"
            case suspendedOn = "suspended_on"
            case invitedOn = "invited_on"
        }
    }

    /// A group.
    public struct Group: Codable, Hashable, Sendable {
        /// The group's ID.
        public var groupID: String
        /// The name.
        public var name: String
        /// The external ID, if there is one.
        public var externalID: String?
        /// Who manages the group.
        public var management: GroupManagement
        /// How many members Dropbox says the group has.
        public var memberCount: Int
        /// The memberships that were read, by the members' IDs; none of a system-managed group.
        public var members: [Membership]

        private enum CodingKeys: String, CodingKey {
            case name, management, members
            case groupID = "group_id"
            case externalID = "external_id"
            case memberCount = "member_count"
        }
    }

    /// A membership.
    public struct Membership: Codable, Hashable, Sendable {
        /// The member's ID.
        public var teamMemberID: String
        /// The access, where it is known.
        public var access: GroupAccess?

        private enum CodingKeys: String, CodingKey {
            case access
            case teamMemberID = "team_member_id"
        }
    }
}
