/// What a plan depends on besides manifests and live state.
public struct PlanOptions: Sendable {
    /// The time of the plan in seconds since 1970, for `delete_after_days`.
    public var now: Int64
    /// Limits raised for this run.
    public var overrides: LimitOverrides

    /// States the time and the overrides.
    public init(now: Int64, overrides: LimitOverrides = [:]) {
        self.now = now
        self.overrides = overrides
    }
}

extension Plan {
    /// Compares desired with live state. A function of its arguments: the same values give the same plan.
    public init(manifests: Manifests, live: LiveState, options: PlanOptions, digest: Digest) {
        let planner = Planner(PlanningContext(manifests: manifests, live: live, options: options))
        let changes = planner.changes
        let confirmation = DeletionConfirmation(groups: live.groupsDoomed(by: changes), digest: digest)
        let licences = planner.licences
        let gates = GateContext(
            changes: changes,
            live: live,
            manifests: manifests,
            licences: licences,
            confirmation: confirmation,
            readProblem: planner.context.readProblem,
            overrides: options.overrides
        )
        self.init(
            team: live.team,
            actingAdmin: live.actingAdmin,
            changes: changes,
            findings: planner.findings.sorted(by: Finding.inOrder),
            summary: planner.summary,
            licences: licences,
            gates: gates.verdicts(),
            confirmation: confirmation,
            fingerprint: changes.fingerprint(team: live.team.id, digest: digest),
            returningMembers: planner.returningMembers
        )
    }
}

/// Runs the steps of planning, each on what the ones before found out.
struct Planner {
    let context: PlanningContext
    let changes: [Change]
    let findings: [Finding]
    let summary: PlanSummary
    let licences: LicenceUse
    let returningMembers: ReturningMembers

    init(_ context: PlanningContext) {
        self.context = context
        let matching = UserMatching(context)
        var users = UserPlanning(context, matching: matching)
        let leavers = Deprovisioning(context, matching: matching)
        var drafts = users.takeDrafts()
        drafts += leavers.drafts
        let lastAdmin = LastAdmin.protect(context, &drafts)
        let emailFindings = EmailMoves.settle(context, users: users, &drafts)

        let groupMatching = GroupMatching(context)
        let groups = GroupPlanning(context, matching: groupMatching, base: drafts.count)
        drafts += groups.drafts
        let nameFindings = GroupNameMoves.settle(context, groups: groups, &drafts)

        let people = People(context, matching: matching, users: users, drafts: drafts)
        let removed = leavers.removed.filter { !lastAdmin.kept.contains(context.live.members[$0].id) }
        let desired = DesiredMemberships(context, people: people, removed: removed)
        let creations = groups.creationOfRecord.filter { drafts[$0.value] != nil }
        let memberships = MembershipPlanning(
            context,
            MembershipPlanning.Input(
                users: matching,
                groups: groupMatching,
                desired: desired,
                groupCreations: creations,
                people: people,
                removed: removed
            )
        )
        drafts += memberships.drafts
        returningMembers = ReturningMembers(context, drafts, users: matching, groups: groupMatching, desired: desired)
        returningMembers.explain(&drafts)
        licences = LicenceUse(context, drafts)
        licences.freeBeforeUse(&drafts)
        changes = Ordering.changes(from: drafts)
        summary = PlanSummary(context, changes, matching, groupMatching, memberships)
        findings =
            matching.findings + users.findings + leavers.findings + lastAdmin.findings + emailFindings
            + groupMatching.findings + groups.findings + nameFindings + desired.findings + memberships.findings
            + context.duplicateNameFindings(besides: groupMatching.findings)
            + licences.findings(context.policy)
            + LooksLikeRename.findings(
                context,
                deletions: groups.deletionOfGroup,
                creations: creations,
                desired: desired
            )
    }
}

/// Which desired user is which person, as far as memberships are concerned.
struct People {
    /// The person of each desired user; `nil` when they are not, and will not be, in the team.
    private(set) var personOfUser: [Person?]
    /// The draft that creates or recovers a person.
    private(set) var draftOfPerson: [Person: Int] = [:]
    /// The draft after which a person is active who is not yet: who is recovered or unsuspended.
    private(set) var activationOfPerson: [Person: Int] = [:]
    /// The email that a member gets.
    private(set) var newEmailOfMember: [Int: String] = [:]

    init(_ context: PlanningContext, matching: UserMatching, users: UserPlanning, drafts: [ChangeDraft?]) {
        personOfUser = Array(repeating: nil, count: context.manifests.users.count)
        var recoveries: [MemberID: Int] = [:]
        var unsuspensions: [MemberID: Int] = [:]
        for (index, draft) in drafts.enumerated() {
            switch draft?.operation {
            case .recoverUser(let id): recoveries[id] = index
            case .unsuspendUser(let id): unsuspensions[id] = index
            default: break
            }
        }
        for (member, index) in users.updateOfMember {
            if case .updateUser(_, let update)? = drafts[index]?.operation { newEmailOfMember[member] = update.email }
        }
        for user in context.userOrder {
            if let creation = users.creationOfUser[user], drafts[creation] != nil {
                personOfUser[user] = Person(created: user)
                draftOfPerson[Person(created: user)] = creation
            } else if case .member(let member) = matching.matches[user] {
                let id = context.live.members[member].id
                let person = Person(member: member)
                guard context.live.members[member].status.isLive || recoveries[id] != nil else { continue }
                personOfUser[user] = person
                draftOfPerson[person] = recoveries[id]
                activationOfPerson[person] = recoveries[id] ?? unsuspensions[id]
            }
        }
    }
}

extension PlanningContext {
    /// Names that the team has twice, unless a record was refused for it already.
    func duplicateNameFindings(besides known: [Finding]) -> [Finding] {
        let reported = Set(known.filter { $0.code == .duplicateLiveGroup }.compactMap(\.resource).map(FoldedName.init))
        return index.groupsByName.filter { $0.value.count > 1 }.compactMap { folded, groups in
            let names = groups.map { live.groups[$0].name }.sorted()
            guard let name = names.first,
                !reported.contains(FoldedName(Resource.group(folded.rawValue).description))
            else { return nil }
            return Finding(
                .warning,
                .duplicateLiveGroup,
                "the team has \(groups.count) groups called \(name)",
                remedy: "rename all but one in Dropbox",
                resource: Resource.group(name).description
            )
        }
    }
}
