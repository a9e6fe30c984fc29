// The routes by what they are used for: where their scopes are asked for before the first call.
extension Routes {
    /// Reading the team.
    public static let reading = [
        teamInfo.facts, authenticatedAdmin.facts, listMembers.facts, continueMembers.facts, memberInfo.facts,
        availableRoles.facts, listGroups.facts, continueGroups.facts, listGroupMembers.facts,
        continueGroupMembers.facts,
    ]
    /// Inviting people.
    public static let inviting = [addMembers.facts, addMembersStatus.facts]
    /// Bringing removed members back.
    public static let recovering = [recoverMember.facts]
    /// Changing profiles.
    public static let updatingProfiles = [setProfile.facts]
    /// Changing roles.
    public static let settingRoles = [setAdminPermissions.facts]
    /// Suspending members.
    public static let suspending = [suspendMember.facts]
    /// Lifting suspensions.
    public static let unsuspending = [unsuspendMember.facts]
    /// Removing members.
    public static let removing = [removeMember.facts, removeMemberStatus.facts]
    /// Creating groups.
    public static let creatingGroups = [createGroup.facts]
    /// Changing groups.
    public static let updatingGroups = [updateGroup.facts]
    /// Deleting groups.
    public static let deletingGroups = [deleteGroup.facts, groupJobStatus.facts]
    /// Adding and removing a group's members, and setting their access.
    public static let changingMemberships = [
        addGroupMembers.facts, removeGroupMembers.facts, setGroupAccessType.facts,
    ]
}
