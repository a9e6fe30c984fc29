/// The live team by everything that identifies.
struct LiveIndex {
    /// Members of the team by primary email.
    private(set) var memberByEmail: [FoldedName: Int]
    /// Members of the team by secondary email.
    private(set) var memberBySecondaryEmail: [FoldedName: Int] = [:]
    /// Members of the team by external ID.
    private(set) var memberByExternalID: [String: Int]
    /// Removed members that can be recovered, by primary email: they still hold it.
    private(set) var removedByEmail: [FoldedName: Int] = [:]
    /// Removed members that can be recovered, by external ID: they still hold it.
    private(set) var removedByExternalID: [String: Int] = [:]
    /// Groups by name; more than one when the team has a name twice.
    private(set) var groupsByName: [FoldedName: [Int]]
    /// Groups by external ID.
    private(set) var groupByExternalID: [String: Int] = [:]

    init(_ live: LiveState) {
        memberByEmail = Dictionary(minimumCapacity: live.members.count)
        memberByExternalID = Dictionary(minimumCapacity: live.members.count)
        groupsByName = Dictionary(minimumCapacity: live.groups.count)
        for position in live.members.indices { add(live.members[position], at: position) }
        for position in live.groups.indices {
            groupsByName[FoldedName(live.groups[position].name), default: []].append(position)
            if let id = live.groups[position].externalID, !id.isEmpty { groupByExternalID[id] = position }
        }
    }

    private mutating func add(_ member: Member, at position: Int) {
        let email = FoldedName(member.email)
        if member.status.isLive {
            memberByEmail[email] = position
            if let id = member.externalID, !id.isEmpty { memberByExternalID[id] = position }
            for secondary in member.secondaryEmails { memberBySecondaryEmail[FoldedName(secondary)] = position }
        } else if member.status == .removed(isRecoverable: true) {
            removedByEmail[email] = position
            if let id = member.externalID, !id.isEmpty { removedByExternalID[id] = position }
        }
    }

    /// The member with this email: a live one first, then one that can be recovered.
    func holder(ofEmail email: FoldedName) -> Int? {
        memberByEmail[email] ?? removedByEmail[email]
    }

    /// The member with this external ID: a live one first, then one that can be recovered.
    func holder(ofExternalID id: String) -> Int? {
        memberByExternalID[id] ?? removedByExternalID[id]
    }
}
