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
            guard context.manifests.groups[record].lifecycle != .released else { continue }
            if let group = context.index.groupByExternalID[written] { claims[group] = record }
        }
        for record in context.groupOrder {
            matches[record] = doubled.contains(record) ? blockDoubled(record) : match(record)
        }
        settle()
    }

    // MARK: One group

    private mutating func match(_ record: Int) -> Match {
        let isReleased = context.manifests.groups[record].lifecycle == .released
        let written = context.groupWrittenIDs[record]
        if !isReleased, let group = context.index.groupByExternalID[written] { return .group(group) }
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
        if let group = byName.first { return isRecycled(group, for: record) ? blockRecycled(record) : .group(group) }
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
            guard !context.desiredNames.contains(name) else { continue }
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
            for record in rivals {
                let name = context.live.groups[group].name
                let others = rivals.filter { $0 != record }.map { context.manifests.groups[$0].name.value }
                matches[record] = block(
                    record,
                    .ambiguousMatch,
                    others.isEmpty
                        ? "its group \(name) also matches a record that could not be told apart"
                        : "it means the same group \(name) as \(others.joined(separator: ", "))",
                    "leave one record per group"
                )
            }
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
        let isFault = [.duplicateLiveGroup, .ambiguousMatch, .releasedNotFound].contains(code)
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
    /// The external ID that roster writes for a desired group: of its `id`, else of its name.
    /// Whether an external ID carries our marker.
    func isOurs(_ externalID: String?) -> Bool {
        if case .roster = ownership.owner(of: externalID) { return true }
        return false
    }
}
