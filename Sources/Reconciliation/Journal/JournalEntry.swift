import TeamPlanning

/// One line of the journal: what happened, when, and the facts of that kind of event.
///
/// Facts are plan data and the gateway's messages only, so no secret can reach the journal. What does not apply is absent.
struct JournalEntry<Facts: Encodable>: Encodable {
    let event: JournalEvent
    let time: String
    let facts: Facts

    private enum CodingKeys: String, CodingKey {
        case event, time
    }

    func encode(to encoder: any Encoder) throws {
        try facts.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(event, forKey: .event)
        try container.encode(time, forKey: .time)
    }
}

/// What a line of the journal tells. The first is written before anything is done, the others as things happen.
enum JournalEvent: String, Codable {
    case applyStarted = "apply_started"
    case changeStarted = "change_started"
    case callFinished = "call_finished"
    case changeFinished = "change_finished"
    case applyFinished = "apply_finished"
    case verified
}

/// The name and version of the journal's format.
enum JournalFormat {
    static let name = "roster.journal/"
    static let current = "roster.journal/v1"
}

/// What is applied, and who let it pass.
struct ApplyStartedFacts: Encodable {
    let format = JournalFormat.current
    let fingerprint: String
    let team: TeamFacts
    let actingAdmin: AdminFacts
    let changes: Int
    let consent: ApplyConsent
    let overrides: [String: String]

    struct TeamFacts: Encodable {
        let id: String
        let name: String

        private enum CodingKeys: String, CodingKey {
            case id = "team_id"
            case name
        }
    }

    struct AdminFacts: Encodable {
        let id: String
        let email: String

        private enum CodingKeys: String, CodingKey {
            case id = "team_member_id"
            case email
        }
    }

    private enum CodingKeys: String, CodingKey {
        case format, fingerprint, team, changes, consent, overrides
        case actingAdmin = "acting_admin"
    }

    init(_ plan: Plan, _ context: ApplyContext) {
        fingerprint = plan.fingerprint
        team = TeamFacts(id: plan.team.id, name: plan.team.name)
        actingAdmin = AdminFacts(id: plan.actingAdmin.id.rawValue, email: plan.actingAdmin.email)
        changes = plan.changes.count
        consent = context.consent
        overrides = context.overrides
    }
}

/// What became of an apply.
struct ApplyFinishedFacts: Encodable {
    let applied: Int
    let failed: Int
    let unfinished: Int
    let skipped: Int
    let interrupted: Bool
    let timedOut: Bool

    private enum CodingKeys: String, CodingKey {
        case applied, failed, unfinished, skipped, interrupted
        case timedOut = "timed_out"
    }

    init(_ outcomes: [ChangeOutcome], _ cause: StopCause?) {
        applied = outcomes.count { $0.status == .applied }
        failed = outcomes.count { $0.status == .failed }
        unfinished = outcomes.count { $0.status == .unfinished }
        skipped = outcomes.count { $0.status == .skipped }
        interrupted = cause == .interruption
        timedOut = if case .timeLimit = cause { true } else { false }
    }
}

/// How many changes a plan made afterwards still holds.
struct VerifiedFacts: Encodable {
    let remaining: Int
}
