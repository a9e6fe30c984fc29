/// The live team by everything that identifies.
struct LiveIndex {
    /// How many members the team has, removed ones aside.
    let liveCount: Int
    /// Members of the team by primary email.
    let memberByEmail: NameIndex<FoldedName>
    /// Members of the team by secondary email.
    private(set) var memberBySecondaryEmail: [FoldedName: Int] = [:]
    /// Members of the team by external ID.
    let memberByExternalID: NameIndex<String>
    /// Removed members that can be recovered, by primary email: they still hold it.
    private(set) var removedByEmail: [FoldedName: Int] = [:]
    /// Removed members that can be recovered, by external ID: they still hold it.
    private(set) var removedByExternalID: [String: Int] = [:]
    /// Groups by name; more than one when the team has a name twice.
    private(set) var groupsByName: [FoldedName: [Int]]
    /// Groups by external ID.
    private(set) var groupByExternalID: [String: Int] = [:]
    /// Members of the team who share their primary email, by position.
    let emailTwins: [Int: LiveTwins]
    /// Members of the team who share their external ID, by position.
    let externalIDTwins: [Int: LiveTwins]
    /// Groups that share their external ID, by position.
    private(set) var groupTwins: [Int: LiveTwins] = [:]

    init(_ live: LiveState) {
        let members = live.members
        var liveCount = 0
        memberByEmail = NameIndex(count: members.count) { position in
            guard members[position].status.isLive else { return nil }
            liveCount += 1
            return FoldedName(members[position].email)
        }
        self.liveCount = liveCount
        memberByExternalID = NameIndex(count: members.count) { position in
            guard members[position].status.isLive, let id = members[position].externalID, !id.isEmpty else {
                return nil
            }
            return id
        }
        emailTwins = LiveTwins.ofEmail(memberByEmail.doubled, members)
        externalIDTwins = LiveTwins.ofExternalID(memberByExternalID.doubled, members)
        groupsByName = Dictionary(minimumCapacity: live.groups.count)
        for position in members.indices where !members[position].status.isLive {
            addRemoved(members[position], position)
        }
        for position in members.indices where !members[position].secondaryEmails.isEmpty {
            addSecondaryEmails(members[position], position)
        }
        addGroups(live.groups)
    }

    private mutating func addGroups(_ groups: [Group]) {
        var doubled: Set<Int> = []
        for position in groups.indices {
            groupsByName[FoldedName(groups[position].name), default: []].append(position)
            guard let id = groups[position].externalID, !id.isEmpty else { continue }
            if let same = groupByExternalID.updateValue(position, forKey: id) { doubled.formUnion([same, position]) }
        }
        groupTwins = LiveTwins.ofExternalID(doubled, groups)
    }

    private mutating func addSecondaryEmails(_ member: Member, _ position: Int) {
        guard member.status.isLive else { return }
        for secondary in member.secondaryEmails { memberBySecondaryEmail[FoldedName(secondary)] = position }
    }

    private mutating func addRemoved(_ member: Member, _ position: Int) {
        guard member.status == .removed(isRecoverable: true) else { return }
        removedByEmail[FoldedName(member.email)] = position
        if let id = member.externalID, !id.isEmpty { removedByExternalID[id] = position }
    }

    /// The members whom one email or external ID means with others: by what a record has of both, the shared one first.
    func twins(byEmail: Int?, byExternalID: Int?) -> LiveTwins? {
        if emailTwins.isEmpty, externalIDTwins.isEmpty { return nil }
        return byEmail.flatMap { emailTwins[$0] } ?? byExternalID.flatMap { externalIDTwins[$0] }
            ?? byEmail.flatMap { externalIDTwins[$0] } ?? byExternalID.flatMap { emailTwins[$0] }
    }

    /// The member with this email: a live one first, then one that can be recovered.
    func holder(ofEmail email: FoldedName) -> Int? {
        memberByEmail[email] ?? removedByEmail[email]
    }

    /// The member with each of many emails, as ``holder(ofEmail:)`` tells them.
    func holders(ofEmails emails: [FoldedName]) -> PositionList {
        var holders = memberByEmail.positions(count: emails.count) { emails[$0] }
        guard !removedByEmail.isEmpty else { return holders }
        for index in emails.indices where holders[index] == nil { holders[index] = removedByEmail[emails[index]] }
        return holders
    }

    /// The member with each of many external IDs, as ``holder(ofExternalID:)`` tells them; nobody for `nil`.
    func holders(ofExternalIDs count: Int, id: (Int) -> String?) -> PositionList {
        var holders = memberByExternalID.positions(count: count, name: id)
        guard !removedByExternalID.isEmpty else { return holders }
        for index in 0..<count where holders[index] == nil {
            holders[index] = id(index).flatMap { removedByExternalID[$0] }
        }
        return holders
    }

    /// The member with this external ID: a live one first, then one that can be recovered.
    func holder(ofExternalID id: String) -> Int? {
        memberByExternalID[id] ?? removedByExternalID[id]
    }
}
