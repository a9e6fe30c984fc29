/// The team's roles by the names that manifests use.
struct RoleTable {
    /// The key that stands for having no role.
    static let memberOnly = "member_only"
    /// The key of the role that may do everything.
    static let teamAdmin = "team_admin"

    private let byName: [FoldedName: Role]
    private let byID: [RoleID: Role]

    init(_ roles: [Role]) {
        var byName: [FoldedName: Role] = [:]
        for role in roles { byName[FoldedName(role.name)] = role }
        for role in roles { if let key = role.key { byName[FoldedName(key)] = role } }
        self.byName = byName
        byID = Dictionary(roles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// A role that a manifest may name; `none` is “member only”.
    enum Choice: Equatable {
        case none
        case role(RoleID)
    }

    /// Finds a role by key or display name; `nil` when the team has no such role.
    func choice(named name: String) -> Choice? {
        let folded = FoldedName(name)
        if folded.rawValue == Self.memberOnly || folded.rawValue == "member only" { return Choice.none }
        return byName[folded].map { .role($0.id) }
    }

    /// The name of a role for people: its key, else its display name, else its ID.
    func label(_ id: RoleID?) -> String {
        guard let id else { return Self.memberOnly }
        guard let role = byID[id] else { return id.rawValue }
        return role.key ?? role.name
    }

    func isTeamAdmin(_ id: RoleID?) -> Bool {
        id != nil && label(id) == Self.teamAdmin
    }

    /// Whether going from one role to another takes rights away.
    func isDemotion(from old: RoleID?, to new: RoleID?) -> Bool {
        guard old != nil, old != new else { return false }
        return new == nil || isTeamAdmin(old)
    }
}
