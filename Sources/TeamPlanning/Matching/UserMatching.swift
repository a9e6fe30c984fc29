/// Which live member each desired user is.
struct UserMatching {
    /// What was found for one desired user.
    enum Match: Equatable {
        /// Nobody: the person is not in the team.
        case absent
        /// The member at this position.
        case member(Int)
        /// It cannot be told; a finding says why, and nothing is planned.
        case blocked
    }

    /// One match per desired user, by position.
    private(set) var matches: [Match]
    /// The desired user of each live member that has one, by position.
    private(set) var userOfMember: PositionList
    /// Members from whom nothing is taken, because a record that could not be planned may mean them.
    private(set) var untouchable: Set<Int> = []
    private(set) var findings: [Finding] = []

    private let context: PlanningContext
    /// The live member who has the email of each desired user, by position.
    private let memberByEmail: PositionList
    /// The live member who carries the external ID of each desired user, by position.
    private let memberByExternalID: PositionList
    /// The desired user whose external ID a live member carries, by position.
    private var claims: PositionList
    /// Desired users whose external ID Dropbox would not take.
    private let hasTooLongID: Set<Int>
    /// Members that several records mean.
    private var contested: Set<Int> = []

    init(_ context: PlanningContext) {
        self.context = context
        matches = Array(repeating: .absent, count: context.manifests.users.count)
        userOfMember = PositionList(count: context.live.members.count)
        claims = userOfMember
        memberByEmail = context.index.holders(ofEmails: context.userEmails)
        var tooLong: Set<Int> = []
        memberByExternalID = context.index.holders(ofExternalIDs: context.userLifecycles.count) { user in
            guard context.userLifecycles[user] != .released, let id = context.writtenID(ofUser: user) else {
                return nil
            }
            if Ownership.isTooLong(id) { tooLong.insert(user) }
            return id
        }
        hasTooLongID = tooLong
        noteTwins()
        for user in context.userOrder {
            if let member = memberByExternalID[user], mayClaim(user, member) { claims[member] = user }
        }
        for user in context.userOrder { matches[user] = match(user) }
        settle()
    }

    private mutating func noteTwins() {
        for twins in [context.index.emailTwins, context.index.externalIDTwins] {
            contested.formUnion(twins.keys)
            untouchable.formUnion(twins.keys)
            findings += Set(twins.values).map(\.finding)
        }
    }

    /// Whether an external ID makes a member this record's alone. Not a tombstone's, when by their email another record
    /// means them that states no external ID: then it cannot be told whether they are to go.
    private func mayClaim(_ user: Int, _ member: Int) -> Bool {
        if context.index.twins(byEmail: nil, byExternalID: member) != nil { return false }
        guard context.userLifecycles[user] == .absent,
            let other = context.userByEmail[FoldedName(context.live.members[member].email)], other != user
        else { return true }
        switch context.userLifecycles[other] {
        case .absent: return true
        case .released: return false
        case .managed: return context.manifests.users[other].externalID != nil
        }
    }

    /// Whether a member was found by the very email of a record, so that the two emails are the same.
    func isSameEmail(_ user: Int, _ member: Int) -> Bool { memberByEmail[user] == member }

    /// Whether a member was found by the external ID that a record would write.
    func isSameExternalID(_ user: Int, _ member: Int) -> Bool { memberByExternalID[user] == member }

    // MARK: One user

    private mutating func match(_ user: Int) -> Match {
        let lifecycle = context.userLifecycles[user]
        if lifecycle == .released { return matchReleased(user) }
        if hasTooLongID.contains(user), let written = context.writtenID(ofUser: user) {
            return block(
                user,
                .externalIDTooLong,
                "its external ID \"\(written)\" is longer than \(Ownership.maximumMemberIDLength) characters",
                "use a shorter external_id, rule name or marker"
            )
        }
        let byEmail = memberByEmail[user]
        if let twins = context.index.twins(byEmail: byEmail, byExternalID: memberByExternalID[user]) {
            return block(user, .ambiguousMatch, twins.problem, LiveTwins.remedy)
        }
        if byEmail == nil, let secondary = context.index.memberBySecondaryEmail[context.userEmails[user]] {
            return block(
                user,
                .secondaryEmailMatch,
                "\(context.manifests.users[user].email.value) is a secondary email of member \(context.live.members[secondary].email)",
                "name the member by their primary email, or remove the secondary email in Dropbox"
            )
        }
        if let byID = memberByExternalID[user] {
            guard let byEmail, byEmail != byID, !isClaimed(byEmail, byOtherThan: user) else { return .member(byID) }
            return blockCrossed(user, byID: byID, byEmail: byEmail)
        }
        guard let byEmail, !isClaimed(byEmail, byOtherThan: user) else { return matchPrevious(user) }
        guard lifecycle == .absent, let id = context.manifests.users[user].externalID,
            context.ownership.isOurs(context.live.members[byEmail].externalID, forOtherThan: id.value)
        else { return .member(byEmail) }
        return blockRecycledEmail(user)
    }

    private mutating func blockCrossed(_ user: Int, byID: Int, byEmail: Int) -> Match {
        contested.formUnion([byID, byEmail])
        let carrier = context.live.members[byID].email
        return block(
            user,
            .crossedMatch,
            "its external ID is that of member \(carrier), but its email that of \(context.live.members[byEmail].id)",
            "correct the external_id or the email, so that both mean one person"
        )
    }

    /// A tombstone means one person: an email that went on to somebody else must not end their membership.
    private mutating func blockRecycledEmail(_ user: Int) -> Match {
        block(
            user,
            .crossedMatch,
            "the member who has this email now carries another external ID of ours",
            "delete the record if its person is gone, or correct its external_id"
        )
    }

    /// A tombstone takes only our own members by a previous email: others may have been given the email since.
    private mutating func matchPrevious(_ user: Int) -> Match {
        let record = context.manifests.users[user]
        var found: [Int] = []
        for previous in record.previousEmails {
            let email = FoldedName(previous)
            guard let member = context.index.holder(ofEmail: email), !isClaimed(member, byOtherThan: user),
                context.userByEmail[email] == nil, !found.contains(member),
                record.lifecycle != .absent || context.isOurs(context.live.members[member].externalID)
            else { continue }
            found.append(member)
        }
        if found.count > 1 {
            contested.formUnion(found)
            let emails = found.map { context.live.members[$0].email }.sorted().joined(separator: ", ")
            return block(
                user,
                .ambiguousMatch,
                "its previous_emails are those of several members: \(emails)",
                "keep only the email that this person had"
            )
        }
        return found.first.map(Match.member) ?? .absent
    }

    private mutating func matchReleased(_ user: Int) -> Match {
        let byID = context.writtenID(ofUser: user).flatMap { context.index.memberByExternalID[$0] }
        let byEmail = context.index.memberByEmail[context.userEmails[user]]
        if let twins = context.index.twins(byEmail: byEmail, byExternalID: byID) {
            return block(user, .ambiguousMatch, twins.problem, LiveTwins.remedy)
        }
        guard let byEmail else {
            return block(
                user,
                .releasedNotFound,
                "no member has this email, so the released record was not found and no marker is cleared",
                "write the member's present email, or delete the record if the person is gone"
            )
        }
        guard let byID, byID != byEmail else { return .member(byEmail) }
        return blockCrossed(user, byID: byID, byEmail: byEmail)
    }

    // MARK: All users

    /// Two desired users on one member: neither is planned.
    private mutating func settle() {
        var userCount = Array(repeating: 0, count: context.live.members.count)
        for case .member(let member) in matches { userCount[member] += 1 }
        var users: [Int: [Int]] = [:]
        for user in context.userOrder {
            guard case .member(let member) = matches[user] else { continue }
            if userCount[member] > 1 || contested.contains(member) { users[member, default: []].append(user) }
        }
        for (member, rivals) in users {
            for user in rivals { matches[user] = block(user, sharing: member, with: rivals) }
        }
        for user in context.userOrder {
            if case .member(let member) = matches[user] { userOfMember[member] = user }
        }
    }

    private mutating func block(_ user: Int, sharing member: Int, with rivals: [Int]) -> Match {
        if let twins = context.index.twins(byEmail: member, byExternalID: nil) {
            return block(user, .ambiguousMatch, twins.problem, LiveTwins.remedy)
        }
        let email = context.live.members[member].email
        let others = rivals.filter { $0 != user }.map { context.manifests.users[$0].email.value }
        let problem =
            others.isEmpty
            ? "its member \(email) also matches a record that could not be told apart"
            : "it means the same member \(email) as the record \(others.joined(separator: ", "))"
        return block(user, .ambiguousMatch, problem, "leave one record per person")
    }

    // MARK: Helpers

    /// Everybody whom a record may mean.
    private func candidates(_ user: Int) -> [Int] {
        let record = context.manifests.users[user]
        let previous = record.previousEmails.map(FoldedName.init).filter { context.userByEmail[$0] == nil }
        let byEmail = ([context.userEmails[user]] + previous).compactMap {
            context.index.holder(ofEmail: $0) ?? context.index.memberBySecondaryEmail[$0]
        }
        let byID = context.writtenID(ofUser: user).flatMap(context.index.holder(ofExternalID:))
        return (byEmail + [byID].compactMap { $0 }).filter { !isClaimed($0, byOtherThan: user) }
    }

    private func isClaimed(_ member: Int, byOtherThan user: Int) -> Bool {
        claims[member].map { $0 != user } ?? false
    }

    private mutating func block(
        _ user: Int,
        _ code: FindingCode,
        _ problem: String,
        _ remedy: String
    ) -> Match {
        let record = context.manifests.users[user]
        untouchable.formUnion(candidates(user))
        findings.append(
            Finding(
                .error,
                code,
                "user \(record.email.value) is left alone: \(problem)",
                remedy: remedy,
                resource: Resource.user(record.email.value).description,
                at: record.location
            )
        )
        return .blocked
    }
}
