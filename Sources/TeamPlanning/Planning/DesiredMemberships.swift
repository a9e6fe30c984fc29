/// A person as membership planning counts them: a live member, or a desired user whom the plan creates.
struct Person: Hashable, Comparable {
    /// Live members are counted from zero up, desired users that are created from minus one down.
    private let code: Int32

    init(member: Int) { code = Int32(member) }
    init(created user: Int) { code = ~Int32(user) }

    /// The live member's position.
    var member: Int? { code >= 0 ? Int(code) : nil }
    /// The desired user's position.
    var createdUser: Int? { code < 0 ? Int(~code) : nil }

    static func < (left: Person, right: Person) -> Bool { left.code < right.code }
}

/// Who belongs to which desired group, from both sides: the groups' records and the users'.
struct DesiredMemberships {
    /// The members of each desired group, sorted, each once.
    private(set) var members: [[Person]]
    /// The owners of each desired group, where its record speaks of owners.
    private(set) var owners: [Set<Person>?]
    private(set) var findings: [Finding] = []
    /// Whether any record speaks of a group's members, by group.
    private(set) var isStated: [Bool]
    /// Whether a record says who the members of this very group are, by group. Without one, only those leave it whose own
    /// record says where they belong.
    private(set) var isSpokenFor: [Bool]
    /// Live members whom a group's record names in a way that does not count, by group: they are not removed from it.
    private(set) var unclear: [Int: Set<Int>] = [:]
    /// Groups of whose people nobody is known, or that select by an attribute that nobody has: their records say nothing of
    /// who does not belong to them.
    private var losesNobody: Set<Int> = []
    /// Positions in the list that is being read of people whom neither the manifests nor the team know.
    private var strangers: [Int] = []

    private let context: PlanningContext
    private let people: People
    /// Members whom the plan removes from the team.
    private let removed: Set<Int>
    /// Whom each desired user's email and reference ID stand for, by position.
    private let meanings: [Meaning]
    /// The desired user who has a reference ID.
    private let userByReference: [FoldedName: Int]

    /// Whom an email or a reference ID stands for.
    private enum Meaning {
        /// A person whom groups can have.
        case person(Person)
        /// A desired user who is not, and will not be, in the team.
        case outsider
        /// A desired user who is to be absent, and the live member whom their record means.
        case tombstone(Int?)
    }

    init(_ context: PlanningContext, people: People, removed: Set<Int>) {
        self.context = context
        let groups = context.manifests.groups
        members = Array(repeating: [], count: groups.count)
        owners = Array(repeating: nil, count: groups.count)
        self.people = people
        self.removed = removed
        let users = context.manifests.users
        meanings = users.indices.map { user in
            switch context.userLifecycles[user] {
            case .managed, .released: people.personOfUser[user].map(Meaning.person) ?? .outsider
            case .absent: .tombstone(people.personOfUser[user]?.member)
            }
        }
        let referrers = context.usersHaveReferences ? context.userOrder : []
        let references = referrers.compactMap { user in users[user].referenceID.map { (FoldedName($0), user) } }
        userByReference = Dictionary(references) { _, last in last }
        isSpokenFor = groups.map { $0.members != nil || $0.owners != nil || $0.membersWhere != nil }
        isStated = isSpokenFor.map { $0 || context.usersSpeakOfGroups }
        for record in context.groupOrder where groups[record].lifecycle == .managed { collect(record) }
        if context.usersSpeakOfGroups { collectFromUsers() }
        for record in members.indices { members[record].sortAndUnique() }
    }

    /// Whether a live member whom no record puts into a group may leave it for that reason.
    func mayLeave(_ record: Int, user: Int?) -> Bool {
        guard !losesNobody.contains(record) else { return false }
        return isSpokenFor[record] || user.map { context.manifests.users[$0].groups != nil } == true
    }

    // MARK: From the groups' side

    private mutating func collect(_ record: Int) {
        if context.manifests.groups[record].selectsByUnknownAttribute { losesNobody.insert(record) }
        let names = context.manifests.groups[record].members ?? []
        if let people = people(names, in: record) {
            members[record] = people
        } else {
            losesNobody.insert(record)
            findNobodyKnown(among: names, called: "members", in: record)
        }
        guard let names = context.manifests.groups[record].owners else { return }
        if let people = people(names, in: record) {
            owners[record] = Set(people)
            members[record] += people
        } else {
            if members[record].isEmpty { losesNobody.insert(record) }
            findNobodyKnown(among: names, called: "owners", in: record)
        }
    }

    /// Those of the named people who can be in a group; `nil` when there are names and nobody is known by any of them.
    private mutating func people(_ names: NameList, in record: Int) -> [Person]? {
        var people: [Person] = []
        people.reserveCapacity(names.count)
        strangers.removeAll()
        for (index, user) in context.userByEmail.positions(of: names).enumerated() {
            if let person = person(names, index, user: user, in: record) { people.append(person) }
        }
        guard strangers.isEmpty || strangers.count < names.count else { return nil }
        for index in strangers {
            find(
                names[index],
                in: context.manifests.groups[record],
                "neither the manifests nor the team know them",
                "correct the email, or write a record for them"
            )
        }
        return people
    }

    /// Whom an email or a reference ID stands for; `nil` when no user's record has it.
    private func meaning(of name: String) -> Meaning? {
        userByReference.isEmpty ? nil : userByReference[FoldedName(name)].map { meanings[$0] }
    }

    private mutating func person(_ names: NameList, _ index: Int, user: Int?, in record: Int) -> Person? {
        switch user.map({ meanings[$0] }) ?? meaning(of: names[index].value) {
        case .person(let person): return person
        case .outsider: return nil
        case .tombstone(let member):
            findTombstone(names[index], member, in: record)
            return nil
        case nil: return personWithoutRecord(names, index, in: record)
        }
    }

    /// A tombstone that does nothing takes no memberships either: who is named stays where they are.
    private mutating func findTombstone(_ name: Located<String>, _ member: Int?, in record: Int) {
        let group = context.manifests.groups[record]
        let absent = "the manifests say that they are absent"
        guard let member, !context.policy.users.deprovision else {
            return find(name, in: group, absent, "remove them from the group")
        }
        unclear[record, default: []].insert(member)
        find(
            name,
            in: group,
            "\(absent); the policy deprovisions nobody, so they are not removed from it either",
            "remove them from the group, or set \"deprovision\": true under \"users\" in the Policy"
        )
    }

    /// Somebody whom no record has by this email.
    private mutating func personWithoutRecord(_ names: NameList, _ index: Int, in record: Int) -> Person? {
        let name = names[index]
        let folded = FoldedName(name.value)
        let group = context.manifests.groups[record]
        guard let member = context.index.holder(ofEmail: folded), isOrComesBack(member) else {
            if let member = context.index.memberBySecondaryEmail[folded] {
                unclear[record, default: []].insert(member)
                let primary = context.live.members[member].email
                find(name, in: group, "it is a secondary email of member \(primary)", "write the primary email")
                return nil
            }
            strangers.append(index)
            return nil
        }
        if context.index.emailTwins[member] != nil {
            find(name, in: group, "several members have this email", "correct the email of all but one in Dropbox")
            return nil
        }
        return stayingPerson(member, named: name, in: group)
    }

    /// Whether somebody belongs to the team once the plan is carried out, removals aside.
    private func isOrComesBack(_ member: Int) -> Bool {
        context.live.members[member].status.isLive || people.draftOfPerson[Person(member: member)] != nil
    }

    /// A member whom no record has by this email, unless the plan takes the email from them or them from the team.
    private mutating func stayingPerson(
        _ member: Int,
        named name: Located<String>,
        in group: DesiredGroup
    ) -> Person? {
        if removed.contains(member) {
            find(name, in: group, "they are removed from the team", "remove them from the group, or write a record")
            return nil
        }
        if let email = people.newEmailOfMember[member] {
            find(name, in: group, "their email becomes \(email)", "write the new email")
            return nil
        }
        return Person(member: member)
    }

    private mutating func find(_ name: Located<String>, in group: DesiredGroup, _ problem: String, _ remedy: String) {
        findings.append(
            Finding(
                .warning,
                .unknownMember,
                "\(name.value) is not added to group \(group.name.value): \(problem)",
                remedy: remedy,
                resource: Resource.group(group.name.value).description,
                at: name.location
            )
        )
    }

    /// Nobody of a list is known, as when the people's manifest was not loaded: an error, since hardly anybody means that.
    private mutating func findNobodyKnown(among names: NameList, called people: String, in record: Int) {
        let group = context.manifests.groups[record]
        let effect = losesNobody.contains(record) ? "nobody is removed from" : "access does not change in"
        guard let place = names.map(\.location).min(), let first = names.first(where: { $0.location == place })?.value
        else { return }
        let isOne = names.count == 1
        let problem =
            isOne
            ? "\(first), the only one of its \(people), is known neither to the manifests nor to the team"
            : "none of its \(names.count) \(people), \(first) first, is known to the manifests or to the team"
        let these = isOne ? "this person" : "these people"
        let remedy =
            group.rule == .default
            ? "correct the \(isOne ? "email" : "emails"), or load the Users manifest that has \(these)"
            : "load the Users manifest that has \(these), and look whether the rule \"\(group.rule.rawValue)\" gives users an "
                + "\"id\" of this form"
        findings.append(
            Finding(
                .error,
                .unknownMember,
                "\(effect) group \(group.name.value): \(problem)",
                remedy: remedy,
                resource: Resource.group(group.name.value).description,
                at: place
            )
        )
    }

    // MARK: From the users' side

    private mutating func collectFromUsers() {
        var recordByName: [FoldedName: Int] = [:]
        for record in context.groupOrder {
            if let id = context.manifests.groups[record].id?.value { recordByName[FoldedName(id)] = record }
        }
        for record in context.groupOrder { recordByName[context.groupNames[record]] = record }
        var unknown: [FoldedName: (first: Located<String>, count: Int)] = [:]
        let users = context.manifests.users
        for user in context.userOrder {
            guard let names = users[user].groups, users[user].lifecycle == .managed else { continue }
            for name in names {
                let folded = FoldedName(name.value)
                if let group = recordByName[folded] {
                    isSpokenFor[group] = true
                    if let person = people.personOfUser[user], context.manifests.groups[group].lifecycle == .managed {
                        members[group].append(person)
                    }
                } else {
                    let known = unknown[folded] ?? (first: name, count: 0)
                    let first = name.location < known.first.location ? name : known.first
                    unknown[folded] = (first, known.count + 1)
                }
            }
        }
        for (first, count) in unknown.values {
            findings.append(
                Finding(
                    .warning,
                    .unknownGroup,
                    "group \(first.value) stands in no Groups manifest; \(count) \(count == 1 ? "user names" : "users name") it",
                    remedy: "declare the group, or remove it from the users",
                    resource: Resource.group(first.value).description,
                    at: first.location
                )
            )
        }
    }
}

extension [Person] {
    fileprivate mutating func sortAndUnique() {
        guard count > 1 else { return }
        sort()
        var last = 0
        for index in 1..<count where self[index] != self[last] {
            last += 1
            self[last] = self[index]
        }
        removeSubrange((last + 1)...)
    }
}
