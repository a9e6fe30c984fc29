/// Plans the members that have to go: tombstones, and members in scope that no manifest names.
struct Deprovisioning {
    private(set) var drafts: [ChangeDraft] = []
    private(set) var findings: [Finding] = []
    /// Members whom the plan removes.
    private(set) var removed: Set<Int> = []

    private let context: PlanningContext
    private let matching: UserMatching
    private let transfer: TransferTargets
    private lazy var formerEmails = FormerNames(ofUsers: context)

    init(_ context: PlanningContext, matching: UserMatching) {
        self.context = context
        self.matching = matching
        transfer = TransferTargets(context)
        guard context.mayDestroy else { return }
        guard context.policy.users.deprovision else {
            noteTombstones()
            return
        }
        for member in context.live.members.indices { consider(member) }
        if !drafts.isEmpty || !findings.isEmpty { findings += transfer.findings }
    }

    /// A member who is a candidate, with the record that makes them one.
    private struct Candidate {
        let member: Member
        let position: Int
        let record: DesiredUser?
        let reason: String
    }

    private mutating func consider(_ position: Int) {
        guard context.live.members[position].status.isLive, !matching.untouchable.contains(position) else { return }
        let user = matching.userOfMember[position]
        if let user {
            guard context.userLifecycles[user] == .absent else { return }
        } else {
            guard context.isInScope(context.live.members[position], at: position) else { return }
        }
        let candidate = candidate(position, user)
        guard isAllowed(candidate), !isNamedAsFormer(candidate) else { return }
        switch context.policy.users.removeAction {
        case .delete: remove(candidate, reason: candidate.reason)
        case .disable: disable(candidate)
        }
    }

    private func candidate(_ position: Int, _ user: Int?) -> Candidate {
        let member = context.live.members[position]
        let record = user.map { context.manifests.users[$0] }
        return Candidate(member: member, position: position, record: record, reason: reason(position, user, record))
    }

    private func reason(_ position: Int, _ user: Int?, _ record: DesiredUser?) -> String {
        guard let user, let record else { return "no manifest names this member" }
        if matching.isSameEmail(user, position) { return "the manifest says absent" }
        let basis =
            matching.isSameExternalID(user, position)
            ? "its external_id is this member's" : "this member's email is one of its previous_emails"
        return "the record \(record.email.value) says absent; \(basis)"
    }

    /// Tombstones do nothing while the policy deprovisions nobody.
    private mutating func noteTombstones() {
        for position in context.live.members.indices {
            guard let user = matching.userOfMember[position], context.userLifecycles[user] == .absent,
                context.live.members[position].status.isLive
            else { continue }
            find(
                candidate(position, user),
                .warning,
                .switchedOff,
                "the policy deprovisions nobody",
                "set \"deprovision\": true under \"users\" in the Policy"
            )
        }
    }

    /// Whether anything stands between a candidate and deprovisioning; if so, a finding says what.
    private mutating func isAllowed(_ candidate: Candidate) -> Bool {
        let owner = context.ownership.owner(of: candidate.member.externalID)
        if owner == .foreign {
            find(
                candidate,
                .warning,
                .foreignExternalID,
                "carries the external ID of another system",
                "let that system remove them, or clear the external ID"
            )
            return false
        }
        if candidate.record == nil, case .roster(let rule) = owner, !isKnown(rule),
            !context.policy.users.deprovisionOnRuleDeletion
        {
            find(
                candidate,
                .warning,
                .ruleDeleted,
                "belongs to the rule \"\(rule?.rawValue ?? "")\", which no manifest has any longer",
                "set \"deprovision_on_rule_deletion\": true in the Policy, or write a record for them"
            )
            return false
        }
        if let reason = context.protection.reason(for: candidate.member, as: candidate.record?.email.value) {
            find(candidate, .warning, .protected, reason, "write a record for them")
            return false
        }
        if candidate.member.status == .unknown {
            find(
                candidate,
                .warning,
                .impossibleTransition,
                "their status is not known to this version",
                "look the member up in Dropbox's admin console"
            )
            return false
        }
        return true
    }

    /// Whether a record that means somebody else, or nobody, names a member in its `previous_emails`; if so, a finding says
    /// why it does not mean them.
    private mutating func isNamedAsFormer(_ candidate: Candidate) -> Bool {
        let member = candidate.member
        guard candidate.record == nil,
            let (email, user) = formerEmails.record(of: [member.email] + member.secondaryEmails)
        else { return false }
        let why =
            if case .member(let other) = matching.matches[user] {
                "but means member \(context.live.members[other].email)"
            } else if FoldedName(email) != FoldedName(member.email) {
                "which is only a secondary email of theirs"
            } else {
                "which is another record's email now"
            }
        let record = context.manifests.users[user]
        findings.append(
            Finding(
                .warning,
                .ambiguousMatch,
                "member \(member.email) is not deprovisioned: the record \(record.email.value) names \(email) in previous_emails, \(why)",
                remedy:
                    "write a record for them, with \"lifecycle\": \"absent\" if they are to go, or delete that previous email",
                resource: Resource.user(member.email).description,
                at: record.location
            )
        )
        return true
    }

    private func isKnown(_ rule: RuleName?) -> Bool {
        context.policy.ownership.marker.isEmpty || rule.map(context.manifests.rules.contains) ?? false
    }

    // MARK: Actions

    private mutating func disable(_ candidate: Candidate) {
        switch candidate.member.status {
        case .active:
            guard context.policy.users.disable else {
                return find(
                    candidate,
                    .warning,
                    .switchedOff,
                    "the policy does not suspend users",
                    "set \"disable\": true under \"users\" in the Policy"
                )
            }
            drafts.append(
                .suspension(
                    of: candidate.member,
                    as: candidate.member.email,
                    wipeData: candidate.record?.wipeData ?? false,
                    reason: candidate.reason,
                    source: candidate.record?.location
                )
            )
        case .suspended:
            guard let days = context.policy.users.deleteAfterDays, let since = daysSuspended(candidate.member),
                since >= days
            else { return }
            remove(
                candidate,
                reason: "\(candidate.reason), and suspended for \(since) days (delete_after_days: \(days))"
            )
        case .invited:
            find(
                candidate,
                .warning,
                .impossibleTransition,
                "an invited member cannot be suspended",
                "set \"remove_action\": \"delete\" in the Policy, or withdraw the invitation by hand"
            )
        case .removed, .unknown: return
        }
    }

    private mutating func remove(_ candidate: Candidate, reason: String) {
        var options = RemovalOptions()
        options.wipeData = candidate.record?.wipeData ?? false
        let wanted = context.policy.users.deleteOptions
        options.keepAccount = wanted.keepAccount
        options.retainTeamShares = wanted.retainTeamShares
        options.permanentlyDeleteFiles = wanted.permanentlyDeleteFiles
        guard transfer.isUsable(for: candidate.member.id) else {
            return find(
                candidate,
                .error,
                .invalidValue,
                "the policy transfers files to someone who cannot receive them",
                "name active members other than this one in delete_options"
            )
        }
        options.transferDest = transfer.destination
        options.transferAdmin = transfer.admin
        if options.keepAccount, candidate.member.status == .invited || options.wipeData {
            let why = options.wipeData ? "their devices are to be wiped" : "they have not joined"
            return find(
                candidate,
                .warning,
                .impossibleTransition,
                "Dropbox keeps no account when \(why)",
                "set \"keep_account\": false, or remove them by hand"
            )
        }
        removed.insert(candidate.position)
        var draft = ChangeDraft(
            .userRemove,
            .user(candidate.member.email),
            .removeUser(candidate.member.id, options),
            stage: .removeUsers,
            reason: reason,
            source: candidate.record?.location
        )
        draft.before = candidate.member.fields(roles: context.roles)
        draft.options = options.fields(live: context.live)
        draft.isDestructive = true
        draft.member = candidate.member
        draft.isIrreversible = options.permanentlyDeleteFiles || options.wipeData
        drafts.append(draft)
    }

    /// Whole days since the member was suspended; `nil` when Dropbox does not say.
    private func daysSuspended(_ member: Member) -> Int? {
        guard let text = member.suspendedOn, let since = Timestamp.seconds(text) else { return nil }
        return Int((context.options.now - since) / 86_400)
    }

    private mutating func find(
        _ candidate: Candidate,
        _ severity: Severity,
        _ code: FindingCode,
        _ problem: String,
        _ remedy: String
    ) {
        findings.append(
            Finding(
                severity,
                code,
                "member \(candidate.member.email) is not deprovisioned (\(candidate.reason)): \(problem)",
                remedy: remedy,
                resource: Resource.user(candidate.member.email).description,
                at: candidate.record?.location
            )
        )
    }
}

/// Who receives the files of removed members.
struct TransferTargets {
    let destination: MemberID?
    let admin: MemberID?
    let findings: [Finding]
    private let isResolved: Bool

    init(_ context: PlanningContext) {
        let options = context.policy.users.deleteOptions
        var findings: [Finding] = []
        func resolve(_ email: Located<String>?) -> MemberID? {
            guard let email else { return nil }
            if let member = context.index.memberByEmail[FoldedName(email.value)],
                context.live.members[member].status == .active, context.index.emailTwins[member] == nil
            {
                return context.live.members[member].id
            }
            findings.append(
                Finding(
                    .error,
                    .unknownMember,
                    "\(email.value) in delete_options is not an active member of the team",
                    remedy: "name an active member by their primary email",
                    at: email.location
                )
            )
            return nil
        }
        destination = resolve(options.transferDest)
        admin = resolve(options.transferAdmin)
        isResolved = findings.isEmpty
        self.findings = findings
    }

    func isUsable(for member: MemberID) -> Bool {
        isResolved && destination != member && admin != member
    }
}
