extension Wire {
    /// The new values of `MembersSetProfileArg`; nil leaves a value as it is, an empty string clears it.
    public struct ProfileChanges: Sendable, Hashable {
        /// The new primary email; cannot be empty.
        public var email: String?
        /// The new external ID.
        public var externalID: String?
        /// The new given name.
        public var givenName: String?
        /// The new surname.
        public var surname: String?
        /// The new SAML persistent ID.
        public var persistentID: String?
        /// Whether the member sees a restricted directory.
        public var isDirectoryRestricted: Bool?

        /// No change yet; Dropbox refuses a call without any.
        public init() {}
    }

    /// `MembersSetProfileArg`.
    struct SetProfileArgument: Encodable, Sendable {
        let user: UserSelector
        let changes: ProfileChanges

        private enum CodingKeys: String, CodingKey {
            case user
            case email = "new_email"
            case externalID = "new_external_id"
            case givenName = "new_given_name"
            case surname = "new_surname"
            case persistentID = "new_persistent_id"
            case isDirectoryRestricted = "new_is_directory_restricted"
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(user, forKey: .user)
            try container.encodeIfPresent(changes.email, forKey: .email)
            try container.encodeIfPresent(changes.externalID, forKey: .externalID)
            try container.encodeIfPresent(changes.givenName, forKey: .givenName)
            try container.encodeIfPresent(changes.surname, forKey: .surname)
            try container.encodeIfPresent(changes.persistentID, forKey: .persistentID)
            try container.encodeIfPresent(changes.isDirectoryRestricted, forKey: .isDirectoryRestricted)
        }
    }

    /// `TeamMemberInfoV2Result`: v2 nests what v1 gave directly.
    struct SetProfileResult: Decodable, Sendable {
        let member: Member

        private enum CodingKeys: String, CodingKey { case member = "member_info" }
    }

    /// `MembersSetPermissions2Arg`; no role makes the member an ordinary one.
    struct SetRolesArgument: Encodable, Sendable {
        let user: UserSelector
        let roles: [RoleID]

        private enum CodingKeys: String, CodingKey {
            case user
            case roles = "new_roles"
        }
    }

    /// `MembersSetPermissions2Result`.
    struct SetRolesResult: Decodable, Sendable {
        let roles: [Role]?
    }
}
