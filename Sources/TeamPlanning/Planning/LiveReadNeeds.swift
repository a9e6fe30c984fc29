/// What a plan needs of the live team beyond the lists, told from the manifests.
public struct LiveReadNeeds: Sendable {
    /// Whether the team's roles are needed, because a user's role is managed or a filter may ask for roles.
    public let roles: Bool
    private let names: Set<FoldedName>
    private let externalIDs: Set<String>
    private let allAccess: Bool
    private let allOwners: Bool

    /// All that any workspace could need.
    public static let everything = LiveReadNeeds(roles: true, names: [], externalIDs: [], allAccess: true)

    /// All that an import says of the team.
    public static let owners = LiveReadNeeds(roles: true, names: [], externalIDs: [], allOwners: true)

    private init(
        roles: Bool,
        names: Set<FoldedName>,
        externalIDs: Set<String>,
        allAccess: Bool = false,
        allOwners: Bool = false
    ) {
        self.roles = roles
        self.allOwners = allOwners
        self.names = names
        self.externalIDs = externalIDs
        self.allAccess = allAccess
    }

    /// What either of two needs.
    public func union(_ other: LiveReadNeeds) -> LiveReadNeeds {
        LiveReadNeeds(
            roles: roles || other.roles,
            names: names.union(other.names),
            externalIDs: externalIDs.union(other.externalIDs),
            allAccess: allAccess || other.allAccess,
            allOwners: allOwners || other.allOwners
        )
    }

    /// Looks at a workspace.
    public init(_ manifests: Manifests) {
        let ownership = Ownership(manifests.policy.ownership)
        let withOwners = manifests.groups.filter { $0.owners != nil }
        let hasFilter = if case .filter = manifests.policy.users.scope { true } else { false }
        roles = hasFilter || manifests.users.contains { $0.role != nil }
        names = Set(withOwners.flatMap { [FoldedName($0.name.value)] + $0.previousNames.map(FoldedName.init) })
        (allAccess, allOwners) = (false, false)
        externalIDs = Set(withOwners.map { ownership.written($0.id?.value ?? $0.name.value, rule: $0.rule) })
    }

    /// Whether a group's owners are managed, so that each member's access has to be read.
    public func access(of group: Group) -> Bool {
        if allAccess { return !group.members.isEmpty }
        if allOwners, group.management == .userManaged { return true }
        return names.contains(FoldedName(group.name)) || group.externalID.map(externalIDs.contains) ?? false
    }
}
