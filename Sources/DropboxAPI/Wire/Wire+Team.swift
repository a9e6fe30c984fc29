extension Wire {
    /// `TeamGetInfoResult`.
    public struct TeamInfo: Decodable, Sendable, Hashable {
        /// The team's name.
        public let name: String
        /// The team's ID, `dbtid:…`.
        public let teamID: String
        /// How many licences the team has.
        public let licensedUsers: Int
        /// How many accounts are invited or active.
        public let provisionedUsers: Int
        /// How many licences are in use; older answers lack it.
        public let usedLicenses: Int?

        private enum CodingKeys: String, CodingKey {
            case name
            case teamID = "team_id"
            case licensedUsers = "num_licensed_users"
            case provisionedUsers = "num_provisioned_users"
            case usedLicenses = "num_used_licenses"
        }
    }

    /// `TokenGetAuthenticatedAdminResult`.
    struct AuthenticatedAdmin: Decodable, Sendable {
        let profile: MemberProfile

        private enum CodingKeys: String, CodingKey { case profile = "admin_profile" }
    }

    /// `TeamMemberRole`.
    public struct Role: Decodable, Sendable, Hashable {
        /// The role's ID; for Dropbox's own roles the same in every team.
        public let id: RoleID
        /// The display name.
        public let name: String
        /// What the role permits, empty when not given.
        public let description: String

        private enum CodingKeys: String, CodingKey {
            case id = "role_id"
            case name, description
        }

        /// Decodes a role; a missing description is empty.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            id = try container.decode(RoleID.self, forKey: .id)
            name = try container.decode(String.self, forKey: .name)
            description = try container.decodeIfPresent(String.self, forKey: .description) ?? ""
        }
    }

    /// `MembersGetAvailableTeamMemberRolesResult`.
    struct RolesResult: Decodable, Sendable {
        let roles: [Role]
    }
}
