extension DropboxClient {
    /// All members of the team. Routes: `team/members/list_v2`, `team/members/list/continue_v2`.
    ///
    /// - Parameters:
    ///   - limit: rows per page, 1 to 1000; Dropbox has returned empty lists to large teams for large limits.
    ///   - includeRemoved: also members who can still be recovered.
    ///   - onPage: is told how many members are read so far; falls back when the listing starts anew.
    /// - Throws: `DropboxError`; code `listingUnstable` when the cursor expires again and again.
    public func listMembers(
        limit: Int = 200,
        includeRemoved: Bool,
        onPage: (_ count: Int) -> Void = { _ in }
    ) async throws -> [Wire.Member] {
        try await listAll(
            Routes.listMembers,
            Wire.ListMembersArgument(limit: limit, includeRemoved: includeRemoved),
            then: Routes.continueMembers,
            onPage: onPage
        )
    }

    /// What each of `lookups` finds, in their order. Route: `team/members/get_info_v2`.
    ///
    /// - Throws: `DropboxError`.
    public func memberInfo(_ lookups: [Wire.MemberLookup]) async throws -> [Wire.MemberInfoItem] {
        var items = [Wire.MemberInfoItem]()
        for batch in lookups.batches(of: Routes.memberInfo.facts.batchLimit) {
            items += try await call(Routes.memberInfo, Wire.MemberInfoArgument(members: batch)).value.items
        }
        return items
    }

    /// The roles members can be given. Route: `team/members/get_available_team_member_roles`.
    ///
    /// - Throws: `DropboxError`.
    public func availableRoles() async throws -> [Wire.Role] {
        try await call(Routes.availableRoles, Wire.Nothing()).value.roles
    }
}
