/// What the client knows about one route, whatever its types: the single source of these facts.
public struct RouteFacts: Sendable, Hashable {
    /// Whether a route changes the team.
    public enum Access: Sendable, Hashable {
        /// Reads only, so it may be repeated at will.
        case read
        /// Changes something, so it must not be repeated blindly.
        case write
    }

    /// The path below the service URI, for example `team/members/list_v2`.
    public let path: String
    /// The scope it needs; nil for what concerns tokens alone.
    public let scope: Scope?
    /// Whether it reads or writes.
    public let access: Access
    /// Whether it asks how a job goes.
    public let isPoll: Bool
    /// The most items one call may carry: Dropbox's documented maximum, or roster's own where none is documented.
    public let batchLimit: Int?

    init(_ path: String, _ scope: Scope?, _ access: Access, isPoll: Bool = false, batchLimit: Int? = nil) {
        self.path = path
        self.scope = scope
        self.access = access
        self.isPoll = isPoll
        self.batchLimit = batchLimit
    }

    var effectWhenInDoubt: DropboxError.Effect { access == .read ? .rejected : .outcomeUnknown }
}

/// A route with the types of its argument and its result.
struct Route<Argument: Encodable & Sendable, Result: Decodable & Sendable>: Sendable {
    let facts: RouteFacts

    init(_ path: String, _ scope: Scope?, _ access: RouteFacts.Access, isPoll: Bool = false, batchLimit: Int? = nil) {
        self.facts = RouteFacts(path, scope, access, isPoll: isPoll, batchLimit: batchLimit)
    }
}

/// The OAuth scopes that roster's routes need (team.stone, attribute `scope`).
public enum Scope: String, Sendable, Hashable, CaseIterable, Codable {
    /// `team_info.read`
    case teamInfoRead = "team_info.read"
    /// `members.read`
    case membersRead = "members.read"
    /// `members.write`
    case membersWrite = "members.write"
    /// `members.delete`; recovering a member needs it too.
    case membersDelete = "members.delete"
    /// `groups.read`
    case groupsRead = "groups.read"
    /// `groups.write`; polling a group job needs it too.
    case groupsWrite = "groups.write"
}
