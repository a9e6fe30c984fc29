/// Explains a plan, name by name.
public struct PlanExplainer {
    private let context: ExplanationContext

    /// Looks at what a plan was made from.
    ///
    /// - Parameters:
    ///   - files: The files of the workspace.
    ///   - load: What the loader made of them, without errors.
    ///   - live: The team as it was read.
    ///   - options: The options of the plan.
    ///   - plan: The plan of these manifests and this team.
    public init(files: [ManifestFile], load: ManifestLoad, live: LiveState, options: PlanOptions, plan: Plan) {
        context = ExplanationContext(files: files, load: load, live: live, options: options, plan: plan)
    }

    /// Why a user or group is planned as they are.
    ///
    /// - Parameter name: An email for a user; a name or ID for a group. Letter case does not matter.
    /// - Throws: ``ExplanationError`` when nobody knows the name, or it is not clear who is meant.
    public func explanation(of name: String) throws(ExplanationError) -> Explanation {
        if name.contains("@"), let user = UserExplaining(name, in: context) {
            return Explanation(name: name, resource: .user(user.name), steps: user.steps)
        }
        if let group = try GroupExplaining(name, in: context) {
            return Explanation(name: name, resource: .group(group.name), steps: group.steps)
        }
        throw .unknownName(nearest: context.names(near: name))
    }
}

/// All that an explanation looks at.
struct ExplanationContext {
    let tracer: RecordTracer
    let plan: Plan
    let planning: PlanningContext
    let users: UserMatching
    let groups: GroupMatching
    /// What was found when the manifests were read and when the plan was made.
    let findings: [Finding]
    /// The desired user behind an email or reference ID.
    let userByReference: [FoldedName: Int]

    init(files: [ManifestFile], load: ManifestLoad, live: LiveState, options: PlanOptions, plan: Plan) {
        tracer = RecordTracer(files)
        self.plan = plan
        planning = PlanningContext(manifests: load.manifests, live: live, options: options)
        users = UserMatching(planning)
        groups = GroupMatching(planning)
        findings = (load.findings + plan.findings).sorted(by: Finding.inOrder)
        var references: [FoldedName: Int] = [:]
        for user in planning.userOrder {
            if let id = load.manifests.users[user].referenceID { references[FoldedName(id)] = user }
        }
        for user in planning.userEmails.indices { references[planning.userEmails[user]] = user }
        userByReference = references
    }

    var manifests: Manifests { planning.manifests }
    var live: LiveState { planning.live }

    /// The steps that tell a desired record, and those that tell records which a filter leaves out.
    func recordSteps(
        _ traces: [RecordTrace],
        of record: (location: SourceLocation, rule: RuleName, lifecycle: Lifecycle)?,
        values: ([String: Explanation.Origin]) -> [Explanation.Value]
    ) -> [Explanation.Step] {
        var steps: [Explanation.Step] = []
        if let record {
            let trace = traces.first { $0.location == record.location }
            steps.append(
                .record(
                    Explanation.Record(
                        location: record.location,
                        rule: record.rule,
                        mapping: trace?.mapping,
                        isLeftOut: false,
                        lifecycle: record.lifecycle
                    )
                )
            )
            if let filter = trace?.filter { steps.append(.filter(filter)) }
            steps.append(.values(values(trace?.origins ?? [:])))
        }
        for trace in traces where trace.isLeftOut {
            let left = Explanation.Record(
                location: trace.location,
                rule: trace.rule,
                mapping: trace.mapping,
                isLeftOut: true,
                lifecycle: nil
            )
            steps.append(.record(left))
            if let filter = trace.filter { steps.append(.filter(filter)) }
        }
        return steps.isEmpty ? [.noRecord] : steps
    }

    /// The findings about an object, as far as no step told them already.
    func findings(about resources: [Resource], at places: Set<SourceLocation>, besides told: [Finding]) -> [Finding] {
        let names = Set(resources.map { FoldedName($0.description) })
        return findings.filter { finding in
            let isNamed = finding.resource.map { names.contains(FoldedName($0)) } ?? false
            return (isNamed || finding.location.map(places.contains) ?? false) && !told.contains(finding)
        }
    }
}
