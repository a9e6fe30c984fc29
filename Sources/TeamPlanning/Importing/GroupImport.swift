/// Brings the live groups and their members into the manifests.
struct GroupImport {
    private(set) var counts = ImportCounts()
    private(set) var findings: [Finding] = []

    private let matching: ImportMatching
    private let options: ImportOptions
    private let removedUsers: Set<Int>
    private var context: PlanningContext { matching.context }

    init(_ matching: ImportMatching, _ options: ImportOptions, removedUsers: Set<Int>) {
        self.matching = matching
        self.options = options
        self.removedUsers = removedUsers
    }

    mutating func run(_ draft: inout ImportDraft, _ targets: ImportTargets) {
        var memberships = MembershipImport(matching, options, removedUsers: removedUsers)
        if options.includesGroups {
            findings += matching.groups.findings
            for record in context.groupOrder where context.manifests.groups[record].lifecycle == .managed {
                bringUpToDate(record, &memberships, &draft)
            }
        }
        memberships.run(&draft)
        counts.updated += memberships.changedGroups.subtracting(memberships.renamed.keys).count
        findings += memberships.findings
        if options.includesGroups { addMissing(&draft, targets) }
    }

    // MARK: Records that are there

    private mutating func bringUpToDate(
        _ record: Int,
        _ memberships: inout MembershipImport,
        _ draft: inout ImportDraft
    ) {
        let desired = context.manifests.groups[record]
        switch matching.groups.matches[record] {
        case .blocked: return
        case .absent where options.prunes:
            guard let place = draft.place(of: desired.location) else {
                return reportMapped(desired, "is not in the team")
            }
            draft.remove(place)
            memberships.gone.insert(record)
            counts.removed += 1
        case .absent:
            find(desired, .info, .keptRecord, "is not in the team; the record is kept", "use --prune to remove it")
        case .group(let group):
            update(record, context.live.groups[group], &memberships, &draft)
        }
    }

    private mutating func update(
        _ record: Int,
        _ live: Group,
        _ memberships: inout MembershipImport,
        _ draft: inout ImportDraft
    ) {
        let desired = context.manifests.groups[record]
        var changes: [(String, String)] = []
        if desired.name.value != live.name, TextRule.groupName.problem(in: live.name) == nil {
            changes.append(("name", live.name))
        }
        if let management = desired.management, management.rawValue != live.management.rawValue {
            changes.append(("management", live.management.rawValue))
        }
        guard !changes.isEmpty else { return }
        guard let place = draft.place(of: desired.location) else {
            return reportMapped(desired, "differs in \(changes.map(\.0).joined(separator: ", "))")
        }
        for (field, text) in changes { draft.set(field, of: place, to: .string(text)) }
        // Without an ID the name is the ID: with another name the record would be that of another group.
        if desired.id == nil, changes.contains(where: { $0.0 == "name" }),
            live.externalID == context.groupWrittenIDs[record]
        {
            draft.add("id", text: desired.name.value, to: place)
        }
        memberships.renamed[record] = live.name
        counts.updated += 1
    }

    private mutating func reportMapped(_ desired: DesiredGroup, _ problem: String) {
        find(
            desired,
            .warning,
            .mappedRecord,
            "\(problem), and a mapping reads its record, which is left alone",
            "change it where the record comes from"
        )
    }

    private mutating func find(
        _ desired: DesiredGroup,
        _ severity: Severity,
        _ code: FindingCode,
        _ problem: String,
        _ remedy: String
    ) {
        let name = desired.name.value
        findings.append(
            Finding(
                severity,
                code,
                "group \(name) \(problem)",
                remedy: remedy,
                resource: Resource.group(name).description,
                at: desired.location
            )
        )
    }

    // MARK: Groups without a record

    private mutating func addMissing(_ draft: inout ImportDraft, _ targets: ImportTargets) {
        let candidates = context.live.groups.indices.filter { group in
            context.live.groups[group].management != .systemManaged && matching.groups.recordOfGroup[group] == nil
                && !matching.groups.untouchable.contains(group)
                && options.groupFilter?.matches(AttributeRecord(context.live.groups[group])) != false
        }
        var names = GroupNames(context)
        // Groups that carry our marker have their ID already; the others take what is left.
        for group in candidates.sorted(by: { hasID($0) && !hasID($1) }) {
            let live = context.live.groups[group]
            if let problem = names.problem(with: live) {
                leaveOut(live, problem)
                continue
            }
            let id = names.take(live, id: matching.records.id(of: live))
            draft.add(matching.records.record(of: live, id: id), .groups, to: targets.file(forGroup: live.name))
            counts.added += 1
            noteUnnamed(live)
        }
    }

    private func hasID(_ group: Int) -> Bool { matching.records.id(of: context.live.groups[group]) != nil }

    private mutating func noteUnnamed(_ live: Group) {
        let unnamed = live.members.filter { !matching.records.canBeNamed($0.member) }
        guard !unnamed.isEmpty else { return }
        let emails = unnamed.map { context.live.members[$0.member].email }.sorted().joined(separator: ", ")
        findings.append(
            Finding(
                .warning,
                .notImported,
                "group \(live.name) is imported as additive: no manifest may hold the emails of some members: \(emails)",
                resource: Resource.group(live.name).description
            )
        )
    }

    private mutating func leaveOut(_ live: Group, _ problem: String) {
        findings.append(
            Finding(
                .warning,
                .notImported,
                "group \(live.name) is left out: \(problem)",
                resource: Resource.group(live.name).description
            )
        )
    }
}

/// The names and IDs that groups have, so that no two records mean one group.
private struct GroupNames {
    private let context: PlanningContext
    private var ids: Set<String>

    init(_ context: PlanningContext) {
        self.context = context
        ids = Set(context.manifests.groups.map { $0.id?.value ?? $0.name.value })
    }

    func problem(with live: Group) -> String? {
        if TextRule.groupName.problem(in: live.name) != nil { return "no manifest may hold such a name" }
        if (context.index.groupsByName[FoldedName(live.name)] ?? []).count > 1 {
            return "the team has several groups of this name"
        }
        if context.recordByName[FoldedName(live.name)] != nil { return "a record of another group has its name" }
        return nil
    }

    /// The ID to state in a group's record; `nil` when its name will do.
    mutating func take(_ live: Group, id: String?) -> String? {
        if let id, ids.insert(id).inserted { return id }
        if isFree(live.name, for: live) {
            ids.insert(live.name)
            return nil
        }
        var number = 2
        while !isFree("\(live.name) (\(number))", for: live) { number += 1 }
        ids.insert("\(live.name) (\(number))")
        return "\(live.name) (\(number))"
    }

    /// Whether no record and no other live group has the ID.
    private func isFree(_ id: String, for live: Group) -> Bool {
        let holder = context.index.groupByExternalID[context.ownership.written(id, rule: .default)]
        return !ids.contains(id) && (holder.map { context.live.groups[$0].id == live.id } ?? true)
    }
}
