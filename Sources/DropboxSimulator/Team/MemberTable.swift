/// All members in listing order with indexes by ID, email and external ID.
///
/// A member's position never changes, so that it can stand for the member in memberships and cursors.
struct MemberTable {
    private(set) var all: [TeamSeed.Member] = []
    /// How many are active, invited or suspended: each uses a seat.
    private(set) var liveCount = 0
    private var positionByID: [String: Int] = [:]
    private var positionByEmail: [String: Int] = [:]
    private var positionBySecondaryEmail: [String: Int] = [:]
    private var positionByExternalID: [String: Int] = [:]
    private var positionByPersistentID: [String: Int] = [:]

    subscript(position: Int) -> TeamSeed.Member { all[position] }

    mutating func append(_ member: TeamSeed.Member) {
        all.append(member)
        positionByID[member.id] = all.count - 1
        index(all.count - 1)
    }

    /// Changes one member and keeps the indexes right.
    mutating func update(_ position: Int, _ change: (inout TeamSeed.Member) -> Void) {
        unindex(position)
        change(&all[position])
        index(position)
    }

    func position(of selector: UserSelector) -> Int? {
        switch selector {
        case .teamMemberID(let id): positionByID[id]
        case .externalID(let id): positionByExternalID[id]
        case .email(let email): positionByEmail[email.lowercased()]
        }
    }

    /// Who has the address as primary or secondary email and still holds it.
    func holder(ofEmail email: String) -> Int? {
        let key = email.lowercased()
        return holding(positionByEmail[key]) ?? holding(positionBySecondaryEmail[key])
    }

    func holder(ofExternalID id: String) -> Int? {
        holding(positionByExternalID[id])
    }

    func holder(ofPersistentID id: String) -> Int? {
        holding(positionByPersistentID[id])
    }

    func hasID(_ id: String) -> Bool {
        positionByID[id] != nil
    }

    private func holding(_ position: Int?) -> Int? {
        position.flatMap { all[$0].holdsIdentity ? $0 : nil }
    }

    private typealias Index = WritableKeyPath<MemberTable, [String: Int]>

    /// A member who has left for good never displaces one who holds the same value.
    private mutating func index(_ position: Int) {
        let member = all[position]
        liveCount += member.isLive ? 1 : 0
        for (index, key) in Self.keys(of: member)
        where member.holdsIdentity || holding(self[keyPath: index][key]) == nil {
            self[keyPath: index][key] = position
        }
    }

    private mutating func unindex(_ position: Int) {
        let member = all[position]
        liveCount -= member.isLive ? 1 : 0
        for (index, key) in Self.keys(of: member) where self[keyPath: index][key] == position {
            self[keyPath: index][key] = nil
        }
    }

    /// What a member can be found by besides the ID.
    private static func keys(of member: TeamSeed.Member) -> [(index: Index, key: String)] {
        var keys: [(index: Index, key: String)] = [(\.positionByEmail, member.email.lowercased())]
        keys += member.secondaryEmails.map { (\.positionBySecondaryEmail, $0.lowercased()) }
        if let id = member.externalID { keys.append((\.positionByExternalID, id)) }
        if let id = member.persistentID { keys.append((\.positionByPersistentID, id)) }
        return keys
    }
}
