/// A group of the live team (spec: `GroupSummary`) with its memberships.
public struct Group: Sendable, Equatable {
    /// The group's ID.
    public var id: GroupID
    /// The group's name.
    public var name: String
    /// The external ID; `nil` when there is none.
    public var externalID: String?
    /// Who manages the group.
    public var management: GroupManagement
    /// How many members Dropbox says the group has.
    public var memberCount: Int
    /// The memberships that were read.
    public var members: [Membership]

    /// Describes a group.
    public init(
        id: GroupID,
        name: String,
        externalID: String? = nil,
        management: GroupManagement = .companyManaged,
        memberCount: Int,
        members: [Membership]
    ) {
        self.id = id
        self.name = name
        self.externalID = externalID
        self.management = management
        self.memberCount = memberCount
        self.members = members
    }
}

/// Who manages a group (spec: `team_common.GroupManagementType`).
public enum GroupManagement: String, Sendable, Hashable {
    /// Only admins change the group.
    case companyManaged = "company_managed"
    /// The group's owners change it too.
    case userManaged = "user_managed"
    /// Dropbox keeps it, such as “Everyone at …”. Also stands for types that this version does not know.
    case systemManaged = "system_managed"
}

/// One live membership.
public struct Membership: Sendable, Hashable {
    /// The member's position in ``LiveState/members``.
    public var member: Int {
        get { Int(position) }
        set { position = Int32(newValue) }
    }
    /// Large teams have a million memberships: half the memory is half the waiting for it.
    private var position: Int32
    /// The access; `nil` when only the membership was read.
    public var access: GroupAccess?

    /// Describes a membership.
    public init(member: Int, access: GroupAccess? = nil) {
        position = Int32(member)
        self.access = access
    }
}

/// What a member may do in a group (spec: `GroupAccessType`).
public enum GroupAccess: String, Sendable, Hashable {
    /// Belongs to the group.
    case member
    /// Manages the group too.
    case owner
}
