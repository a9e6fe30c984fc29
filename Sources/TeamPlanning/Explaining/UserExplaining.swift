/// Explains one user: a record, a member of the team, or both.
struct UserExplaining {
    /// The desired email, else the live one.
    let name: String
    private let context: ExplanationContext
    private let user: Int?
    private let member: Int?
    private let traces: [RecordTrace]

    /// Finds the user; `nil` when neither the manifests nor the team know the email.
    init?(_ email: String, in context: ExplanationContext) {
        let folded = FoldedName(email)
        let planning = context.planning
        let holder = planning.anyHolder(of: folded)
        if let user = planning.userEmails.firstIndex(of: folded) {
            self.user = user
        } else if let holder {
            user = context.users.userOfMember[holder]
        } else {
            user = context.manifests.users.firstIndex { $0.previousEmails.contains { FoldedName($0) == folded } }
        }
        if let user {
            member = if case .member(let member) = context.users.matches[user] { member } else { nil }
        } else {
            member = holder
        }
        let record = user.map { context.manifests.users[$0] }
        let liveEmail = member.map { context.live.members[$0].email }
        let emails = [email, record?.email.value, liveEmail].compactMap { $0 }
        traces = context.tracer.users(named: Set(emails.map(FoldedName.init)))
        guard let name = record?.email.value ?? liveEmail ?? traces.first?.name else { return nil }
        self.name = name
        self.context = context
    }

    private var record: DesiredUser? { user.map { context.manifests.users[$0] } }
    private var liveMember: Member? { member.map { context.live.members[$0] } }

    /// All steps in order; those that have nothing to tell are left out, the changes aside.
    var steps: [Explanation.Step] {
        let record = record
        let changes = changes
        let memberships = MembershipExplaining(context).memberships(ofUser: user, member: member)
        let match = match
        let candidacy = member.flatMap { context.candidacy(ofMember: $0) }
        var steps = context.recordSteps(
            traces,
            of: record.map { ($0.location, $0.rule, $0.lifecycle) },
            values: { origins in record.map { Explanation.Value.values(of: $0, origins) } ?? [] }
        )
        if let match { steps.append(.match(match)) }
        if let member { steps.append(.live(context.planning.liveObject(member: member))) }
        if let transition { steps.append(.transition(transition)) }
        if let candidacy { steps.append(.candidacy(candidacy)) }
        if !protections.isEmpty { steps.append(.protection(protections)) }
        steps.append(.changes(changes))
        if !memberships.isEmpty { steps.append(.memberships(memberships)) }
        let findings = findings(memberships, besides: match?.findings ?? [])
        if !findings.isEmpty { steps.append(.findings(findings)) }
        let gates = context.gates(for: changes, memberships, isCandidate: candidacy != nil)
        if !gates.isEmpty { steps.append(.gates(gates)) }
        return steps
    }

    private var match: Explanation.Match? {
        guard let user else { return nil }
        let email = context.planning.userEmails[user]
        let holder = context.planning.anyHolder(of: email).flatMap { $0 == member ? nil : $0 }
        let outcome: Explanation.Match.Outcome =
            switch context.users.matches[user] {
            case .absent: .absent
            case .member(let member): .found(context.planning.basis(ofUser: user, as: member))
            case .blocked: .blocked(context.users.findings.filter { $0.resource == "user:\(name)" })
            }
        return Explanation.Match(outcome: outcome, holder: holder.map { context.planning.liveObject(member: $0) })
    }

    private var transition: Explanation.Transition? {
        guard let user, let record, record.lifecycle == .managed, context.users.matches[user] != .blocked else {
            return nil
        }
        let presence = liveMember.map { LivePresence($0.status) } ?? .absent
        return Explanation.Transition(
            desired: record.status,
            live: presence,
            decision: UserTransition.decide(desired: record.status, live: presence)
        )
    }

    private var protections: [String] {
        guard let liveMember, liveMember.status.isLive else { return [] }
        let reason = context.planning.protection.reason(for: liveMember, as: record?.email.value)
        let lastAdmin = "the team's only active team admin is always protected"
        return [reason, context.planning.isOnlyActiveAdmin(liveMember) ? lastAdmin : nil].compactMap { $0 }
    }

    private var changes: [Change] {
        context.plan.changes.filter { change in
            guard change.action.concernsUser else { return false }
            if case .createUser = change.operation {
                return record != nil && change.resource == .user(name)
            }
            return change.operation.target == liveMember?.id.rawValue
        }
    }

    /// Findings about the user, and those at the places that ask for their memberships.
    private func findings(_ memberships: [Explanation.MembershipFact], besides told: [Finding]) -> [Finding] {
        let resources = [record?.email.value, liveMember?.email].compactMap { $0 }.map(Resource.user)
        let places = memberships.flatMap(\.sources).filter { $0.side != .membersWhere }.map(\.location)
        let unknown = Set((record?.groups ?? []).map { Resource.group($0.value).description })
        let ofGroups = context.findings.filter { finding in
            finding.code == .unknownGroup && finding.resource.map(unknown.contains) ?? false
        }
        return (context.findings(about: resources, at: Set(places), besides: told + ofGroups) + ofGroups)
            .sorted(by: Finding.inOrder)
    }
}

extension Explanation.Match {
    /// The findings that the step tells.
    var findings: [Finding] {
        if case .blocked(let findings) = outcome { findings } else { [] }
    }
}

extension PlanningContext {
    /// The member with an email, primary emails of the team first, those of removed members for good last.
    func anyHolder(of email: FoldedName) -> Int? {
        index.holder(ofEmail: email) ?? index.memberBySecondaryEmail[email]
            ?? live.members.firstIndex { FoldedName($0.email) == email }
    }

    /// Whether nobody else is an active team admin.
    fileprivate func isOnlyActiveAdmin(_ member: Member) -> Bool {
        let admins = live.members.filter { $0.status == .active && roles.isTeamAdmin($0.roles.first) }
        return admins.count == 1 && admins[0].id == member.id
    }
}
