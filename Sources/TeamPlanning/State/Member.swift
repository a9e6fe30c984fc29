/// A member of the live team (spec: `TeamMemberInfoV2`).
public struct Member: Sendable, Hashable {
    /// The member's ID.
    public var id: MemberID
    /// The primary email as Dropbox returned it.
    public var email: String
    /// Other emails of the account.
    public var secondaryEmails: [String]
    /// The external ID; `nil` when there is none.
    public var externalID: String?
    /// The state of the membership.
    public var status: MemberStatus
    /// The given name.
    public var givenName: String
    /// The surname.
    public var surname: String
    /// The roles; Dropbox allows one at most.
    public var roles: [RoleID]
    /// The SAML persistent ID.
    public var persistentID: String?
    /// Whether the member is hidden from the team directory; `nil` when Dropbox did not say.
    public var isDirectoryRestricted: Bool?
    /// When the member was suspended, as Dropbox writes it (`2026-01-31T12:00:00Z`).
    public var suspendedOn: String?
    /// When the member was invited, in the same form; `nil` once they have joined.
    public var invitedOn: String?

    /// Describes a member.
    public init(
        id: MemberID,
        email: String,
        secondaryEmails: [String] = [],
        externalID: String? = nil,
        status: MemberStatus,
        givenName: String = "",
        surname: String = "",
        roles: [RoleID] = [],
        persistentID: String? = nil,
        isDirectoryRestricted: Bool? = nil,
        suspendedOn: String? = nil,
        invitedOn: String? = nil
    ) {
        self.id = id
        self.email = email
        self.secondaryEmails = secondaryEmails
        self.externalID = externalID
        self.status = status
        self.givenName = givenName
        self.surname = surname
        self.roles = roles
        self.persistentID = persistentID
        self.isDirectoryRestricted = isDirectoryRestricted
        self.suspendedOn = suspendedOn
        self.invitedOn = invitedOn
    }
}

/// The state of a membership (spec: `TeamMemberStatus`).
public enum MemberStatus: Sendable, Hashable {
    /// Joined and able to sign in.
    case active
    /// Invited, not joined yet.
    case invited
    /// Suspended.
    case suspended
    /// Removed; may be recoverable for some days.
    case removed(isRecoverable: Bool)
    /// A state that this version does not know; such a member is left alone.
    case unknown

    /// Whether the member belongs to the team and holds a seat.
    public var isLive: Bool {
        switch self {
        case .active, .invited, .suspended, .unknown: true
        case .removed: false
        }
    }

    /// The status' name in plans, filters and snapshots.
    public var name: String {
        switch self {
        case .active: "active"
        case .invited: "invited"
        case .suspended: "suspended"
        case .removed: "removed"
        case .unknown: "unknown"
        }
    }
}
