/// The permission a token needs for a route.
enum Scope: String, Sendable, CaseIterable {
    case teamInfoRead = "team_info.read"
    case membersRead = "members.read"
    case membersWrite = "members.write"
    case membersDelete = "members.delete"
    case groupsRead = "groups.read"
    case groupsWrite = "groups.write"

    /// The names of those that only read.
    static let reading = Set(allCases.filter(\.isRead).map(\.rawValue))

    var isRead: Bool {
        switch self {
        case .teamInfoRead, .membersRead, .groupsRead: true
        case .membersWrite, .membersDelete, .groupsWrite: false
        }
    }
}

/// One function of the API: its name, the scope it needs, and how an argument becomes an operation on the team.
struct Route: Sendable {
    typealias Operation = @Sendable (inout SimulatedTeam) throws(RouteFault) -> JSONValue

    let path: String
    let scope: Scope
    /// Whether it only looks. Polls of jobs do not count: they need the scope of the write.
    var isRead: Bool { scope.isRead }
    /// Checks the argument and binds it.
    let prepare: @Sendable (_ argument: JSONValue) throws(ArgumentFault) -> Operation

    init<Argument>(
        _ path: String,
        _ scope: Scope,
        _ argument: FieldType<Argument>,
        _ perform: @escaping @Sendable (inout SimulatedTeam, Argument) throws(RouteFault) -> JSONValue
    ) {
        self.path = path
        self.scope = scope
        prepare = { value throws(ArgumentFault) in
            let argument = try argument.read(value, "")
            return { team throws(RouteFault) in try perform(&team, argument) }
        }
    }
}

extension FieldType<Void> {
    /// The argument of a function without one: JSON `null`, nothing else.
    static let void = FieldType { value, path throws(ArgumentFault) in
        guard value == .null else { throw mismatch("null", value, path) }
    }
}
