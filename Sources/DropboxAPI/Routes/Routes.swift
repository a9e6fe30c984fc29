/// Every route roster uses (dropbox-api-spec, team.stone and auth.stone), once. A version suffix ends the full route name.
public enum Routes {
    // auth (auth.stone)
    static let revokeToken = Route<Wire.Nothing, Wire.Nothing>("auth/token/revoke", nil, .write)

    // team
    static let teamInfo = Route<Wire.Nothing, Wire.TeamInfo>("team/get_info", .teamInfoRead, .read)
    static let authenticatedAdmin = Route<Wire.Nothing, Wire.AuthenticatedAdmin>(
        "team/token/get_authenticated_admin",
        .teamInfoRead,
        .read
    )

    // members, reading
    static let listMembers = Route<Wire.ListMembersArgument, Wire.MembersPage>(
        "team/members/list_v2",
        .membersRead,
        .read,
        batchLimit: 1000
    )
    static let continueMembers = Route<Wire.CursorArgument, Wire.MembersPage>(
        "team/members/list/continue_v2",
        .membersRead,
        .read
    )
    static let memberInfo = Route<Wire.MemberInfoArgument, Wire.MemberInfoResult>(
        "team/members/get_info_v2",
        .membersRead,
        .read,
        batchLimit: 100
    )
    static let availableRoles = Route<Wire.Nothing, Wire.RolesResult>(
        "team/members/get_available_team_member_roles",
        .membersRead,
        .read
    )

    // members, writing
    static let addMembers = Route<Wire.AddMembersArgument, Wire.LaunchResult<[Wire.MemberAddResult]>>(
        "team/members/add_v2",
        .membersWrite,
        .write,
        batchLimit: 20
    )
    static let addMembersStatus = Route<Wire.JobArgument, Wire.JobStatus<[Wire.MemberAddResult]>>(
        "team/members/add/job_status/get_v2",
        .membersWrite,
        .read,
        isPoll: true
    )
    static let setProfile = Route<Wire.SetProfileArgument, Wire.SetProfileResult>(
        "team/members/set_profile_v2",
        .membersWrite,
        .write
    )
    static let setAdminPermissions = Route<Wire.SetRolesArgument, Wire.SetRolesResult>(
        "team/members/set_admin_permissions_v2",
        .membersWrite,
        .write
    )
    static let suspendMember = Route<Wire.SuspendArgument, Wire.Nothing>(
        "team/members/suspend",
        .membersWrite,
        .write
    )
    static let unsuspendMember = Route<Wire.MemberArgument, Wire.Nothing>(
        "team/members/unsuspend",
        .membersWrite,
        .write
    )
    static let removeMember = Route<Wire.RemoveMemberArgument, Wire.LaunchResult<Wire.Nothing>>(
        "team/members/remove",
        .membersDelete,
        .write
    )
    static let removeMemberStatus = Route<Wire.JobArgument, Wire.JobStatus<Wire.Nothing>>(
        "team/members/remove/job_status/get",
        .membersDelete,
        .read,
        isPoll: true
    )
    static let recoverMember = Route<Wire.MemberArgument, Wire.Nothing>(
        "team/members/recover",
        .membersDelete,
        .write
    )
    static let sendWelcomeEmail = Route<Wire.UserSelector, Wire.Nothing>(
        "team/members/send_welcome_email",
        .membersWrite,
        .write
    )

    // groups
    static let listGroups = Route<Wire.ListArgument, Wire.GroupsPage>(
        "team/groups/list",
        .groupsRead,
        .read,
        batchLimit: 1000
    )
    static let continueGroups = Route<Wire.CursorArgument, Wire.GroupsPage>(
        "team/groups/list/continue",
        .groupsRead,
        .read
    )
    static let createGroup = Route<Wire.CreateGroupArgument, Wire.GroupSummary>(
        "team/groups/create",
        .groupsWrite,
        .write
    )
    static let updateGroup = Route<Wire.UpdateGroupArgument, Wire.GroupSummary>(
        "team/groups/update",
        .groupsWrite,
        .write
    )
    static let deleteGroup = Route<Wire.GroupSelector, Wire.LaunchResult<Wire.Nothing>>(
        "team/groups/delete",
        .groupsWrite,
        .write
    )
    static let groupJobStatus = Route<Wire.JobArgument, Wire.JobStatus<Wire.Nothing>>(
        "team/groups/job_status/get",
        .groupsWrite,
        .read,
        isPoll: true
    )

    // group members
    static let listGroupMembers = Route<Wire.ListGroupMembersArgument, Wire.GroupMembersPage>(
        "team/groups/members/list",
        .groupsRead,
        .read,
        batchLimit: 1000
    )
    static let continueGroupMembers = Route<Wire.CursorArgument, Wire.GroupMembersPage>(
        "team/groups/members/list/continue",
        .groupsRead,
        .read
    )
    static let addGroupMembers = Route<Wire.AddGroupMembersArgument, Wire.GroupMembersChange>(
        "team/groups/members/add",
        .groupsWrite,
        .write,
        batchLimit: 100
    )
    static let removeGroupMembers = Route<Wire.RemoveGroupMembersArgument, Wire.GroupMembersChange>(
        "team/groups/members/remove",
        .groupsWrite,
        .write,
        batchLimit: 100
    )
    static let setGroupAccessType = Route<Wire.SetAccessTypeArgument, Wire.Nothing>(
        "team/groups/members/set_access_type",
        .groupsWrite,
        .write
    )

    /// The facts of every route, for checking scopes before the first write.
    public static let all: [RouteFacts] = [
        revokeToken.facts,
        teamInfo.facts, authenticatedAdmin.facts,
        listMembers.facts, continueMembers.facts, memberInfo.facts, availableRoles.facts,
        addMembers.facts, addMembersStatus.facts, setProfile.facts, setAdminPermissions.facts,
        suspendMember.facts, unsuspendMember.facts, removeMember.facts, removeMemberStatus.facts,
        recoverMember.facts, sendWelcomeEmail.facts,
        listGroups.facts, continueGroups.facts, createGroup.facts, updateGroup.facts,
        deleteGroup.facts, groupJobStatus.facts,
        listGroupMembers.facts, continueGroupMembers.facts, addGroupMembers.facts, removeGroupMembers.facts,
        setGroupAccessType.facts,
    ]

    /// The path of the route that invites people.
    public static let addMembersPath = addMembers.facts.path
    /// The path of the route that brings removed members back.
    public static let recoverMemberPath = recoverMember.facts.path
    /// The path of the route that suspends.
    public static let suspendMemberPath = suspendMember.facts.path
    /// The path of the route that removes members.
    public static let removeMemberPath = removeMember.facts.path
    /// The path of the route that deletes groups.
    public static let deleteGroupPath = deleteGroup.facts.path
    /// The most people one `team/members/add_v2` may carry.
    public static let addMembersBatch = addMembers.facts.batchLimit ?? 1
    /// The most people roster puts into one `team/groups/members/add` or `remove`; Dropbox documents no maximum.
    public static let groupMembersBatch = addGroupMembers.facts.batchLimit ?? 1
}
