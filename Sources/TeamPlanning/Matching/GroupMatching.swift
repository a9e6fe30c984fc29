/// Which live group each desired group is.
struct GroupMatching {
    /// What was found for one desired group.
    enum Match: Equatable {
        /// None: the group is not in the team.
        case absent
        /// The group at this position.
        case group(Int)
        /// It is left alone; a finding says why, and nothing is planned.
        case blocked
    }

    /// One match per desired group, by position.
    private(set) var matches: [Match]
    /// The desired group of each live group that has one.
    private(set) var recordOfGroup: [Int: Int] = [:]
    /// Groups that are never deleted, because a record that could not be planned may mean them.
    private(set) var untouchable: Set<Int> = []
    private(set) var findings: [Finding] = []

    private let context: PlanningContext
    /// Groups that a record means which could not be told apart from others.
    private var contested: Set<Int> = []
    /// Desired groups by the live group that carries their external ID.
    private var claims: [Int: Int] = [:]
    /// Desired groups by the external ID that they would have.
    private var recordByWrittenID: [String: Int] = [:]

    init(_ context: PlanningContext) {
        self.context = context
        matches = Array(repeating: .absent, count: context.manifests.groups.count)
        var doubled: Set<Int> = []
        for record in context.groupOrder {
            let written = context.groupWrittenIDs[record]
            if let first = recordByWrittenID.updateValue(record, forKey: written) {
                doubled.formUnion([first, record])
            }
            guard let group = context.index.groupByExternalID[written], mayClaim(record, group) else { continue }
            claims[group] = record
        }
        contested.formUnion(context.index.groupTwins.keys)
        untouchable.formUnion(context.index.groupTwins.keys)
        findings += Set(context.index.groupTwins.values).map(\.finding)
        for record in context.groupOrder {
            matches[record] = doubled.contains(record) ? blockDoubled(record) : match(record)
        }
        settle()
    }

    /// Whether an external ID makes a group this record's alone. Not a tombstone's, when by its name another record means
    /// it that states no ID, and whose name as an ID leads nowhere else: then it cannot be told whether it is to go.
    private func mayClaim(_ record: Int, _ group: Int) -> Bool {
        let lifecycle = context.manifests.groups[record].lifecycle
        if lifecycle == .released || context.index.groupTwins[group] != nil { return false }
        guard lifecycle == .absent, let other = context.recordByName[FoldedName(context.live.groups[group].name)],
            other != record
        else { return true }
        switch context.manifests.groups[other].lifecycle {
        case .absent: return true
        case .released: return false
        case .managed:
            return context.manifests.groups[other].id != nil
                || context.index.groupByExternalID[context.groupWrittenIDs[other]] != nil
        }
    }

    // MARK: One group

    private mutating func match(_ record: Int) -> Match {
        let isReleased = context.manifests.groups[record].lifecycle == .released
        let byID = context.index.groupByExternalID[context.groupWrittenIDs[record]]
        if let twins = byID.flatMap({ context.index.groupTwins[$0] }) {
            return block(record, .ambiguousMatch, twins.problem, LiveTwins.remedy)
        }
        if !isReleased, let byID {
            let strangers = strangers(withNameOf: record, besides: byID)
            return strangers.isEmpty ? .group(byID) : blockCrossed(record, byID: byID, byName: strangers)
        }
        let byName = (context.index.groupsByName[context.groupNames[record]] ?? [])
            .filter { isReleased || !isClaimed($0, byOtherThan: record) }
        if byName.count > 1 {
            return block(
                record,
                .duplicateLiveGroup,
                "the team has \(byName.count) groups of this name",
                "rename or delete all but one in Dropbox, or give the record the group's id"
            )
        }
        if let group = byName.first {
            if let byID, byID != group { return blockCrossed(record, byID: byID, byName: [group]) }
            return isRecycled(group, for: record) ? blockRecycled(record) : .group(group)
        }
        if isReleased {
            return block(
                record,
                .releasedNotFound,
                "no group has this name, so the released record was not found and no marker is cleared",
                "write the group's present name, or delete the record if the group is gone"
            )
        }
        let previous = previous(record)
        if previous.count > 1 {
            contested.formUnion(previous)
            let names = previous.map { context.live.groups[$0].name }.sorted().joined(separator: ", ")
            return block(
                record,
                .ambiguousMatch,
                "its previous_names are those of several groups: \(names)",
                "keep only the name that this group had"
            )
        }
        return previous.first.map(Match.group) ?? .absent
    }

    /// The groups that have one of a record's previous names. A tombstone takes only our own groups that way: others
    /// may have been given the name since.
    private func previous(_ record: Int) -> [Int] {
        let isTombstone = context.manifests.groups[record].lifecycle == .absent
        var found: [Int] = []
        for previous in context.manifests.groups[record].previousNames {
            let name = FoldedName(previous)
            guard context.recordByName[name] == nil else { continue }
            for group in context.index.groupsByName[name] ?? []
            where !isClaimed(group, byOtherThan: record) && !found.contains(group) {
                guard !isTombstone || context.isOurs(context.live.groups[group].externalID) else { continue }
                found.append(group)
            }
        }
        return found
    }

    /// Takes a live group as the one that is meant, unless it is to be left alone.
    private mutating func accept(_ group: Int, for record: Int) -> Match {
        let live = context.live.groups[group]
        let desired = context.manifests.groups[record]
        if live.management == .systemManaged {
            return block(
                record,
                .systemManagedGroup,
                "Dropbox manages this group itself",
                "remove the record: its members follow the team"
            )
        }
        if desired.lifecycle == .released { return .group(group) }
        let isUserManaged = live.management == .userManaged || desired.management == .userManaged
        if isUserManaged, !context.policy.groups.manageUserManaged {
            return block(
                record,
                .userManagedGroup,
                "its owners manage it",
                "set \"manage_user_managed\": true in the Policy, or remove the record"
            )
        }
        if !context.policy.groups.adopt, !context.isOurs(live.externalID) {
            return block(
                record,
                .notAdopted,
                "a group of this name exists and is not ours",
                "set \"adopt\": true in the Policy, or rename one of the two"
            )
        }
        return .group(group)
    }

    // MARK: All groups

    /// Two desired groups on one live group: neither is planned. Whoever is alone on one may still have to leave it.
    private mutating func settle() {
        var records: [Int: [Int]] = [:]
        for record in context.groupOrder {
            if case .group(let group) = matches[record] { records[group, default: []].append(record) }
        }
        for (group, rivals) in records where rivals.count > 1 || contested.contains(group) {
            for record in rivals { matches[record] = block(record, sharing: group, with: rivals) }
        }
        for record in context.groupOrder {
            switch matches[record] {
            case .group(let group):
                matches[record] = accept(group, for: record)
                if matches[record] != .blocked { recordOfGroup[group] = record }
            case .absent: refuseUserManagedCreation(record)
            case .blocked: break
            }
        }
    }

    private mutating func block(_ record: Int, sharing group: Int, with rivals: [Int]) -> Match {
        if let twins = context.index.groupTwins[group] {
            return block(record, .ambiguousMatch, twins.problem, LiveTwins.remedy)
        }
        let name = context.live.groups[group].name
        let others = rivals.filter { $0 != record }.map { context.manifests.groups[$0].name.value }
        let problem =
            others.isEmpty
            ? "its group \(name) also matches a record that could not be told apart"
            : "it means the same group \(name) as the record \(others.joined(separator: ", "))"
        return block(record, .ambiguousMatch, problem, "leave one record per group")
    }

    private mutating func refuseUserManagedCreation(_ record: Int) {
        let desired = context.manifests.groups[record]
        guard desired.management == .userManaged, desired.lifecycle == .managed,
            !context.policy.groups.manageUserManaged
        else { return }
        matches[record] = block(
            record,
            .userManagedGroup,
            "its owners would manage it",
            "set \"manage_user_managed\": true in the Policy, or make it company_managed"
        )
    }

    // MARK: Helpers

    /// Every group that a record may mean.
    private func candidates(_ record: Int) -> [Int] {
        let byID = context.index.groupByExternalID[context.groupWrittenIDs[record]]
        let byName = context.index.groupsByName[context.groupNames[record]] ?? []
        return ([byID].compactMap { $0 } + byName + previous(record))
            .filter { !isClaimed($0, byOtherThan: record) }
    }

    private func isClaimed(_ group: Int, byOtherThan record: Int) -> Bool {
        claims[group].map { $0 != record } ?? false
    }

    /// The groups that are not ours and have the name of a record that means another group by its external ID. Dropbox's
    /// own are none of them: no record means those.
    private func strangers(withNameOf record: Int, besides group: Int) -> [Int] {
        let name = context.live.groups[group].name
        guard name != context.manifests.groups[record].name.value, FoldedName(name) != context.groupNames[record] else {
            return []
        }
        return (context.index.groupsByName[context.groupNames[record]] ?? []).filter { other in
            context.live.groups[other].management != .systemManaged
                && !context.isOurs(context.live.groups[other].externalID)
        }
    }

    private mutating func blockCrossed(_ record: Int, byID: Int, byName: [Int]) -> Match {
        contested.formUnion(byName + [byID])
        let holders = byName.map { context.live.groups[$0].id.rawValue }.sorted().joined(separator: ", ")
        return block(
            record,
            .crossedMatch,
            "its external ID is that of group \(context.live.groups[byID].name), but its name that of \(holders)",
            "correct the id or the name, or rename one of the groups in Dropbox, so that both mean one group"
        )
    }

    /// Whether a tombstone that states an ID finds by its name a group of ours with another ID.
    private func isRecycled(_ group: Int, for record: Int) -> Bool {
        let desired = context.manifests.groups[record]
        guard desired.lifecycle == .absent, let id = desired.id else { return false }
        return context.ownership.isOurs(context.live.groups[group].externalID, forOtherThan: id.value)
    }

    private mutating func blockRecycled(_ record: Int) -> Match {
        block(
            record,
            .ambiguousMatch,
            "the group of this name carries another external ID of ours",
            "delete the record if its group is gone, or correct its id"
        )
    }

    private mutating func blockDoubled(_ record: Int) -> Match {
        let written = context.groupWrittenIDs[record]
        return block(
            record,
            .ambiguousMatch,
            "another record would have the same external ID \"\(written)\"",
            "give one of the two an id of its own"
        )
    }

    private mutating func block(
        _ record: Int,
        _ code: FindingCode,
        _ problem: String,
        _ remedy: String
    ) -> Match {
        let desired = context.manifests.groups[record]
        untouchable.formUnion(candidates(record))
        let isFault = [.duplicateLiveGroup, .ambiguousMatch, .crossedMatch, .releasedNotFound].contains(code)
        findings.append(
            Finding(
                isFault ? .error : .warning,
                code,
                "group \(desired.name.value) is left alone: \(problem)",
                remedy: remedy,
                resource: Resource.group(desired.name.value).description,
                at: desired.location
            )
        )
        return .blocked
    }
}

extension PlanningContext {
    /// Whether an external ID carries our marker.
    func isOurs(_ externalID: String?) -> Bool {
        if case .roster = ownership.owner(of: externalID) { return true }
        return false
    }
}
