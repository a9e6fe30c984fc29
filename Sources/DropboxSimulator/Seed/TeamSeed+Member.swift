extension TeamSeed {
    /// A member of the team, in any status.
    public struct Member: Sendable, Equatable {
        /// `dbmid:…`
        public var id: String
        /// Primary email, in the case in which it was given.
        public var email: String
        /// Given name, may be empty.
        public var givenName: String
        /// Surname, may be empty.
        public var surname: String
        /// Where the member is in the life cycle.
        public var status: Status
        /// The member's role.
        public var role: Role
        /// External ID of at most 64 characters.
        public var externalID: String?
        /// Verified further addresses.
        public var secondaryEmails: [String]
        /// When the invitation was sent, `2026-01-31T09:00:00Z`.
        public var invitedOn: String?
        /// When the member joined.
        public var joinedOn: String?
        /// When the member was suspended; only on suspended ones.
        public var suspendedOn: String?
        /// The SAML persistent ID.
        public var persistentID: String?
        /// Whether the member is hidden from the directory.
        public var isDirectoryRestricted: Bool?
        /// Whether a removed member can be recovered. A recoverable member still holds email and external ID.
        public var isRecoverable: Bool
        /// Whether a removed member kept the account as a personal one.
        public var isDisconnected: Bool
        /// Whether a suspension or removal wiped the member's devices.
        public var isWiped: Bool
        /// Groups to return to on recovery.
        public var formerGroups: [FormerGroup]

        /// A member; everything but ID, email and status has a harmless default.
        public init(
            id: String,
            email: String,
            givenName: String = "",
            surname: String = "",
            status: Status = .active,
            role: Role = .memberOnly,
            externalID: String? = nil,
            secondaryEmails: [String] = [],
            invitedOn: String? = nil,
            joinedOn: String? = nil,
            suspendedOn: String? = nil,
            persistentID: String? = nil,
            isDirectoryRestricted: Bool? = nil,
            isRecoverable: Bool = false,
            isDisconnected: Bool = false,
            isWiped: Bool = false,
            formerGroups: [FormerGroup] = []
        ) {
            self.id = id
            self.email = email
            self.givenName = givenName
            self.surname = surname
            self.status = status
            self.role = role
            self.externalID = externalID
            self.secondaryEmails = secondaryEmails
            self.invitedOn = invitedOn
            self.joinedOn = joinedOn
            self.suspendedOn = suspendedOn
            self.persistentID = persistentID
            self.isDirectoryRestricted = isDirectoryRestricted
            self.isRecoverable = isRecoverable
            self.isDisconnected = isDisconnected
            self.isWiped = isWiped
            self.formerGroups = formerGroups
        }

        /// Active, invited or suspended: uses a seat and can be in groups.
        public var isLive: Bool { status != .removed }

        /// Live or recoverable: nobody else can have the same email or external ID.
        public var holdsIdentity: Bool { isLive || isRecoverable }
    }

    /// A group and who is in it.
    public struct Group: Sendable, Equatable {
        /// `g:…`
        public var id: String
        /// Name, unique in the team without regard to case.
        public var name: String
        /// External ID, unique in the team.
        public var externalID: String?
        /// Who manages the group.
        public var management: Management
        /// When it was created, in milliseconds since 1970.
        public var created: Int
        /// Its members; of a system-managed group they are not read, for everyone is in it.
        public var members: [Membership]

        /// When groups without a recorded time were created: 1 January 2024.
        public static let defaultCreated = 1_704_067_200_000

        /// A group.
        public init(
            id: String,
            name: String,
            externalID: String? = nil,
            management: Management = .companyManaged,
            created: Int = Group.defaultCreated,
            members: [Membership] = []
        ) {
            self.id = id
            self.name = name
            self.externalID = externalID
            self.management = management
            self.created = created
            self.members = members
        }
    }

    /// One member of a group.
    public struct Membership: Sendable, Equatable {
        /// The email of a live member.
        public var email: String
        /// What they may do.
        public var access: Access

        /// A membership.
        public init(email: String, access: Access = .member) {
            self.email = email
            self.access = access
        }
    }
}
