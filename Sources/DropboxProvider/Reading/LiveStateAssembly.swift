import DropboxAPI
import TeamPlanning

/// Puts members, groups and memberships together, in an order that does not depend on Dropbox's.
///
/// Built for 100,000 members in a million memberships: every ID is looked up once.
struct LiveStateAssembly {
    /// By ID.
    private(set) var members: [Member]
    /// By ID.
    private(set) var groups: [Group]
    private let memberPositions: [String: Int]
    private var uncounted: Set<Int> = []
    private var vanished: Set<Int> = []

    init(members rows: [Wire.Member], groups summaries: [Wire.GroupSummary]) {
        let rows = Self.sortedUniquely(rows) { $0.profile.id.rawValue }
        let summaries = Self.sortedUniquely(summaries) { $0.id.rawValue }
        members = rows.map(Member.init)
        memberPositions = Self.positions(rows) { $0.profile.id.rawValue }
        groups = summaries.map(Group.init)
        for (index, summary) in summaries.enumerated() where summary.memberCount == nil { uncounted.insert(index) }
        let groupPositions = Self.positions(summaries) { $0.id.rawValue }
        for (member, row) in rows.enumerated() where members[member].status.isLive {
            for id in row.profile.groups ?? [] {
                guard let group = groupPositions[id.rawValue], groups[group].management != .systemManaged else {
                    continue
                }
                groups[group].members.append(Membership(member: member))
            }
        }
    }

    /// Whether the members' own lists of groups disagree with the number that Dropbox gives for the group.
    func isDoubtful(_ group: Int) -> Bool {
        uncounted.contains(group) || groups[group].members.count != groups[group].memberCount
    }

    /// Replaces a group's memberships by its own list; `nil` when the group is gone.
    mutating func settle(_ group: Int, _ rows: [Wire.GroupMember]?) {
        guard let rows else {
            vanished.insert(group)
            return
        }
        let found = rows.compactMap { row in
            memberPositions[row.profile.id.rawValue].map {
                Membership(member: $0, access: GroupAccess(row.access))
            }
        }
        groups[group].members = Self.sortedUniquely(found, by: \.member)
        if uncounted.contains(group) { groups[group].memberCount = rows.count }
    }

    /// Leaves out the groups that were deleted while the team was read.
    mutating func dropVanishedGroups() {
        guard !vanished.isEmpty else { return }
        groups = groups.indices.filter { !vanished.contains($0) }.map { groups[$0] }
        vanished = []
        uncounted = []
    }

    /// In the order of a key; a listing may give a row twice when the team changes meanwhile, then the later one counts.
    private static func sortedUniquely<Row, Key: Hashable & Comparable>(_ rows: [Row], by key: (Row) -> Key) -> [Row] {
        var latest: [Key: Row] = [:]
        latest.reserveCapacity(rows.count)
        for row in rows { latest[key(row)] = row }
        return latest.sorted { $0.key < $1.key }.map(\.value)
    }

    private static func positions<Row>(_ rows: [Row], _ id: (Row) -> String) -> [String: Int] {
        var positions: [String: Int] = [:]
        positions.reserveCapacity(rows.count)
        for (index, row) in rows.enumerated() { positions[id(row)] = index }
        return positions
    }
}
