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
            used: context.index.liveCount,
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
        for index in changes.indices { count(changes[index]) }
        let records = context.manifests
        let isTouched = context.usersNamed(by: changes)
        let touchedGroups = Set(changes.lazy.compactMap(\.resource.group))
        self.users.unchanged = records.users.indices.count { user in
            guard !isTouched[user], context.userLifecycles[user] == .managed,
                case .member(let member) = users.matches[user]
            else { return false }
            return context.live.members[member].status.isLive
        }
        self.groups.unchanged = records.groups.indices.count { record in
            guard records.groups[record].lifecycle == .managed, case .group = groups.matches[record] else {
                return false
            }
            return !touchedGroups.contains(records.groups[record].name.value)
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
    /// Whether a change is about each desired user, by position. Who is taken away is called by the present email, which may
    /// be the one that somebody else's record wants.
    fileprivate func usersNamed(by changes: [Change]) -> [Bool] {
        let named = changes.indices.compactMap { index in
            if case .user(let email) = changes[index].resource { (index, FoldedName(email)) } else { nil }
        }
        var isNamed = Array(repeating: false, count: manifests.users.count)
        for (position, user) in userByEmail.positions(count: named.count, name: { named[$0].1 }).enumerated() {
            guard let user else { continue }
            let change = named[position].0
            if changes[change].member == nil || changes[change].source == manifests.users[user].location {
                isNamed[user] = true
            }
        }
        return isNamed
    }
}

extension Resource {
    /// The name, if this is a group.
    fileprivate var group: String? { if case .group(let name) = self { name } else { nil } }
}
