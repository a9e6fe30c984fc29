import TeamPlanning

/// One line of a journal as it is read: what does not belong to its event is absent.
struct JournalLine: Decodable {
    let event: String
    let time: String

    let format: String?
    let fingerprint: String?
    let team: Team?
    let actingAdmin: Admin?
    let changes: Int?
    let consent: String?
    let overrides: [String: String]?

    let change: String?
    let action: String?
    let resource: String?
    let outcome: String?
    let error: String?
    let requestID: String?

    let interrupted: Bool?
    let timedOut: Bool?
    let remaining: Int?

    struct Team: Decodable {
        let id: String
        let name: String

        private enum CodingKeys: String, CodingKey {
            case id = "team_id"
            case name
        }
    }

    struct Admin: Decodable {
        let id: String
        let email: String

        private enum CodingKeys: String, CodingKey {
            case id = "team_member_id"
            case email
        }
    }

    private enum CodingKeys: String, CodingKey {
        case event, time, format, fingerprint, team, changes, consent, overrides, change, action, resource, outcome,
            error
        case interrupted, remaining
        case actingAdmin = "acting_admin"
        case requestID = "request_id"
        case timedOut = "timed_out"
    }
}

extension JournalLine {
    /// The apply that an `apply_started` begins.
    func apply(_ number: Int) throws(JournalReadError) -> RecordedApply {
        guard let format, format.hasPrefix(JournalFormat.name) else {
            throw JournalReadError(code: .notAJournal, line: number)
        }
        guard format == JournalFormat.current else {
            throw JournalReadError(code: .otherFormat(format), line: number)
        }
        guard let fingerprint, let team, let actingAdmin, let changes, let consent, let overrides else {
            throw JournalReadError(code: .damaged, line: number)
        }
        return RecordedApply(
            startedAt: time,
            lastEntryAt: time,
            fingerprint: fingerprint,
            teamID: team.id,
            teamName: team.name,
            actingAdmin: ActingAdmin(id: MemberID(actingAdmin.id), email: actingAdmin.email),
            consent: consent,
            overrides: overrides,
            plannedChanges: changes
        )
    }
}
