extension DropboxClient {
    /// All members of a group. Routes: `team/groups/members/list`, `team/groups/members/list/continue`.
    ///
    /// - Parameter limit: rows per page, 1 to 1000.
    /// - Throws: `DropboxError`; tag `group_not_found`, code `listingUnstable`.
    public func listGroupMembers(of id: Wire.GroupID, limit: Int = 1000) async throws -> [Wire.GroupMember] {
        try await listAll(
            Routes.listGroupMembers,
            Wire.ListGroupMembersArgument(group: .init(id), limit: limit),
            then: Routes.continueGroupMembers
        )
    }

    /// Adds members to a group; one unfit member fails the whole call. Route: `team/groups/members/add`.
    ///
    /// - Throws: `DropboxError`; tags such as `duplicate_user`, or `members_not_in_team` with `offenders`.
    @discardableResult
    public func addGroupMembers(
        to id: Wire.GroupID,
        _ members: [Wire.MemberAccess]
    ) async throws -> Reply<Wire.GroupSummary> {
        try await call(Routes.addGroupMembers, Wire.AddGroupMembersArgument(group: .init(id), members: members))
            .map(\.group)
    }

    /// Removes members from a group; one non-member fails the whole call. Route: `team/groups/members/remove`.
    ///
    /// - Throws: `DropboxError`; tags such as `member_not_in_group`, or `users_not_found` with `offenders`.
    @discardableResult
    public func removeGroupMembers(
        from id: Wire.GroupID,
        _ members: [Wire.MemberID]
    ) async throws -> Reply<Wire.GroupSummary> {
        let users = members.map(Wire.UserSelector.init)
        return try await call(
            Routes.removeGroupMembers,
            Wire.RemoveGroupMembersArgument(group: .init(id), users: users)
        )
        .map(\.group)
    }

    /// Makes a group's member its owner, or an ordinary member. Route: `team/groups/members/set_access_type`.
    ///
    /// - Throws: `DropboxError`; tags such as `member_not_in_group`, `user_cannot_be_manager_of_company_managed_group`.
    @discardableResult
    public func setGroupAccess(
        in id: Wire.GroupID,
        of member: Wire.MemberID,
        to access: Wire.GroupAccess
    ) async throws -> Reply<Wire.Nothing> {
        try await call(
            Routes.setGroupAccessType,
            Wire.SetAccessTypeArgument(group: .init(id), user: .init(member), access: access)
        )
    }
}
