/// Everything that roster can do to a team: the one list of actions. The raw value is what plans show.
public enum Action: String, Sendable, Hashable, CaseIterable {
    /// Invite a person (spec: `team/members/add_v2`).
    case userCreate = "user.create"
    /// Bring a removed member back (spec: `team/members/recover`).
    case userRecover = "user.recover"
    /// Change a member's profile (spec: `team/members/set_profile_v2`).
    case userUpdate = "user.update"
    /// Change a member's role (spec: `team/members/set_admin_permissions_v2`).
    case userSetRole = "user.set_role"
    /// Suspend a member (spec: `team/members/suspend`).
    case userSuspend = "user.suspend"
    /// Lift a suspension (spec: `team/members/unsuspend`).
    case userUnsuspend = "user.unsuspend"
    /// Remove a member from the team (spec: `team/members/remove`).
    case userRemove = "user.remove"
    /// Create a group (spec: `team/groups/create`).
    case groupCreate = "group.create"
    /// Change a group's name, external ID or management (spec: `team/groups/update`).
    case groupUpdate = "group.update"
    /// Delete a group for good (spec: `team/groups/delete`).
    case groupDelete = "group.delete"
    /// Add and remove a group's members and set their access (spec: `team/groups/members/*`).
    case groupMembers = "group.members"

    /// Whether the action is about a user; otherwise it is about a group.
    public var concernsUser: Bool {
        switch self {
        case .userCreate, .userRecover, .userUpdate, .userSetRole, .userSuspend, .userUnsuspend, .userRemove: true
        case .groupCreate, .groupUpdate, .groupDelete, .groupMembers: false
        }
    }
}
