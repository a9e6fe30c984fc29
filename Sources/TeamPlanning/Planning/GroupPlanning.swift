/// Plans every group itself: created, changed, released, deleted, or left alone. Memberships come later.
struct GroupPlanning {
    private(set) var drafts: [ChangeDraft] = []
    private(set) var findings: [Finding] = []
    /// The draft that creates a desired group, by record.
    private(set) var creationOfRecord: [Int: Int] = [:]
    /// The draft that changes a live group, by group.
    private(set) var updateOfGroup: [Int: Int] = [:]
    /// The draft that deletes a live group, by group.
    private(set) var deletionOfGroup: [Int: Int] = [:]

    private let context: PlanningContext
    private let matching: GroupMatching
    /// Positions of drafts are counted from here, because users' drafts come first.
    private let base: Int

    init(_ context: PlanningContext, matching: GroupMatching, base: Int) {
        self.context = context
        self.matching = matching
        self.base = base
        for record in context.groupOrder { plan(record) }
        let candidates = context.live.groups.indices.filter(mayBeDeleted)
        guard !candidates.isEmpty else { return }
        let review = DeletionReview(context, matching: matching, newNames: newNames)
        for group in candidates { delete(group, review) }
    }

    private mutating func plan(_ record: Int) {
        switch (context.manifests.groups[record].lifecycle, matching.matches[record]) {
        case (_, .blocked), (.released, .absent), (.absent, _): return
        case (.managed, .absent): create(record)
        case (.managed, .group(let group)): update(record, group)
        case (.released, .group(let group)): release(record, group)
        }
    }

    private mutating func create(_ record: Int) {
        let desired = context.manifests.groups[record]
        guard context.policy.groups.create else {
            return find(
                desired,
                .warning,
                .switchedOff,
                "is not in the team and the policy does not create groups",
                "set \"create\": true under \"groups\" in the Policy"
            )
        }
        let new = NewGroup(
            name: desired.name.value,
            externalID: context.groupWrittenIDs[record],
            management: desired.management ?? .companyManaged
        )
        var draft = ChangeDraft(
            .groupCreate,
            .group(desired.name.value),
            .createGroup(new),
            stage: .updateGroups,
            reason: "in the manifests, not in the team",
            source: desired.location
        )
        draft.after = new.fields
        creationOfRecord[record] = add(draft)
    }

    private mutating func update(_ record: Int, _ group: Int) {
        guard differs(record, group) else { return }
        let desired = context.manifests.groups[record]
        let live = context.live.groups[group]
        var update = GroupUpdate()
        var before: [Field] = []
        var after: [Field] = []
        if desired.name.value != live.name, mayRename(desired, live) {
            update.name = desired.name.value
            before.append(Field("name", .text(live.name)))
            after.append(Field("name", .text(desired.name.value)))
        }
        if let id = newExternalID(record, desired, live) {
            update.externalID = id
            before.append(Field("external_id", FieldValue(live.externalID)))
            after.append(Field("external_id", .text(id)))
        }
        if let management = desired.management, management.rawValue != live.management.rawValue {
            update.management = management
            before.append(Field("management", .text(live.management.rawValue)))
            after.append(Field("management", .text(management.rawValue)))
        }
        guard !update.isEmpty else { return }
        let verb = after.count == 1 ? "differs" : "differ"
        let isAdoption = update.externalID != nil && live.externalID == nil
        var draft = ChangeDraft(
            .groupUpdate,
            .group(desired.name.value),
            .updateGroup(live.id, update),
            stage: .updateGroups,
            reason: "\(after.map(\.name).joined(separator: ", ")) \(verb) from the manifest"
                + (isAdoption ? "; the group becomes ours by the external ID" : ""),
            source: desired.location
        )
        draft.before = before
        draft.after = after
        updateOfGroup[group] = add(draft)
    }

    /// Whether anything of a group is not as its record says: most groups are, and are not looked at any closer.
    private func differs(_ record: Int, _ group: Int) -> Bool {
        let management = context.manifests.groups[record].management?.rawValue
        return context.manifests.groups[record].name.value != context.live.groups[group].name
            || context.groupWrittenIDs[record] != context.live.groups[group].externalID
            || (management != nil && management != context.live.groups[group].management.rawValue)
    }

    private mutating func mayRename(_ desired: DesiredGroup, _ live: Group) -> Bool {
        if let reason = context.protection.reason(for: live) {
            find(
                desired,
                .warning,
                .protected,
                "would be renamed from \(live.name), but \(reason)",
                "correct the record's name"
            )
            return false
        }
        if !context.policy.groups.rename {
            find(
                desired,
                .warning,
                .switchedOff,
                "is called \(live.name) and the policy does not rename groups",
                "set \"rename\": true under \"groups\" in the Policy"
            )
            return false
        }
        return true
    }

    private mutating func newExternalID(_ record: Int, _ desired: DesiredGroup, _ live: Group) -> String? {
        guard context.policy.groups.markExisting else { return nil }
        let written = context.groupWrittenIDs[record]
        guard live.externalID != written else { return nil }
        if context.ownership.owner(of: live.externalID) == .foreign, !context.ownership.mayTakeOver {
            find(
                desired,
                .warning,
                .foreignExternalID,
                "carries the external ID \"\(live.externalID ?? "")\" of another system, which is kept",
                "set \"take_over\": true under \"ownership\" in the Policy once that system is switched off"
            )
            return nil
        }
        return written
    }

    private mutating func release(_ record: Int, _ group: Int) {
        let desired = context.manifests.groups[record]
        let live = context.live.groups[group]
        guard context.isOurs(live.externalID) else { return }
        var update = GroupUpdate()
        update.externalID = ""
        var draft = ChangeDraft(
            .groupUpdate,
            .group(desired.name.value),
            .updateGroup(live.id, update),
            stage: .updateGroups,
            reason: "released: the marker is cleared and the group is left alone from now on",
            source: desired.location
        )
        draft.before = [Field("external_id", FieldValue(live.externalID))]
        draft.after = [Field("external_id", .none)]
        add(draft)
    }

    @discardableResult
    private mutating func add(_ draft: ChangeDraft) -> Int {
        drafts.append(draft)
        return base + drafts.count - 1
    }

    private mutating func find(
        _ desired: DesiredGroup,
        _ severity: Severity,
        _ code: FindingCode,
        _ problem: String,
        _ remedy: String
    ) {
        findings.append(
            Finding(
                severity,
                code,
                "group \(desired.name.value) \(problem)",
                remedy: remedy,
                resource: Resource.group(desired.name.value).description,
                at: desired.location
            )
        )
    }
}

// MARK: - Deletion

extension GroupPlanning {
    /// The groups that get another name, and the name.
    private var newNames: [Int: FoldedName] {
        updateOfGroup.compactMapValues { draft in
            guard case .updateGroup(_, let update) = drafts[draft - base].operation else { return nil }
            return update.name.map(FoldedName.init)
        }
    }

    /// Whether a group is a tombstone's, or no record's while the policy deletes such groups.
    private func mayBeDeleted(_ group: Int) -> Bool {
        guard context.mayDestroy, context.live.groups[group].management != .systemManaged,
            !matching.untouchable.contains(group)
        else { return false }
        if let record = matching.recordOfGroup[group] { return context.manifests.groups[record].lifecycle == .absent }
        return context.policy.groups.delete == .absent && context.isInScope(context.live.groups[group])
    }

    private mutating func delete(_ group: Int, _ review: DeletionReview) {
        if let finding = review.finding(against: group) {
            findings.append(finding)
            return
        }
        let live = context.live.groups[group]
        var draft = ChangeDraft(
            .groupDelete,
            .group(live.name),
            .deleteGroup(live.id),
            stage: .deleteGroups,
            reason: review.reason(for: group),
            source: matching.recordOfGroup[group].map { context.manifests.groups[$0].location }
        )
        draft.before = live.fields
        draft.isDestructive = true
        draft.isIrreversible = true
        deletionOfGroup[group] = add(draft)
    }
}
