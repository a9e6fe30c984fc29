/// Explains one group: a record, a live group, or both.
struct GroupExplaining {
    /// The desired name, else the live one.
    let name: String
    private let context: ExplanationContext
    private let record: Int?
    private let group: Int?
    private let traces: [RecordTrace]

    /// Finds the group by name or ID; `nil` when neither the manifests nor the team know it.
    init?(_ name: String, in context: ExplanationContext) throws(ExplanationError) {
        let folded = FoldedName(name)
        let records = context.manifests.groups
        let live = try context.planning.liveGroup(folded, besides: context.planning.groupNames.contains(folded))
        if let named = context.planning.groupNames.firstIndex(of: folded) {
            record = named
        } else if let identified = records.firstIndex(where: { $0.id.map { FoldedName($0.value) } == folded }) {
            record = identified
        } else if let live {
            record = context.groups.recordOfGroup[live]
        } else {
            record = records.firstIndex { $0.previousNames.contains { FoldedName($0) == folded } }
        }
        if let record {
            group = if case .group(let group) = context.groups.matches[record] { group } else { nil }
        } else {
            group = live
        }
        let liveName = group.map { context.live.groups[$0].name }
        let names = [name, record.map { records[$0].name.value }, liveName].compactMap { $0 }
        traces = context.tracer.groups(named: Set(names.map(FoldedName.init)))
        guard let found = record.map({ records[$0].name.value }) ?? liveName ?? traces.first?.name else { return nil }
        self.name = found
        self.context = context
    }

    private var desired: DesiredGroup? { record.map { context.manifests.groups[$0] } }
    private var liveGroup: Group? { group.map { context.live.groups[$0] } }

    /// All steps in order; those that have nothing to tell are left out, the changes aside.
    var steps: [Explanation.Step] {
        let desired = desired
        let changes = changes
        let memberships = MembershipExplaining(context).memberships(ofGroup: record, group)
        let match = match
        let candidacy = group.flatMap { context.candidacy(ofGroup: $0) }
        var steps = context.recordSteps(
            traces,
            of: desired.map { ($0.location, $0.rule, $0.lifecycle) },
            values: { origins in desired.map { Explanation.Value.values(of: $0, origins) } ?? [] }
        )
        if let match { steps.append(.match(match)) }
        if let group { steps.append(.live(context.planning.liveObject(group: group))) }
        if let candidacy { steps.append(.candidacy(candidacy)) }
        if let protection { steps.append(.protection([protection])) }
        steps.append(.changes(changes))
        if !memberships.isEmpty { steps.append(.memberships(memberships)) }
        let resources = [desired?.name.value, liveGroup?.name].compactMap { $0 }.map(Resource.group)
        let findings = context.findings(about: resources, at: [], besides: match?.findings ?? [])
        if !findings.isEmpty { steps.append(.findings(findings)) }
        let gates = context.gates(for: changes, memberships, isCandidate: candidacy != nil)
        if !gates.isEmpty { steps.append(.gates(gates)) }
        return steps
    }

    /// The name of a record protects from its being a tombstone, not from the renaming to it.
    private var protection: String? {
        let name = desired.flatMap { $0.lifecycle == .absent ? $0.name.value : nil }
        return liveGroup.flatMap { context.planning.protection.reason(for: $0, as: name) }
    }

    private var match: Explanation.Match? {
        guard let record else { return nil }
        let planning = context.planning
        let holder = planning.index.groupsByName[planning.groupNames[record]]?.first { $0 != group }
        let outcome: Explanation.Match.Outcome =
            switch context.groups.matches[record] {
            case .absent: .absent
            case .group(let group): .found(planning.basis(ofGroup: record, as: group))
            case .blocked: .blocked(context.groups.findings.filter { $0.resource == "group:\(name)" })
            }
        return Explanation.Match(outcome: outcome, holder: holder.map { planning.liveObject(group: $0) })
    }

    private var changes: [Change] {
        context.plan.changes.filter { change in
            switch change.operation {
            case .createGroup: return record != nil && change.resource == .group(name)
            case .changeMembers(let members):
                guard case .created = members.group else { return change.operation.target == liveGroup?.id.rawValue }
                return record != nil && change.resource == .group(name)
            case .updateGroup, .deleteGroup: return change.operation.target == liveGroup?.id.rawValue
            default: return false
            }
        }
    }
}

extension PlanningContext {
    /// The live group with a Dropbox ID, an external ID or a name.
    ///
    /// - Throws: ``ExplanationError/ambiguousName(groups:)`` for a name that several groups have and no record.
    fileprivate func liveGroup(_ name: FoldedName, besides isDesired: Bool) throws(ExplanationError) -> Int? {
        let byID = live.groups.firstIndex {
            FoldedName($0.id.rawValue) == name || $0.externalID.map(FoldedName.init) == name
        }
        if let byID { return byID }
        let byName = index.groupsByName[name] ?? []
        guard byName.count < 2 || isDesired else {
            throw .ambiguousName(groups: byName.map { live.groups[$0].id }.sorted())
        }
        return byName.first
    }
}
