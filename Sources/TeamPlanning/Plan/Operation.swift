/// Exactly what a change sends to Dropbox, typed.
public enum Operation: Sendable, Hashable {
    /// Invite a person.
    case createUser(NewUser)
    /// Bring a removed member back.
    case recoverUser(MemberID)
    /// Change a member's profile.
    case updateUser(MemberID, ProfileUpdate)
    /// Give a member this one role, or none.
    case setRole(MemberID, RoleID?)
    /// Suspend a member.
    case suspendUser(MemberID, wipeData: Bool)
    /// Lift a suspension.
    case unsuspendUser(MemberID)
    /// Remove a member.
    case removeUser(MemberID, RemovalOptions)
    /// Create a group.
    case createGroup(NewGroup)
    /// Change a group.
    case updateGroup(GroupID, GroupUpdate)
    /// Delete a group.
    case deleteGroup(GroupID)
    /// Change a group's memberships.
    case changeMembers(MembershipChange)
}

extension Operation {
    /// Dropbox's ID of the member or group that the operation is sent to; `nil` for what is yet to be created.
    public var existingID: String? {
        switch self {
        case .createUser, .createGroup: return nil
        case .recoverUser(let id), .unsuspendUser(let id): return id.rawValue
        case .updateUser(let id, _), .setRole(let id, _), .suspendUser(let id, _), .removeUser(let id, _):
            return id.rawValue
        case .updateGroup(let id, _), .deleteGroup(let id): return id.rawValue
        case .changeMembers(let members):
            if case .existing(let id) = members.group { return id.rawValue }
            return nil
        }
    }
}

/// A person to be invited (spec: `MemberAddV2Arg`).
public struct NewUser: Sendable, Hashable {
    /// The primary email.
    public var email: String
    /// The given name; `nil` sends none.
    public var givenName: String?
    /// The surname; `nil` sends none.
    public var surname: String?
    /// The external ID in its written form.
    public var externalID: String?
    /// The SAML persistent ID.
    public var persistentID: String?
    /// Whether Dropbox sends its welcome email.
    public var sendWelcomeEmail: Bool
    /// Whether the person is hidden from the team directory.
    public var isDirectoryRestricted: Bool?
    /// The role given at once.
    public var role: RoleID?

    /// Describes a person with nothing but an email.
    public init(email: String, sendWelcomeEmail: Bool) {
        self.email = email
        self.sendWelcomeEmail = sendWelcomeEmail
    }
}

/// The profile fields to set; `nil` leaves a field alone, an empty `externalID` clears it (spec: `MembersSetProfileArg`).
public struct ProfileUpdate: Sendable, Hashable {
    /// The new primary email.
    public var email: String?
    /// The new given name.
    public var givenName: String?
    /// The new surname.
    public var surname: String?
    /// The new external ID in its written form; empty clears it.
    public var externalID: String?
    /// The new SAML persistent ID.
    public var persistentID: String?
    /// Whether the person is hidden from the team directory.
    public var isDirectoryRestricted: Bool?

    /// An update that sets nothing.
    public init() {}

    /// Whether nothing is set.
    public var isEmpty: Bool { self == ProfileUpdate() }
}

/// How a member is removed (spec: `MembersRemoveArg`).
public struct RemovalOptions: Sendable, Hashable {
    /// Whether devices are wiped. Dropbox's own default is yes; roster always says.
    public var wipeData = false
    /// The person keeps a Basic account.
    public var keepAccount = false
    /// The person keeps access to team folders shared with them.
    public var retainTeamShares = false
    /// Files are deleted at once.
    public var permanentlyDeleteFiles = false
    /// Who receives the files.
    public var transferDest: MemberID?
    /// Who is told of transfer errors.
    public var transferAdmin: MemberID?

    /// The harmless options.
    public init() {}
}

/// A group to be created (spec: `GroupCreateArg`).
public struct NewGroup: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The external ID in its written form.
    public var externalID: String
    /// Who manages it.
    public var management: DesiredManagement

    /// Describes a group.
    public init(name: String, externalID: String, management: DesiredManagement) {
        self.name = name
        self.externalID = externalID
        self.management = management
    }
}

/// The group fields to set; `nil` leaves a field alone, an empty `externalID` clears it (spec: `GroupUpdateArgs`).
public struct GroupUpdate: Sendable, Hashable {
    /// The new name.
    public var name: String?
    /// The new external ID in its written form; empty clears it.
    public var externalID: String?
    /// Who manages the group from now on.
    public var management: DesiredManagement?

    /// An update that sets nothing.
    public init() {}

    /// Whether nothing is set.
    public var isEmpty: Bool { self == GroupUpdate() }
}

/// The memberships of one group to change.
public struct MembershipChange: Sendable, Hashable {
    /// The group.
    public var group: GroupReference
    /// Members to add.
    public var add: [MemberAccess]
    /// Members to remove.
    public var remove: [MemberAccess]
    /// Members whose access changes.
    public var setAccess: [MemberAccess]

    /// Puts a change together.
    public init(
        group: GroupReference,
        add: [MemberAccess] = [],
        remove: [MemberAccess] = [],
        setAccess: [MemberAccess] = []
    ) {
        self.group = group
        self.add = add
        self.remove = remove
        self.setAccess = setAccess
    }
}

/// A group that exists, or that a change of the same plan creates.
public enum GroupReference: Sendable, Hashable {
    /// The group with this ID.
    case existing(GroupID)
    /// The group that this change creates.
    case created(by: ChangeID)
}

/// A person that exists, or that a change of the same plan creates.
public enum MemberReference: Sendable, Hashable {
    /// The member with this ID.
    case existing(MemberID)
    /// The member that this change creates.
    case created(by: ChangeID)
}

/// A person with their access in a group.
public struct MemberAccess: Sendable, Hashable {
    /// The person.
    public var member: MemberReference
    /// The person's email as desired, for people to read.
    public var email: String
    /// The access; `nil` where it is not spoken of, as in a removal.
    public var access: GroupAccess?

    /// Describes a membership.
    public init(member: MemberReference, email: String, access: GroupAccess?) {
        self.member = member
        self.email = email
        self.access = access
    }
}
