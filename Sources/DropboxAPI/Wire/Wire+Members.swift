extension Wire {
    /// `TeamMemberInfoV2`: a member and the roles they hold.
    public struct Member: Decodable, Sendable, Hashable {
        /// Who it is.
        public let profile: MemberProfile
        /// The admin roles, nil when not given.
        public let roles: [Role]?
    }

    /// `TeamMemberProfile`, and `MemberProfile` where `groups` is nil; only the fields roster needs.
    public struct MemberProfile: Decodable, Sendable, Hashable {
        /// The member's stable ID.
        public let id: MemberID
        /// The external ID.
        public let externalID: String?
        /// The primary email address, in Dropbox's letter case.
        public let email: String
        /// Further addresses.
        public let secondaryEmails: [SecondaryEmail]
        /// Active, invited, suspended or removed.
        public let status: MemberStatus
        /// Given name and surname.
        public let name: PersonName
        /// When the member was invited, `yyyy-MM-ddTHH:mm:ssZ`; on invited members.
        public let invitedOn: String?
        /// When the member joined, `yyyy-MM-ddTHH:mm:ssZ`.
        public let joinedOn: String?
        /// When the member was suspended, `yyyy-MM-ddTHH:mm:ssZ`; on suspended members.
        public let suspendedOn: String?
        /// The SAML persistent ID.
        public let persistentID: String?
        /// Whether the member sees a restricted directory.
        public let isDirectoryRestricted: Bool?
        /// The IDs of the member's groups; nil in rows of a group's member list.
        public let groups: [GroupID]?

        private enum CodingKeys: String, CodingKey {
            case id = "team_member_id"
            case externalID = "external_id"
            case email
            case secondaryEmails = "secondary_emails"
            case status
            case name
            case invitedOn = "invited_on"
            case joinedOn = "joined_on"
            case suspendedOn = "suspended_on"
            case persistentID = "persistent_id"
            case isDirectoryRestricted = "is_directory_restricted"
            case groups
        }

        /// Decodes a profile; written out because a team has up to 100,000 of them, each with many group IDs.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            id = MemberID(rawValue: try container.decode(String.self, forKey: .id))
            externalID = try container.decodeIfPresent(String.self, forKey: .externalID)
            email = try container.decode(String.self, forKey: .email)
            secondaryEmails = try container.decodeIfPresent([SecondaryEmail].self, forKey: .secondaryEmails) ?? []
            status = try container.decode(MemberStatus.self, forKey: .status)
            name = try container.decode(PersonName.self, forKey: .name)
            invitedOn = try container.decodeIfPresent(String.self, forKey: .invitedOn)
            joinedOn = try container.decodeIfPresent(String.self, forKey: .joinedOn)
            suspendedOn = try container.decodeIfPresent(String.self, forKey: .suspendedOn)
            persistentID = try container.decodeIfPresent(String.self, forKey: .persistentID)
            isDirectoryRestricted = try container.decodeIfPresent(Bool.self, forKey: .isDirectoryRestricted)
            groups = try container.decodeIfPresent([String].self, forKey: .groups)?.map(GroupID.init(rawValue:))
        }
    }

    /// `Name`, as far as it can be managed.
    public struct PersonName: Decodable, Sendable, Hashable {
        /// The given name; may be empty.
        public let given: String
        /// The surname; may be empty.
        public let surname: String

        private enum CodingKeys: String, CodingKey {
            case given = "given_name"
            case surname
        }
    }

    /// `SecondaryEmail`.
    public struct SecondaryEmail: Decodable, Sendable, Hashable {
        /// The address.
        public let email: String
        /// Whether its owner has confirmed it.
        public let isVerified: Bool

        private enum CodingKeys: String, CodingKey {
            case email
            case isVerified = "is_verified"
        }
    }

    /// `TeamMemberStatus`.
    public enum MemberStatus: Decodable, Sendable, Hashable {
        /// Has joined and may work.
        case active
        /// Has not joined yet.
        case invited
        /// Cannot sign in.
        case suspended
        /// Was removed; recoverable for seven days unless the account was turned into a personal one.
        case removed(isRecoverable: Bool, isDisconnected: Bool)
        /// A status this version does not know.
        case other(String)

        /// Decodes the union; the fields of `removed` lie beside the tag.
        public init(from decoder: any Decoder) throws {
            let (tag, fields) = try decoder.union()
            func flag(_ name: String) throws -> Bool {
                try fields?.decodeIfPresent(Bool.self, forKey: UnionKey(stringValue: name)) ?? false
            }
            switch tag {
            case "active": self = .active
            case "invited": self = .invited
            case "suspended": self = .suspended
            case "removed":
                self = .removed(
                    isRecoverable: try flag("is_recoverable"),
                    isDisconnected: try flag("is_disconnected")
                )
            default: self = .other(tag)
            }
        }
    }
}
