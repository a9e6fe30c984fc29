/// Who is in which group, by the positions of both, readable from either side.
struct Memberships {
    private var accessByGroup: [Int: [Int: TeamSeed.Access]] = [:]
    private var groupsByMember: [Int: Set<Int>] = [:]

    func access(of member: Int, in group: Int) -> TeamSeed.Access? {
        accessByGroup[group]?[member]
    }

    func count(in group: Int) -> Int {
        accessByGroup[group]?.count ?? 0
    }

    /// Members of a group in listing order.
    func members(of group: Int) -> [(member: Int, access: TeamSeed.Access)] {
        (accessByGroup[group] ?? [:]).map { (member: $0.key, access: $0.value) }.sorted { $0.member < $1.member }
    }

    /// Groups of a member in listing order.
    func groups(of member: Int) -> [Int] {
        (groupsByMember[member] ?? []).sorted()
    }

    /// Adds a membership or changes its access.
    mutating func set(_ member: Int, in group: Int, to access: TeamSeed.Access) {
        accessByGroup[group, default: [:]][member] = access
        groupsByMember[member, default: []].insert(group)
    }

    mutating func remove(_ member: Int, from group: Int) {
        accessByGroup[group]?[member] = nil
        groupsByMember[member]?.remove(group)
    }

    mutating func removeGroup(_ group: Int) {
        for member in accessByGroup.removeValue(forKey: group)?.keys ?? [:].keys {
            groupsByMember[member]?.remove(group)
        }
    }
}
