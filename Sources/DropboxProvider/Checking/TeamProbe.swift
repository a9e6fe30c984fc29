public import DropboxAPI
public import TeamPlanning

/// Tries everything that reading a team takes, one after the other, and keeps each success and each failure.
public struct TeamProbe: Sendable {
    /// What came of each try; nil where it was not tried, because the one that it needs failed.
    public struct Observation: Sendable {
        /// The token: fetched where it has to be.
        public var token: Result<TokenStatus, DropboxError>
        /// The team (spec: `team/get_info`).
        public var team: Result<Team, DropboxError>?
        /// The admin who authorised the token (spec: `team/token/get_authenticated_admin`).
        public var admin: Result<ActingAdmin, DropboxError>?
        /// All members, removed ones included (spec: `team/members/list_v2`).
        public var members: Result<[Member], DropboxError>?
        /// The roles that members hold.
        public var roles: [Role] = []
        /// All groups, without their members (spec: `team/groups/list`).
        public var groups: Result<[Group], DropboxError>?
    }

    private let client: DropboxClient
    private let pageSize: Int

    /// Probes through `client`, with so many members on a page.
    public init(client: DropboxClient, pageSize: Int = LiveReadOptions.defaultPageSize) {
        self.client = client
        self.pageSize = pageSize
    }

    /// Makes all tries that make sense.
    ///
    /// - Throws: `CancellationError`.
    public func run() async throws -> Observation {
        var seen = Observation(token: try await attempt { try await client.tokenStatus() })
        guard case .success = seen.token else { return seen }
        let info = try await attempt { try await client.teamInfo() }
        seen.team = info.map { Team($0) }
        if case .failure(let error) = info, !error.concernsOneRoute { return seen }
        seen.admin = try await attempt { ActingAdmin(try await client.authenticatedAdmin()) }
        let members = try await attempt { try await client.listMembers(limit: pageSize, includeRemoved: true) }
        seen.members = members.map { $0.map(Member.init) }
        seen.roles = RoleKeys.roles(listed: [], heldBy: (try? members.get()) ?? [])
        seen.groups = try await attempt { try await client.listGroups(limit: pageSize).map { Group($0) } }
        return seen
    }

    private func attempt<Value>(_ call: () async throws -> Value) async throws -> Result<Value, DropboxError> {
        do {
            return .success(try await call())
        } catch let error as DropboxError {
            return .failure(error)
        }
    }
}

extension DropboxError {
    /// Whether other routes may answer all the same.
    fileprivate var concernsOneRoute: Bool {
        switch code {
        case .missingScope, .routeAccessDenied, .accessDenied, .routeError, .badRequest, .undecodable: true
        default: false
        }
    }
}
