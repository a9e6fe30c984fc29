import TeamPlanning

/// One line of the journal (JSON Lines). Fields that do not apply are absent.
///
/// Holds plan data and the gateway's messages only, so no secret can reach it.
struct JournalEntry: Codable, Sendable, Equatable {
    static let format = "roster.journal/v1"

    var event: Event
    var time: String

    // Of the apply.
    var format: String?
    var fingerprint: String?
    var team: Team?
    var actingAdmin: Admin?
    var consent: ApplyConsent?
    var overrides: [String: String]?
    var changes: Int?
    var applied: Int?
    var failed: Int?
    var skipped: Int?
    var interrupted: Bool?
    var remaining: Int?

    // Of a change.
    var change: String?
    var action: String?
    var resource: String?
    var outcome: String?
    var call: String?
    var members: [String]?
    var requestID: String?
    var error: String?

    enum Event: String, Codable {
        case applyStarted = "apply_started"
        case changeStarted = "change_started"
        case callFinished = "call_finished"
        case changeFinished = "change_finished"
        case applyFinished = "apply_finished"
        case verified
    }

    struct Team: Codable, Sendable, Equatable {
        var id: String
        var name: String
        enum CodingKeys: String, CodingKey {
            case id = "team_id"
            case name
        }
    }

    struct Admin: Codable, Sendable, Equatable {
        var id: String
        var email: String
        enum CodingKeys: String, CodingKey {
            case id = "team_member_id"
            case email
        }
    }

    enum CodingKeys: String, CodingKey {
        case event, time, format, fingerprint, team, consent, overrides, changes, applied, failed, skipped, interrupted
        case remaining, change, action, resource, outcome, call, members, error
        case actingAdmin = "acting_admin"
        case requestID = "request_id"
    }

    init(_ event: Event, time: String) {
        self.event = event
        self.time = time
    }
}

extension JournalEntry {
    /// Names the change that the entry is about.
    mutating func describe(_ change: Change) {
        self.change = change.id.rawValue
        action = change.action.rawValue
        resource = change.resource.description
    }

    /// Tells of one call among several of a group.members change.
    mutating func describe(_ call: GatewayCall, _ outcome: GatewayCall.Outcome) {
        switch call {
        case .addMembers(_, let people):
            self.call = "add"
            members = people.map(\.id.rawValue)
        case .removeMembers(_, let people):
            self.call = "remove"
            members = people.map(\.rawValue)
        case .setAccess(_, let person):
            self.call = "set_access"
            members = [person.id.rawValue]
        default:
            break
        }
        switch outcome {
        case .done(let receipt): requestID = receipt.requestID
        case .failed(let failure):
            requestID = failure.requestID
            error = failure.description
        case .createdUsers, .recoveredUser, .createdGroup: break
        }
    }

    /// Tells how a change ended.
    mutating func describe(_ outcome: ChangeOutcome) {
        describe(outcome.change)
        self.outcome = outcome.status.rawValue
        requestID = outcome.requestID
        error = outcome.error
    }
}
