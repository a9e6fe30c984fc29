/// Brings live memberships into the lists of groups' and users' records.
struct MembershipImport {
    /// New names of groups, by record, for the users' records that name them.
    var renamed: [Int: String] = [:]
    /// Groups whose records are removed.
    var gone: Set<Int> = []
    /// Groups whose lists change, by record.
    private(set) var changedGroups: Set<Int> = []
    private(set) var findings: [Finding] = []

    private let matching: ImportMatching
    private let options: ImportOptions
    private let removedUsers: Set<Int>
    /// The groups that users' records can name, by name and ID.
    private let recordByName: [FoldedName: Int]
    private var context: PlanningContext { matching.context }

    init(_ matching: ImportMatching, _ options: ImportOptions, removedUsers: Set<Int>) {
        self.matching = matching
        self.options = options
        self.removedUsers = removedUsers
        let context = matching.context
        let groups = context.manifests.groups
        let byID = groups.indices.compactMap { record in groups[record].id.map { (FoldedName($0.value), record) } }
        let byName = groups.indices.map { (context.groupNames[$0], $0) }
        recordByName = Dictionary(byID + byName) { _, last in last }
    }

    mutating func run(_ draft: inout ImportDraft) {
        let named = bringUsersUpToDate(&draft)
        for record in context.groupOrder
        where context.manifests.groups[record].lifecycle == .managed && !gone.contains(record) {
            bringUpToDate(record, namedByUsers: named[record], &draft)
        }
    }

    /// The members of the live group behind a record; `nil` when there is none.
    private func live(_ record: Int) -> Group? {
        guard case .group(let group) = matching.groups.matches[record] else { return nil }
        return context.live.groups[group]
    }

    // MARK: The users' side

    /// Corrects the users' lists of groups; returns the members who name each group, by group record. A group that nobody
    /// names any more has no entry; one that only people name who are not in the team yet has an empty one.
    private mutating func bringUsersUpToDate(_ draft: inout ImportDraft) -> [Int: Set<Int>] {
        var named: [Int: Set<Int>] = [:]
        let memberships = context.manifests.groups.indices.map { Set((live($0)?.members ?? []).map(\.member)) }
        for user in context.userOrder {
            let record = context.manifests.users[user]
            guard record.lifecycle == .managed, !removedUsers.contains(user), record.groups != nil else { continue }
            let place = draft.place(of: record.location)
            let list = place?.node["groups"]
            for (index, name) in (list?.array?.map { $0.string ?? "" } ?? record.groups?.map(\.value) ?? [])
                .enumerated()
            {
                guard let group = recordByName[FoldedName(name)] else { continue }
                if case .member(let member) = matching.person(ofUser: user), live(group) != nil,
                    !memberships[group].contains(member), options.includesGroups
                {
                    guard let place, let list else {
                        reportMapped(record, "is not in group \(name)")
                        continue
                    }
                    draft.remove(item: index, of: list, at: place)
                    changedGroups.insert(group)
                } else if gone.contains(group) {
                    if let place, let list { draft.remove(item: index, of: list, at: place) }
                } else {
                    let members =
                        if case .member(let member) = matching.person(ofUser: user) { [member] } else { [Int]() }
                    named[group, default: []].formUnion(members)
                    let isByName = FoldedName(name) == context.groupNames[group]
                    if isByName, let new = renamed[group], new != name, let place, let item = list?.array?[index] {
                        draft.replace(item, with: new, at: place)
                    }
                }
            }
        }
        return named
    }

    // MARK: The groups' side

    private mutating func bringUpToDate(_ record: Int, namedByUsers: Set<Int>?, _ draft: inout ImportDraft) {
        let desired = context.manifests.groups[record]
        guard let live = live(record), isSpokenFor(desired, namedByUsers) || mayLose(live) else { return }
        let namedByUsers = namedByUsers ?? []
        guard let place = draft.place(of: desired.location) else {
            return compareMapped(record, live, namedByUsers)
        }
        let selected = selectedMembers(of: desired)
        var lists = GroupLists(matching, live, place: place, includesGroups: options.includesGroups)
        lists.correct(&draft)
        if options.includesGroups {
            reportSelected(desired, selected.subtracting(lists.members))
            if desired.membership == .exact {
                let known = lists.stated.union(namedByUsers).union(selected)
                let missing = lists.members.subtracting(known).filter(isToBeNamed)
                lists.add(missing, &draft) { user(of: $0, $1) }
            }
        }
        if lists.hasChanged { changedGroups.insert(record) }
        if !lists.unnamed.isEmpty {
            let emails = lists.unnamed.map { context.live.members[$0].email }.sorted().joined(separator: ", ")
            find(desired, .notImported, "has members whose emails no manifest may hold: \(emails)")
        }
    }

    /// Whether a record says who the group's members are, which planning takes for all of them.
    private func isSpokenFor(_ desired: DesiredGroup, _ namedByUsers: Set<Int>?) -> Bool {
        desired.members != nil || desired.owners != nil || desired.membersWhere != nil || namedByUsers != nil
    }

    /// Whether planning would take somebody away from a group that no record speaks for: whose own record says where they
    /// belong. Once they are named, the group is spoken for, and so everybody has to be named.
    private func mayLose(_ live: Group) -> Bool {
        live.members.contains { membership in
            guard let user = matching.users.userOfMember[membership.member] else { return false }
            return context.manifests.users[user].groups != nil && isToBeNamed(membership.member)
        }
    }

    /// Whether a list may name a member: their record keeps them in the team, and nobody else's stands in the way.
    private func isToBeNamed(_ member: Int) -> Bool {
        if matching.users.untouchable.contains(member) { return false }
        if let user = matching.users.userOfMember[member], context.manifests.users[user].lifecycle != .managed {
            return false
        }
        return matching.person(named: context.live.members[member].email) == .member(member)
    }

    /// The list of groups in a member's own record, if there is one that can be edited.
    private func user(of member: Int, _ draft: ImportDraft) -> (ImportDraft.Place, JSONNode)? {
        guard let user = matching.users.userOfMember[member], !removedUsers.contains(user),
            context.manifests.users[user].lifecycle == .managed,
            let place = draft.place(of: context.manifests.users[user].location),
            let list = place.node["groups"], list.array != nil
        else { return nil }
        return (place, list)
    }

    /// The live members whom the group's filter selects.
    private func selectedMembers(of desired: DesiredGroup) -> Set<Int> {
        guard let filter = desired.membersWhere else { return [] }
        let names = (desired.members ?? []).filter { $0.location == filter.location }
        return Set(
            names.compactMap { name in
                if case .member(let member) = matching.person(named: name.value) { member } else { nil }
            }
        )
    }

    private mutating func reportSelected(_ desired: DesiredGroup, _ strangers: Set<Int>) {
        guard !strangers.isEmpty else { return }
        let emails = strangers.map { context.live.members[$0].email }.sorted().joined(separator: ", ")
        find(desired, .mappedRecord, "does not have members whom its \"members_where\" selects: \(emails)")
    }

    private mutating func compareMapped(_ record: Int, _ live: Group, _ namedByUsers: Set<Int>) {
        let desired = context.manifests.groups[record]
        guard options.includesGroups else { return }
        let names = Array(desired.members ?? []) + Array(desired.owners ?? [])
        let stated = Set(
            names.compactMap { name in
                if case .member(let member) = matching.person(named: name.value) { member } else { nil }
            }
        ).union(namedByUsers)
        let members = Set(live.members.map(\.member))
        let isSame = desired.membership == .exact ? stated == members : stated.isSubset(of: members)
        if !isSame { find(desired, .mappedRecord, "has other members in Dropbox, and a mapping reads its record") }
    }

    private mutating func reportMapped(_ record: DesiredUser, _ problem: String) {
        let email = record.email.value
        findings.append(
            Finding(
                .warning,
                .mappedRecord,
                "user \(email) \(problem), and a mapping reads their record, which is left alone",
                remedy: "change it where the record comes from",
                resource: Resource.user(email).description,
                at: record.location
            )
        )
    }

    private mutating func find(_ desired: DesiredGroup, _ code: FindingCode, _ problem: String) {
        findings.append(
            Finding(
                .warning,
                code,
                "group \(desired.name.value) \(problem)",
                remedy: code == .mappedRecord ? "change the filter, or the records where they come from" : nil,
                resource: Resource.group(desired.name.value).description,
                at: desired.location
            )
        )
    }
}
