public import DropboxAPI
public import TeamPlanning

/// Which OAuth scopes reading the team and each kind of change need, by the routes that they use.
public enum ScopeNeeds {
    /// What reading the team needs.
    public static let reading = scopes(of: Routes.reading)

    /// What all kinds of changes need together.
    public static let writing = Action.allCases.reduce(into: Set<DropboxAPI.Scope>()) { $0.formUnion(scopes(for: $1)) }

    /// What a kind of change needs. Job polling is counted in; and recovering a member, who comes back to their old groups,
    /// counts in taking them out of those that the manifests do not want.
    public static func scopes(for action: Action) -> Set<DropboxAPI.Scope> {
        switch action {
        case .userCreate: scopes(of: Routes.inviting)
        case .userRecover: scopes(of: Routes.recovering + Routes.changingMemberships)
        case .userUpdate: scopes(of: Routes.updatingProfiles)
        case .userSetRole: scopes(of: Routes.settingRoles)
        case .userSuspend: scopes(of: Routes.suspending)
        case .userUnsuspend: scopes(of: Routes.unsuspending)
        case .userRemove: scopes(of: Routes.removing)
        case .groupCreate: scopes(of: Routes.creatingGroups)
        case .groupUpdate: scopes(of: Routes.updatingGroups)
        case .groupDelete: scopes(of: Routes.deletingGroups)
        case .groupMembers: scopes(of: Routes.changingMemberships)
        }
    }

    /// The scopes that a token lacks for these kinds of change, in the order of their names.
    ///
    /// - Parameter granted: the token's scopes; nil when they are not known, and then none is said to be missing.
    public static func missing(for actions: some Sequence<Action>, granted: Set<String>?) -> [MissingScope] {
        guard let granted else { return [] }
        var actionsByScope: [DropboxAPI.Scope: Set<Action>] = [:]
        for action in actions {
            for scope in scopes(for: action) where !granted.contains(scope.rawValue) {
                actionsByScope[scope, default: []].insert(action)
            }
        }
        return actionsByScope.sorted { $0.key.rawValue < $1.key.rawValue }.map { scope, actions in
            MissingScope(scope: scope, actions: Action.allCases.filter(actions.contains))
        }
    }

    private static func scopes(of routes: [RouteFacts]) -> Set<DropboxAPI.Scope> { Set(routes.compactMap(\.scope)) }
}

/// A scope that a token lacks.
public struct MissingScope: Sendable, Hashable {
    /// The scope.
    public let scope: DropboxAPI.Scope
    /// The kinds of change that need it, in the order of the list of actions.
    public let actions: [Action]
}
