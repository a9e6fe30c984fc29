/// Where members belong whom the plan recovers: Dropbox brings their old memberships back with them.
public struct ReturningMembers: Sendable, Hashable {
    /// Existing groups whose membership the manifests overwrite.
    var exactGroups: Set<GroupID> = []
    /// The existing groups that each recovered member should be in.
    var desiredGroups: [MemberID: Set<GroupID>] = [:]

    /// Nobody returns.
    init() {}

    /// Whether a recovered member has to leave a group that came back with them.
    public func mustLeave(_ member: MemberID, _ group: GroupID) -> Bool {
        guard exactGroups.contains(group), let desired = desiredGroups[member] else { return false }
        return !desired.contains(group)
    }
}

extension ReturningMembers {
    /// Says in the reason of each recovery that memberships may be taken away: which ones Dropbox brings back is not known
    /// before, so that the plan cannot list them.
    func explain(_ drafts: inout [ChangeDraft?]) {
        guard !exactGroups.isEmpty else { return }
        for index in drafts.indices {
            guard case .recoverUser? = drafts[index]?.operation else { continue }
            drafts[index]?.reason += "; memberships that come back and are not in the manifests are taken away"
        }
    }

    /// Looks up the desired memberships of every member whom a draft recovers.
    init(
        _ context: PlanningContext,
        _ drafts: [ChangeDraft?],
        users: UserMatching,
        groups: GroupMatching,
        desired: DesiredMemberships
    ) {
        let recovered = drafts.compactMap { draft in
            if case .recoverUser(let id)? = draft?.operation { id } else { nil }
        }
        guard !recovered.isEmpty, context.policy.groups.updateMembers, context.mayDestroy else { return }
        desiredGroups = Dictionary(uniqueKeysWithValues: recovered.map { ($0, []) })
        let userOfRecovered = context.live.members.indices.compactMap { member in
            let id = context.live.members[member].id
            return desiredGroups[id] == nil ? nil : (id, users.userOfMember[member])
        }
        for record in context.groupOrder where desired.isStated[record] {
            guard context.manifests.groups[record].lifecycle == .managed,
                case .group(let position) = groups.matches[record]
            else { continue }
            let group = context.live.groups[position].id
            if context.manifests.groups[record].membership == .exact { exactGroups.insert(group) }
            for (id, user) in userOfRecovered where !desired.mayLeave(record, user: user) {
                desiredGroups[id]?.insert(group)
            }
            for person in desired.members[record] {
                guard let member = person.member else { continue }
                desiredGroups[context.live.members[member].id]?.insert(group)
            }
        }
    }
}
