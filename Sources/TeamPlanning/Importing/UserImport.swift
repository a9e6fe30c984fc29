/// Brings the live members into the users' records.
struct UserImport {
    private(set) var counts = ImportCounts()
    private(set) var findings: [Finding] = []
    /// The desired users whose records are removed.
    private(set) var removed: Set<Int> = []

    private let matching: ImportMatching
    private let options: ImportOptions
    private var context: PlanningContext { matching.context }

    init(_ matching: ImportMatching, _ options: ImportOptions) {
        self.matching = matching
        self.options = options
    }

    mutating func run(_ draft: inout ImportDraft, _ targets: ImportTargets) {
        guard options.includesUsers else { return }
        findings += matching.users.findings
        for user in context.userOrder where context.manifests.users[user].lifecycle == .managed {
            bringUpToDate(user, &draft)
        }
        addMissing(&draft, targets)
    }

    // MARK: Records that are there

    private mutating func bringUpToDate(_ user: Int, _ draft: inout ImportDraft) {
        let record = context.manifests.users[user]
        switch matching.person(ofUser: user) {
        case .unclear: return
        case .removed: remove(user, "was removed from the team", &draft)
        case .pending where options.prunes: remove(user, "is not known to the team", &draft)
        case .pending:
            find(record, .info, .keptRecord, "is not known to the team; the record is kept", "use --prune to remove it")
        case .member(let member):
            let differences = matching.records.differences(record, context.live.members[member])
            guard !differences.isEmpty else { return }
            guard let place = draft.place(of: record.location) else {
                return reportMapped(record, "differs in \(differences.map(\.field).joined(separator: ", "))")
            }
            for (field, value) in differences { draft.set(field, of: place, to: value) }
            counts.updated += 1
        }
    }

    private mutating func remove(_ user: Int, _ reason: String, _ draft: inout ImportDraft) {
        let record = context.manifests.users[user]
        guard let place = draft.place(of: record.location) else { return reportMapped(record, reason) }
        draft.remove(place)
        removed.insert(user)
        counts.removed += 1
    }

    private mutating func reportMapped(_ record: DesiredUser, _ problem: String) {
        find(
            record,
            .warning,
            .mappedRecord,
            "\(problem), and a mapping reads their record, which is left alone",
            "change it where the record comes from"
        )
    }

    private mutating func find(
        _ record: DesiredUser,
        _ severity: Severity,
        _ code: FindingCode,
        _ problem: String,
        _ remedy: String
    ) {
        let email = record.email.value
        findings.append(
            Finding(
                severity,
                code,
                "user \(email) \(problem)",
                remedy: remedy,
                resource: Resource.user(email).description,
                at: record.location
            )
        )
    }

    // MARK: Members without a record

    private mutating func addMissing(_ draft: inout ImportDraft, _ targets: ImportTargets) {
        let groupNames = context.live.groupNamesByMember
        for position in context.live.members.indices {
            let member = context.live.members[position]
            guard member.status.isLive, member.id != context.live.actingAdmin.id,
                matching.users.userOfMember[position] == nil, !matching.users.untouchable.contains(position),
                isSelected(member, groups: groupNames[position] ?? [])
            else { continue }
            if let problem = problem(with: member) {
                leaveOut(member, problem)
            } else if let record = matching.records.record(of: member) {
                let path = targets.file(forUser: member.email, groups: groupNames[position] ?? [])
                draft.add(record, .users, to: path)
                counts.added += 1
            }
        }
    }

    private func isSelected(_ member: Member, groups: [String]) -> Bool {
        if options.onlyActive, member.status != .active { return false }
        guard let filter = options.userFilter else { return true }
        let role = context.roles.label(member.roles.first)
        return filter.matches(AttributeRecord(member, role: role, groups: groups))
    }

    private func problem(with member: Member) -> String? {
        if member.status == .unknown { return "their status is none that this version knows" }
        if TextRule.email.problem(in: member.email) != nil { return "no manifest may hold such an email" }
        if context.userByEmail[FoldedName(member.email)] != nil { return "a record of another person has their email" }
        return nil
    }

    private mutating func leaveOut(_ member: Member, _ problem: String) {
        findings.append(
            Finding(
                .warning,
                .notImported,
                "member \(member.email) is left out: \(problem)",
                resource: Resource.user(member.email).description
            )
        )
    }
}
