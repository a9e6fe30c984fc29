extension DropboxClient {
    /// Invites up to ``Routes/addMembersBatch`` people; each succeeds or fails alone. Route: `team/members/add_v2`.
    ///
    /// - Parameter forceAsync: whether Dropbox must answer with a job.
    /// - Throws: `DropboxError`.
    public func addMembers(
        _ members: [Wire.NewMember],
        forceAsync: Bool
    ) async throws -> Reply<Wire.LaunchResult<[Wire.MemberAddResult]>> {
        try await call(Routes.addMembers, Wire.AddMembersArgument(forceAsync: forceAsync, newMembers: members))
    }

    /// Changes a member's profile. Route: `team/members/set_profile_v2`.
    ///
    /// - Throws: `DropboxError`; tags such as `email_reserved_for_other_user`, `external_id_used_by_other_user`.
    @discardableResult
    public func setProfile(of id: Wire.MemberID, to changes: Wire.ProfileChanges) async throws -> Reply<Wire.Member> {
        try await call(Routes.setProfile, Wire.SetProfileArgument(user: .init(id), changes: changes)).map(\.member)
    }

    /// Gives a member one role, or none. Route: `team/members/set_admin_permissions_v2`.
    ///
    /// - Throws: `DropboxError`; tags such as `last_admin`, `cannot_set_permissions`.
    @discardableResult
    public func setRole(of id: Wire.MemberID, to role: Wire.RoleID?) async throws -> Reply<[Wire.Role]> {
        let roles = role.map { [$0] } ?? []
        return try await call(Routes.setAdminPermissions, Wire.SetRolesArgument(user: .init(id), roles: roles))
            .map { $0.roles ?? [] }
    }

    /// Suspends a member. Route: `team/members/suspend`.
    ///
    /// - Parameter wipeData: whether the data on the member's devices is deleted.
    /// - Throws: `DropboxError`; tags such as `suspend_inactive_user`, `suspend_last_admin`.
    @discardableResult
    public func suspendMember(_ id: Wire.MemberID, wipeData: Bool) async throws -> Reply<Wire.Nothing> {
        try await call(Routes.suspendMember, Wire.SuspendArgument(user: .init(id), wipeData: wipeData))
    }

    /// Lets a suspended member in again. Route: `team/members/unsuspend`.
    ///
    /// - Throws: `DropboxError`; tags `unsuspend_non_suspended_member`, `team_license_limit`.
    @discardableResult
    public func unsuspendMember(_ id: Wire.MemberID) async throws -> Reply<Wire.Nothing> {
        try await call(Routes.unsuspendMember, Wire.MemberArgument(user: .init(id)))
    }

    /// Removes a member; may leave a job behind. Route: `team/members/remove`.
    ///
    /// - Throws: `DropboxError`; tags such as `remove_last_admin`, `user_not_in_team`.
    public func removeMember(
        _ id: Wire.MemberID,
        options: Wire.RemovalOptions
    ) async throws -> Reply<Wire.LaunchResult<Wire.Nothing>> {
        try await call(Routes.removeMember, Wire.RemoveMemberArgument(user: .init(id), options: options))
    }

    /// Brings a removed member back. Route: `team/members/recover`.
    ///
    /// - Throws: `DropboxError`; tags `user_unrecoverable`, `team_license_limit`.
    @discardableResult
    public func recoverMember(_ id: Wire.MemberID) async throws -> Reply<Wire.Nothing> {
        try await call(Routes.recoverMember, Wire.MemberArgument(user: .init(id)))
    }

    /// Sends an invited member the invitation again. Route: `team/members/send_welcome_email`.
    ///
    /// - Throws: `DropboxError`.
    @discardableResult
    public func sendWelcomeEmail(to id: Wire.MemberID) async throws -> Reply<Wire.Nothing> {
        try await call(Routes.sendWelcomeEmail, Wire.UserSelector(id))
    }
}
