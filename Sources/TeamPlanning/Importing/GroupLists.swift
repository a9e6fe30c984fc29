/// The lists of members and owners in one group's record, brought in line with the live group.
struct GroupLists {
    /// The members of the live group.
    let members: Set<Int>
    /// The live members whom the record names and who stay in it.
    private(set) var stated: Set<Int> = []
    /// Members whom no manifest can name.
    private(set) var unnamed: Set<Int> = []
    private(set) var hasChanged = false

    private let matching: ImportMatching
    private let live: Group
    private let place: ImportDraft.Place
    private let includesGroups: Bool
    private let owners: Set<Int>
    /// Members who go to the other list.
    private var newMembers: Set<Int> = []
    private var newOwners: Set<Int> = []

    init(_ matching: ImportMatching, _ live: Group, place: ImportDraft.Place, includesGroups: Bool) {
        self.matching = matching
        self.live = live
        self.place = place
        self.includesGroups = includesGroups
        members = Set(live.members.map(\.member))
        let canHaveOwners = live.management == .userManaged
        owners = Set(live.members.filter { canHaveOwners && $0.access == .owner }.map(\.member))
    }

    private var ownersList: JSONNode? { place.node["owners"].flatMap { $0.array == nil ? nil : $0 } }
    private var membersList: JSONNode? { place.node["members"].flatMap { $0.array == nil ? nil : $0 } }

    /// Removes who is not in the group, puts new emails in the place of old ones, and moves owners and members to the
    /// list that they belong to.
    mutating func correct(_ draft: inout ImportDraft) {
        correct(ownersList, isOwners: true, &draft)
        correct(membersList, isOwners: false, &draft)
        if !newOwners.isEmpty, let ownersList { add(newOwners, to: ownersList, &draft) }
        guard !newMembers.isEmpty else { return }
        if let membersList {
            add(newMembers, to: membersList, &draft)
        } else {
            addField(newMembers, &draft)
        }
    }

    private mutating func correct(_ list: JSONNode?, isOwners: Bool, _ draft: inout ImportDraft) {
        guard let list else { return }
        for (index, item) in (list.array ?? []).enumerated() {
            guard let name = item.string else { continue }
            switch matching.person(named: name) {
            case .pending, .unclear: continue
            case .removed: remove(index, of: list, &draft)
            case .member(let member):
                guard members.contains(member) || !includesGroups else {
                    remove(index, of: list, &draft)
                    continue
                }
                stated.insert(member)
                if !isOwners { newMembers.remove(member) }
                if includesGroups, belongsElsewhere(member, isOwners: isOwners) {
                    remove(index, of: list, &draft)
                    if isOwners { newMembers.insert(member) } else { newOwners.insert(member) }
                } else {
                    rename(item, member, &draft)
                }
            }
        }
    }

    /// Whether a member of one list has to move to the other; a record without a list of owners does not tell them apart.
    private func belongsElsewhere(_ member: Int, isOwners: Bool) -> Bool {
        guard let names = ownersList?.array else { return false }
        if isOwners { return !owners.contains(member) }
        let isNamedAsOwner = names.contains { $0.string.map(matching.person(named:)) == .member(member) }
        return owners.contains(member) && !isNamedAsOwner
    }

    private mutating func remove(_ index: Int, of list: JSONNode, _ draft: inout ImportDraft) {
        draft.remove(item: index, of: list, at: place)
        hasChanged = true
    }

    private mutating func rename(_ item: JSONNode, _ member: Int, _ draft: inout ImportDraft) {
        guard let name = item.string, !matching.isReference(name), matching.records.canBeNamed(member) else { return }
        let email = matching.context.live.members[member].email
        guard FoldedName(name) != FoldedName(email) else { return }
        draft.replace(item, with: email, at: place)
        hasChanged = true
    }

    /// Adds members whom the manifests do not name yet: to the group's list, else to their own record's list of groups.
    mutating func add(
        _ missing: Set<Int>,
        _ draft: inout ImportDraft,
        ownList: (Int, ImportDraft) -> (ImportDraft.Place, JSONNode)?
    ) {
        guard !missing.isEmpty else { return }
        unnamed = missing.filter { !matching.records.canBeNamed($0) }
        let nameable = missing.subtracting(unnamed)
        let asOwners = ownersList == nil ? [] : nameable.intersection(owners)
        if let ownersList, !asOwners.isEmpty { add(asOwners, to: ownersList, &draft) }
        let others = nameable.subtracting(asOwners)
        guard !others.isEmpty else { return }
        if let membersList { return add(others, to: membersList, &draft) }
        var homeless: Set<Int> = []
        for member in others.sorted() {
            if let (record, list) = ownList(member, draft) {
                draft.add(live.name, to: list, at: record)
                hasChanged = true
            } else {
                homeless.insert(member)
            }
        }
        if !homeless.isEmpty { addField(homeless, &draft) }
    }

    private mutating func add(_ people: Set<Int>, to list: JSONNode, _ draft: inout ImportDraft) {
        for email in emails(people) { draft.add(email, to: list, at: place) }
        hasChanged = true
    }

    private mutating func addField(_ people: Set<Int>, _ draft: inout ImportDraft) {
        draft.add("members", emails(people), to: place)
        hasChanged = true
    }

    private func emails(_ people: Set<Int>) -> [String] {
        people.map { matching.context.live.members[$0].email }.map { (SortKey($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
