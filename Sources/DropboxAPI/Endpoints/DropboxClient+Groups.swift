extension DropboxClient {
    /// All groups of the team. Routes: `team/groups/list`, `team/groups/list/continue`.
    ///
    /// - Parameters:
    ///   - limit: rows per page, 1 to 1000.
    ///   - onPage: is told how many groups are read so far.
    /// - Throws: `DropboxError`; code `listingUnstable` when the cursor expires again and again.
    public func listGroups(
        limit: Int = 1000,
        onPage: (_ count: Int) -> Void = { _ in }
    ) async throws -> [Wire.GroupSummary] {
        try await listAll(
            Routes.listGroups,
            Wire.ListArgument(limit: limit),
            then: Routes.continueGroups,
            onPage: onPage
        )
    }

    /// Creates an empty group. Route: `team/groups/create`.
    ///
    /// - Throws: `DropboxError`; tags `group_name_already_used`, `group_name_invalid`, `external_id_already_in_use`.
    public func createGroup(
        name: String,
        externalID: String?,
        management: Wire.GroupManagement
    ) async throws -> Reply<Wire.GroupSummary> {
        try await call(
            Routes.createGroup,
            Wire.CreateGroupArgument(name: name, externalID: externalID, management: management)
        )
    }

    /// Changes a group. Route: `team/groups/update`.
    ///
    /// - Throws: `DropboxError`; tags such as `group_not_found`, `group_name_already_used`.
    @discardableResult
    public func updateGroup(
        _ id: Wire.GroupID,
        to changes: Wire.GroupChanges
    ) async throws -> Reply<Wire.GroupSummary> {
        try await call(Routes.updateGroup, Wire.UpdateGroupArgument(group: .init(id), changes: changes))
    }

    /// Deletes a group for good; may leave a job behind. Route: `team/groups/delete`.
    ///
    /// - Throws: `DropboxError`; tags `group_not_found`, `group_already_deleted`.
    public func deleteGroup(_ id: Wire.GroupID) async throws -> Reply<Wire.LaunchResult<Wire.Nothing>> {
        try await call(Routes.deleteGroup, Wire.GroupSelector(id))
    }
}
