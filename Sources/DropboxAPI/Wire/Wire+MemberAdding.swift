extension Wire {
    /// `MemberAddV2Arg`: a person to invite.
    public struct NewMember: Encodable, Sendable, Hashable {
        /// The email address.
        public var email: String
        /// The given name.
        public var givenName: String?
        /// The surname.
        public var surname: String?
        /// The external ID, at most 64 characters.
        public var externalID: String?
        /// The SAML persistent ID.
        public var persistentID: String?
        /// Whether Dropbox sends the invitation; always sent, as the default is true.
        public var sendWelcomeEmail: Bool
        /// Whether the member sees a restricted directory.
        public var isDirectoryRestricted: Bool?
        /// The role to start with; one at most.
        public var role: RoleID?

        /// A person with `email`, and an invitation mail as told.
        public init(email: String, sendWelcomeEmail: Bool) {
            self.email = email
            self.sendWelcomeEmail = sendWelcomeEmail
        }

        private enum CodingKeys: String, CodingKey {
            case email = "member_email"
            case givenName = "member_given_name"
            case surname = "member_surname"
            case externalID = "member_external_id"
            case persistentID = "member_persistent_id"
            case sendWelcomeEmail = "send_welcome_email"
            case isDirectoryRestricted = "is_directory_restricted"
            case roles = "role_ids"
        }

        /// Writes the documented fields, leaving out what is nil.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(email, forKey: .email)
            try container.encodeIfPresent(givenName, forKey: .givenName)
            try container.encodeIfPresent(surname, forKey: .surname)
            try container.encodeIfPresent(externalID, forKey: .externalID)
            try container.encodeIfPresent(persistentID, forKey: .persistentID)
            try container.encode(sendWelcomeEmail, forKey: .sendWelcomeEmail)
            try container.encodeIfPresent(isDirectoryRestricted, forKey: .isDirectoryRestricted)
            try container.encodeIfPresent(role.map { [$0] }, forKey: .roles)
        }
    }

    /// `MembersAddV2Arg`.
    struct AddMembersArgument: Encodable, Sendable {
        let forceAsync: Bool
        let newMembers: [NewMember]

        private enum CodingKeys: String, CodingKey {
            case forceAsync = "force_async"
            case newMembers = "new_members"
        }
    }

    /// `MemberAddV2Result`: what became of one person. Others of the same call may have fared differently.
    public enum MemberAddResult: Decodable, Sendable, Hashable {
        /// The person was added.
        case added(Member)
        /// The person was not added: the tag says why (`team_license_limit`, `user_already_on_team`, …).
        case refused(tag: String, email: String?)

        /// Decodes the union; every failure carries the email it is about.
        public init(from decoder: any Decoder) throws {
            let (tag, fields) = try decoder.union()
            if tag == "success" {
                self = .added(try Member(from: decoder))
            } else {
                self = .refused(tag: tag, email: try? fields?.payload(String.self, of: tag))
            }
        }

        /// The email to correlate the result with its person, in Dropbox's letter case.
        public var email: String? {
            switch self {
            case .added(let member): member.profile.email
            case .refused(_, let email): email
            }
        }
    }
}
