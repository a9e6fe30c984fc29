/// All groups in listing order with indexes by ID, name and external ID. Their members are kept in ``Memberships``.
///
/// A group's position never changes; a deleted group leaves a gap, so that a listing under way neither skips nor repeats.
struct GroupTable {
    private var slots: [TeamSeed.Group?] = []
    private var positionByID: [String: Int] = [:]
    private var positionsByName: [String: Set<Int>] = [:]
    private var positionByExternalID: [String: Int] = [:]
    private var deletedIDs: Set<String> = []
    /// ID of the group of everyone.
    private(set) var systemManaged: String?

    /// One past the last position.
    var end: Int { slots.count }

    subscript(position: Int) -> TeamSeed.Group? {
        slots.indices.contains(position) ? slots[position] : nil
    }

    /// Every group that exists, with its position.
    var all: [(position: Int, group: TeamSeed.Group)] {
        slots.enumerated().compactMap { position, group in group.map { (position, $0) } }
    }

    mutating func append(_ group: TeamSeed.Group) {
        if group.management == .systemManaged { systemManaged = group.id }
        slots.append(group)
        index(group, slots.count - 1)
    }

    mutating func update(_ position: Int, _ change: (inout TeamSeed.Group) -> Void) {
        guard var group = self[position] else { return }
        unindex(group, position)
        change(&group)
        slots[position] = group
        index(group, position)
    }

    mutating func delete(_ position: Int) {
        guard let group = self[position] else { return }
        unindex(group, position)
        slots[position] = nil
        deletedIDs.insert(group.id)
    }

    func position(of selector: GroupSelector) -> Int? {
        switch selector {
        case .id(let id): positionByID[id]
        case .externalID(let id): positionByExternalID[id]
        }
    }

    /// Whether a group other than the one at `position` has the name, without regard to case.
    func isNameTaken(_ name: String, except position: Int? = nil) -> Bool {
        positionsByName[name.lowercased()]?.contains { $0 != position } == true
    }

    func isExternalIDTaken(_ id: String, except position: Int? = nil) -> Bool {
        positionByExternalID[id].map { $0 != position } == true
    }

    func isDeleted(_ selector: GroupSelector) -> Bool {
        deletedIDs.contains(selector.text)
    }

    func hasID(_ id: String) -> Bool {
        positionByID[id] != nil || deletedIDs.contains(id)
    }

    private mutating func index(_ group: TeamSeed.Group, _ position: Int) {
        positionByID[group.id] = position
        positionsByName[group.name.lowercased(), default: []].insert(position)
        if let id = group.externalID { positionByExternalID[id] = position }
    }

    private mutating func unindex(_ group: TeamSeed.Group, _ position: Int) {
        positionByID[group.id] = nil
        positionsByName[group.name.lowercased()]?.remove(position)
        if let id = group.externalID { positionByExternalID[id] = nil }
    }
}
