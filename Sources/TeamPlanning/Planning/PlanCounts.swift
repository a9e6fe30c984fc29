extension LicenceUse {
    /// Counts seats before and after a list of drafts.
    init(_ context: PlanningContext, _ drafts: [ChangeDraft?]) {
        var needed = 0
        var freed = 0
        for draft in drafts {
            switch draft?.action {
            case .userCreate, .userRecover: needed += 1
            case .userRemove: freed += 1
            default: break
            }
        }
        self.init(
            total: context.live.team.licensedSeats,
            used: context.live.members.count { $0.status.isLive },
            needed: needed,
            freed: freed
        )
    }

    /// Moves removals before creations when, and only when, the seats are needed.
    ///
    /// Who comes to a seat that a removal frees waits for that removal: if it fails, an invitation could buy a seat.
    func freeBeforeUse(_ drafts: inout [ChangeDraft?]) {
        guard needed > 0, freed > 0, used + needed > total else { return }
        let leaving = drafts.positions(of: [.userRemove])
        let coming = drafts.positions(of: [.userCreate, .userRecover])
        for index in leaving { drafts[index]?.stage = .freeLicences }
        for (newcomer, leaver) in zip(coming.dropFirst(max(total - used, 0)), leaving)
        where drafts[newcomer]?.needs.contains(leaver) == false {
            drafts[newcomer]?.needs.append(leaver)
        }
    }
}

extension [ChangeDraft?] {
    /// Where the drafts of some actions stand, in the order of their people, whatever order they were planned in.
    fileprivate func positions(of actions: Set<Action>) -> [Int] {
        enumerated()
            .compactMap { position, draft in
                draft.flatMap { actions.contains($0.action) ? (position, $0.resource) : nil }
            }
            .sorted { $0.1 < $1.1 }
            .map(\.0)
    }
}

extension PlanSummary {
    /// Counts changes, and desired objects that have none.
    init(
        _ context: PlanningContext,
        _ changes: [Change],
        _ users: UserMatching,
        _ groups: GroupMatching,
        _ memberships: MembershipPlanning
    ) {
        for change in changes { count(change) }
        let touched = Set(changes.map(\.resource))
        let records = context.manifests
        let touchedUsers = Set(touched.compactMap(context.user(of:)))
        self.users.unchanged = records.users.indices.count { user in
            guard records.users[user].lifecycle == .managed, case .member(let member) = users.matches[user] else {
                return false
            }
            return context.live.members[member].status.isLive && !touchedUsers.contains(user)
        }
        self.groups.unchanged = records.groups.indices.count { record in
            guard records.groups[record].lifecycle == .managed, case .group = groups.matches[record] else {
                return false
            }
            return !touched.contains(.group(records.groups[record].name.value))
        }
        self.memberships.unchanged = memberships.unchanged
    }

    private mutating func count(_ change: Change) {
        switch change.action {
        case .userCreate: users.create += 1
        case .userRecover: users.recover += 1
        case .userUpdate: users.update += 1
        case .userSetRole: users.setRole += 1
        case .userSuspend: users.suspend += 1
        case .userUnsuspend: users.unsuspend += 1
        case .userRemove: users.remove += 1
        case .groupCreate: groups.create += 1
        case .groupUpdate: groups.update += 1
        case .groupDelete: groups.delete += 1
        case .groupMembers:
            guard case .changeMembers(let members) = change.operation else { return }
            memberships.add += members.add.count
            memberships.remove += members.remove.count
            memberships.setAccess += members.setAccess.count
        }
    }
}

extension PlanningContext {
    /// The desired user whom a resource names.
    fileprivate func user(of resource: Resource) -> Int? {
        guard case .user(let email) = resource else { return nil }
        return userByEmail[FoldedName(email)]
    }
}
