/// Tells memberships one by one: who asks for each, and what becomes of it.
struct MembershipExplaining {
    private typealias Fact = Explanation.MembershipFact

    private let context: ExplanationContext
    /// The changes of memberships by the group's desired name.
    private let changes: [FoldedName: Change]
    /// What the plan ends as a whole: members that it removes, groups that it deletes.
    private let ended: Set<String>

    init(_ context: ExplanationContext) {
        self.context = context
        let ofGroups = context.plan.changes.filter { $0.action == .groupMembers }
        changes = Dictionary(ofGroups.map { (FoldedName($0.resource.name), $0) }) { first, _ in first }
        let endings = context.plan.changes.filter { [.userRemove, .groupDelete].contains($0.action) }
        ended = Set(endings.map(\.operation.target))
    }

    // MARK: One user

    /// The memberships of a user, by group.
    func memberships(ofUser user: Int?, member: Int?) -> [Explanation.MembershipFact] {
        let manifests = context.manifests
        guard
            let email = user.map({ manifests.users[$0].email.value }) ?? member.map({ context.live.members[$0].email })
        else { return [] }
        let names = names(ofUser: user, member: member)
        var facts: [Fact] = []
        var told: Set<Int> = []
        for record in context.planning.groupOrder where manifests.groups[record].lifecycle == .managed {
            let group: Int? = if case .group(let group) = context.groups.matches[record] { group } else { nil }
            if let group { told.insert(group) }
            let known = Known(
                sources: sources(inGroup: record, names) + sources(ofUser: user, inGroup: record),
                live: membership(of: member, in: group),
                planned: changes[context.planning.groupNames[record]].flatMap { PlannedMemberships($0)[email] }
            )
            facts.append(fact(manifests.groups[record].name.value, email, known, member: member, group: group))
        }
        for group in context.live.groups.indices where !told.contains(group) {
            let known = Known(live: membership(of: member, in: group))
            facts.append(fact(context.live.groups[group].name, email, known, member: member, group: group))
        }
        return facts.filter { $0.isLive || !$0.sources.isEmpty || $0.change != nil }
            .sorted { FoldedName($0.group) < FoldedName($1.group) }
    }

    /// The names by which groups' records mean a user.
    private func names(ofUser user: Int?, member: Int?) -> Set<FoldedName> {
        var names: Set<FoldedName> = []
        if let user {
            names.insert(context.planning.userEmails[user])
            if let id = context.manifests.users[user].referenceID { names.insert(FoldedName(id)) }
        }
        let live = member.map { FoldedName(context.live.members[$0].email) }
        if let live, context.userByReference[live] == nil { names.insert(live) }
        return names
    }

    private func membership(of member: Int?, in group: Int?) -> Membership? {
        guard let member, let group else { return nil }
        return context.live.groups[group].members.first { $0.member == member }
    }

    private func sources(inGroup record: Int, _ names: Set<FoldedName>) -> [Fact.Source] {
        context.manifests.groups[record].people.filter { names.contains(FoldedName($0.name)) }.map(\.source)
    }

    private func sources(ofUser user: Int?, inGroup record: Int) -> [Fact.Source] {
        guard let user = user.map({ context.manifests.users[$0] }), user.lifecycle == .managed else { return [] }
        let group = context.manifests.groups[record]
        let names = Set([group.name.value, group.id?.value].compactMap { $0 }.map(FoldedName.init))
        return (user.groups ?? []).filter { names.contains(FoldedName($0.value)) }.map {
            Fact.Source(side: .userGroups, location: $0.location)
        }
    }

    // MARK: One group

    /// The memberships of a group, by person.
    func memberships(ofGroup record: Int?, _ group: Int?) -> [Explanation.MembershipFact] {
        let desired = record.map { context.manifests.groups[$0] }
        guard let name = desired?.name.value ?? group.map({ context.live.groups[$0].name }) else { return [] }
        let planned = record.flatMap { changes[context.planning.groupNames[$0]] }.map(PlannedMemberships.init)
        var people: [FoldedName: (person: Someone, known: Known)] = [:]
        func add(_ person: Someone, _ sources: [Fact.Source], _ live: Membership? = nil) {
            let key = FoldedName(person.email)
            var entry = people[key] ?? (person, Known(planned: planned?[person.email]))
            entry.known.sources += sources
            entry.known.live = entry.known.live ?? live
            people[key] = entry
        }
        if let record, let desired, desired.lifecycle == .managed {
            for (name, source) in desired.people { add(person(named: name), [source]) }
            for user in context.planning.userOrder {
                let sources = sources(ofUser: user, inGroup: record)
                if !sources.isEmpty { add(person(user), sources) }
            }
        }
        for membership in group.map({ context.live.groups[$0].members }) ?? [] {
            add(person(member: membership.member), [], membership)
        }
        return people.sorted { $0.key < $1.key }.map { _, entry in
            fact(name, entry.person.email, entry.known, member: entry.person.member, group: group)
        }
    }

    /// Somebody by their desired email, else their live one.
    private typealias Someone = (email: String, member: Int?)

    private func person(named name: String) -> Someone {
        if let user = context.userByReference[FoldedName(name)] { return person(user) }
        return context.planning.index.holder(ofEmail: FoldedName(name)).map(person(member:)) ?? (name, nil)
    }

    private func person(member: Int) -> Someone {
        let user = context.users.userOfMember[member].map { context.manifests.users[$0] }
        return (user?.email.value ?? context.live.members[member].email, member)
    }

    private func person(_ user: Int) -> Someone {
        let member: Int? = if case .member(let member) = context.users.matches[user] { member } else { nil }
        return (context.manifests.users[user].email.value, member)
    }

    // MARK: One membership

    /// What is known of one membership before it is told.
    private struct Known {
        var sources: [Fact.Source] = []
        var live: Membership?
        var planned: PlannedMemberships.Entry?
    }

    private func fact(_ name: String, _ email: String, _ known: Known, member: Int?, group: Int?) -> Fact {
        Fact(
            group: name,
            person: email,
            sources: known.sources,
            isLive: known.live != nil,
            access: known.live?.access,
            outcome: known.planned?.outcome ?? outcome(known, member: member, group: group),
            change: known.planned?.change
        )
    }

    /// What becomes of a membership that no change names.
    private func outcome(_ known: Known, member: Int?, group: Int?) -> Fact.Outcome {
        if known.live == nil { return .notPlanned }
        if let member, ended.contains(context.live.members[member].id.rawValue) { return .endsWithMember }
        if let group, ended.contains(context.live.groups[group].id.rawValue) { return .endsWithGroup }
        return known.sources.isEmpty ? .leftAlone : .keep
    }
}

extension DesiredGroup {
    /// Everybody whom the record names or selects, with the place.
    fileprivate var people: [(name: String, source: Explanation.MembershipFact.Source)] {
        let members = (self.members ?? []).map { name in
            let isSelected = name.location == membersWhere?.location
            let side = isSelected ? Explanation.MembershipFact.Side.membersWhere : .members
            return (name.value, Explanation.MembershipFact.Source(side: side, location: name.location))
        }
        let owners = (self.owners ?? []).map { name in
            (name.value, Explanation.MembershipFact.Source(side: .owners, location: name.location))
        }
        return members + owners
    }
}
