/// Plans the memberships of every desired group: one change a group.
struct MembershipPlanning {
    /// The most members of a group that Dropbox documents (help centre, large deployments).
    static let documentedGroupSize = 1_000

    private(set) var drafts: [ChangeDraft] = []
    private(set) var findings: [Finding] = []
    /// Memberships that are as desired.
    private(set) var unchanged = 0

    private let context: PlanningContext
    private let input: Input

    /// What the steps before found out.
    struct Input {
        let users: UserMatching
        let groups: GroupMatching
        let desired: DesiredMemberships
        /// Drafts that create groups, by record.
        let groupCreations: [Int: Int]
        let people: People
        /// Members whom the plan removes from the team, which ends their memberships.
        let removed: Set<Int>
    }

    init(_ context: PlanningContext, _ input: Input) {
        self.context = context
        self.input = input
        for record in context.groupOrder { plan(record) }
    }

    private mutating func plan(_ record: Int) {
        guard context.manifests.groups[record].lifecycle == .managed, input.desired.isStated[record] else { return }
        switch input.groups.matches[record] {
        case .blocked: return
        case .absent:
            guard let creation = input.groupCreations[record] else { return }
            let desired = context.manifests.groups[record]
            let id = ChangeDraft.id(.groupCreate, .group(desired.name.value))
            add(record, .created(by: id), live: [], needs: [creation])
        case .group(let group):
            add(record, .existing(context.live.groups[group].id), live: context.live.groups[group].members, needs: [])
        }
    }

    private mutating func add(_ record: Int, _ reference: GroupReference, live: [Membership], needs: [Int]) {
        let difference = difference(record, live: live)
        unchanged += difference.unchanged
        noteSize(of: record, live.count + difference.add.count - difference.remove.count)
        guard !difference.isEmpty else { return }
        let group = context.manifests.groups[record]
        guard context.policy.groups.updateMembers else {
            findings.append(
                Finding(
                    .warning,
                    .switchedOff,
                    "group \(group.name.value) differs in its members and the policy does not change memberships",
                    remedy: "set \"update_members\": true under \"groups\" in the Policy",
                    resource: Resource.group(group.name.value).description,
                    at: group.location
                )
            )
            return
        }
        var change = MembershipChange(group: reference)
        change.add = difference.add.map { access($0, wanted: wantedAccess($0, in: record)) }.inOrder()
        change.remove = difference.remove.map { access(Person(member: $0), wanted: nil) }.inOrder()
        change.setAccess = difference.setAccess.map { access($0, wanted: wantedAccess($0, in: record)) }.inOrder()
        var draft = ChangeDraft(
            .groupMembers,
            .group(group.name.value),
            .changeMembers(change),
            stage: change.add.isEmpty && change.setAccess.isEmpty ? .removeMembers : .addMembers,
            reason: group.membership == .exact
                ? "the members differ from the manifests"
                : "members of the manifests are missing (additive)",
            source: group.location
        )
        draft.isDestructive = !change.remove.isEmpty
        let leaving = change.remove.count + live.count { input.removed.contains($0.member) }
        draft.memberCount = MemberCount(before: live.count, after: live.count + change.add.count - leaving)
        draft.needs = needs + draftsNeeded(for: difference, in: record)
        drafts.append(draft)
    }

    /// Warns of a group that grows beyond what Dropbox documents.
    private mutating func noteSize(of record: Int, _ size: Int) {
        guard size > Self.documentedGroupSize else { return }
        let group = context.manifests.groups[record]
        findings.append(
            Finding(
                .warning,
                .largeGroup,
                "group \(group.name.value) would have \(size) members; Dropbox documents \(Self.documentedGroupSize) at most",
                remedy: "split the group",
                resource: Resource.group(group.name.value).description,
                at: group.location
            )
        )
    }

    // MARK: Difference

    private struct Difference {
        var add: [Person] = []
        var remove: [Int] = []
        var setAccess: [Person] = []
        var unchanged = 0

        var isEmpty: Bool { add.isEmpty && remove.isEmpty && setAccess.isEmpty }
    }

    /// Walks both sorted lists once.
    private func difference(_ record: Int, live: [Membership]) -> Difference {
        let desired = input.desired.members[record]
        let managesAccess = input.desired.owners[record] != nil
        let live = live.isSortedByMember ? live : live.sorted { $0.member < $1.member }
        let isExact = context.mayDestroy && context.manifests.groups[record].membership == .exact
        var difference = Difference()
        var wanted = desired.startIndex
        while wanted < desired.endIndex, desired[wanted].member == nil {
            difference.add.append(desired[wanted])
            wanted += 1
        }
        for membership in live {
            while wanted < desired.endIndex, let member = desired[wanted].member, member < membership.member {
                difference.add.append(desired[wanted])
                wanted += 1
            }
            if wanted < desired.endIndex, desired[wanted].member == membership.member {
                if managesAccess, let access = membership.access, mustChange(access, of: desired[wanted], in: record) {
                    difference.setAccess.append(desired[wanted])
                } else {
                    difference.unchanged += 1
                }
                wanted += 1
            } else if isExact, isToBeRemoved(membership.member, from: record) {
                difference.remove.append(membership.member)
            }
        }
        difference.add += desired[wanted...]
        return difference
    }

    private func isToBeRemoved(_ member: Int, from record: Int) -> Bool {
        guard !input.removed.contains(member), input.desired.unclear[record]?.contains(member) != true,
            input.desired.mayLeave(record, user: input.users.userOfMember[member])
        else { return false }
        guard let user = input.users.userOfMember[member] else { return !input.users.untouchable.contains(member) }
        return context.userLifecycles[user] != .released
    }

    // MARK: People

    /// The access that a person should have; only who is active can own a group.
    private func wantedAccess(_ person: Person, in record: Int) -> GroupAccess {
        guard input.desired.owners[record]?.contains(person) == true, isActive(person) else { return .member }
        return .owner
    }

    /// An owner who is not active stays an owner; somebody else becomes one only when active.
    private func mustChange(_ access: GroupAccess, of person: Person, in record: Int) -> Bool {
        switch access {
        case .owner: input.desired.owners[record]?.contains(person) != true
        case .member: wantedAccess(person, in: record) == .owner
        }
    }

    /// Whether a person is active by the time memberships change; suspensions come later.
    private func isActive(_ person: Person) -> Bool {
        guard let member = person.member else { return false }
        return context.live.members[member].status == .active || input.people.activationOfPerson[person] != nil
    }

    /// The drafts that bring people into the team, or make active who is to be an owner.
    private func draftsNeeded(for difference: Difference, in record: Int) -> [Int] {
        let admissions = difference.add.compactMap { input.people.draftOfPerson[$0] }
        let activations = (difference.add + difference.setAccess)
            .filter { wantedAccess($0, in: record) == .owner }
            .compactMap { input.people.activationOfPerson[$0] }
        return Set(admissions + activations).sorted()
    }

    private func access(_ person: Person, wanted: GroupAccess?) -> MemberAccess {
        if let member = person.member {
            let user = input.users.userOfMember[member]
            let email = user.map { context.manifests.users[$0].email.value } ?? context.live.members[member].email
            return MemberAccess(member: .existing(context.live.members[member].id), email: email, access: wanted)
        }
        let email = context.manifests.users[person.createdUser ?? 0].email.value
        let id = ChangeDraft.id(.userCreate, .user(email))
        return MemberAccess(member: .created(by: id), email: email, access: wanted)
    }
}

extension [Membership] {
    fileprivate var isSortedByMember: Bool {
        zip(self, dropFirst()).allSatisfy { $0.member < $1.member }
    }
}

extension [MemberAccess] {
    fileprivate func inOrder() -> [MemberAccess] {
        if count < 2 { return self }
        let names = map { FoldedName($0.email) }
        let order = indices.sorted {
            names[$0] == names[$1] ? self[$0].email < self[$1].email : names[$0] < names[$1]
        }
        return order.map { self[$0] }
    }
}
