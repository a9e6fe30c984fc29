public import Reconciliation
public import TeamPlanning

/// One call that an ``InMemoryTeam`` was asked for.
public enum TeamCall: Sendable, Hashable {
    /// People to be invited.
    case createUsers([NewUser])
    /// A member to be recovered.
    case recoverUser(MemberID)
    /// A member whose groups are read.
    case groupsOf(MemberID)
    /// A profile to be changed.
    case updateUser(MemberID, ProfileUpdate)
    /// A role to be set.
    case setRole(MemberID, RoleID?)
    /// A member to be suspended.
    case suspendUser(MemberID, wipeData: Bool)
    /// A suspension to be lifted.
    case unsuspendUser(MemberID)
    /// A member to be removed.
    case removeUser(MemberID, RemovalOptions)
    /// A group to be created.
    case createGroup(NewGroup)
    /// A group to be changed.
    case updateGroup(GroupID, GroupUpdate)
    /// A group to be deleted.
    case deleteGroup(GroupID)
    /// Members to be added.
    case addMembers(GroupID, [GroupMember])
    /// Members to be removed from a group.
    case removeMembers(GroupID, [MemberID])
    /// Access to be set.
    case setAccess(GroupID, MemberID, GroupAccess)
}
