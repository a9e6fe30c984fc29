public import TeamPlanning

/// What a plan itself changes about members and groups before it takes something away from them: that is no surprise.
public struct PlannedEffects: Sendable, Equatable {
    /// How many members are recovered, who may come back to a group.
    let recoveries: Int
    /// The updates of each member's profile.
    private(set) var updates: [MemberID: [ProfileUpdate]] = [:]
    /// The roles that each member gets.
    private(set) var roles: [MemberID: Set<RoleID>] = [:]

    /// Collects what the changes of a plan do.
    public init(_ changes: [Change]) {
        recoveries = changes.count { $0.action == .userRecover }
        for change in changes {
            switch change.operation {
            case .updateUser(let member, let update): updates[member, default: []].append(update)
            case .setRole(let member, let role?): roles[member, default: []].insert(role)
            default: break
            }
        }
    }
}
