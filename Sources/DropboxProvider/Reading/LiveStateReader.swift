public import DropboxAPI
public import TeamPlanning

/// Reads the team from Dropbox in as few calls as it takes (spec: `team/get_info`, `team/token/get_authenticated_admin`,
/// `team/members/list_v2`, `team/groups/list`, and `team/groups/members/list` only where the others leave a doubt).
public struct LiveStateReader: Sendable {
    private let client: DropboxClient
    private let options: LiveReadOptions
    private let observe: @Sendable (LiveReadProgress) -> Void

    /// Reads through `client`; `observe` is told how far a read has come.
    public init(
        client: DropboxClient,
        options: LiveReadOptions = LiveReadOptions(),
        observe: @escaping @Sendable (LiveReadProgress) -> Void = { _ in }
    ) {
        self.client = client
        self.options = options
        self.observe = observe
    }

    /// Reads the team. Memberships of system-managed groups are left out.
    ///
    /// - Parameters:
    ///   - needsRoles: Whether all roles of the team have to be known, because manifests give roles to people. Otherwise
    ///     the roles are those that members hold.
    ///   - needsAccess: Whether it has to be known who owns a group.
    /// - Throws: `DropboxError`.
    public func read(needsRoles: Bool, needsAccess: (Group) -> Bool) async throws -> LiveState {
        async let info = client.teamInfo()
        async let admin = client.authenticatedAdmin()
        async let roles = needsRoles ? client.availableRoles() : []
        async let groups = listGroups()
        async let members = listMembers()

        let actingAdmin = ActingAdmin(try await admin)
        let rows = try await repeatedIfIncomplete(members, actingAdmin)
        var assembly = LiveStateAssembly(members: rows, groups: try await groups)
        try await settleMemberships(&assembly, needsAccess)
        return LiveState(
            team: Team(try await info),
            actingAdmin: actingAdmin,
            members: assembly.members,
            groups: assembly.groups,
            roles: RoleKeys.roles(listed: try await roles, heldBy: rows)
        )
    }
}

extension LiveStateReader {
    private func listMembers(pageSize: Int? = nil) async throws -> [Wire.Member] {
        try await client.listMembers(limit: pageSize ?? options.pageSize, includeRemoved: true) {
            observe(.members(read: $0))
        }
    }

    private func listGroups() async throws -> [Wire.GroupSummary] {
        try await client.listGroups(limit: options.pageSize) { observe(.groups(read: $0)) }
    }

    /// Large teams have got lists without members in them for large pages, so a list without the acting admin is read once
    /// more in small ones. What is then still missing is for the gate `complete_read` to refuse.
    private func repeatedIfIncomplete(
        _ members: [Wire.Member],
        _ actingAdmin: ActingAdmin
    ) async throws -> [Wire.Member] {
        let isComplete = members.contains { $0.profile.id.rawValue == actingAdmin.id.rawValue }
        guard !isComplete, options.pageSize > LiveReadOptions.smallPageSize else { return members }
        return try await listMembers(pageSize: LiveReadOptions.smallPageSize)
    }

    /// Reads the members of those groups one by one of which the listing leaves a doubt.
    private func settleMemberships(
        _ assembly: inout LiveStateAssembly,
        _ needsAccess: (Group) -> Bool
    ) async throws {
        let doubtful = assembly.groups.indices.filter { index in
            let group = assembly.groups[index]
            guard group.management != .systemManaged else { return false }
            return assembly.isDoubtful(index) || needsAccess(group)
        }
        guard !doubtful.isEmpty else { return }
        var queue = doubtful[...]
        var finished = 0
        let ids = assembly.groups.map { Wire.GroupID(rawValue: $0.id.rawValue) }
        try await withThrowingTaskGroup(of: (Int, [Wire.GroupMember]?).self) { tasks in
            func addNext() {
                guard let index = queue.popFirst() else { return }
                tasks.addTask { (index, try await members(of: ids[index])) }
            }
            for _ in 0..<max(options.concurrency, 1) { addNext() }
            while let (index, rows) = try await tasks.next() {
                assembly.settle(index, rows)
                finished += 1
                observe(.memberships(groupsRead: finished, of: doubtful.count))
                addNext()
            }
        }
        assembly.dropVanishedGroups()
    }

    /// The group's members; `nil` when the group was deleted in the meantime.
    private func members(of group: Wire.GroupID) async throws -> [Wire.GroupMember]? {
        do {
            return try await client.listGroupMembers(of: group)
        } catch let error as DropboxError where error.hasTag("group_not_found") {
            return nil
        }
    }
}
