import TeamPlanning

/// A change that starts or ends, or one of its calls.
struct ChangeFacts: Encodable {
    private let change: String
    private let action: String
    private let resource: String
    private var outcome: String?
    private var call: String?
    private var members: [String]?
    private var requestID: String?
    private var error: String?

    private enum CodingKeys: String, CodingKey {
        case change, action, resource, outcome, call, members, error
        case requestID = "request_id"
    }

    /// Names the change.
    init(_ change: Change) {
        self.change = change.id.rawValue
        action = change.action.rawValue
        resource = change.resource.description
    }

    /// Tells how a change ended.
    init(_ outcome: ChangeOutcome) {
        self.init(outcome.change)
        self.outcome = outcome.status.rawValue
        requestID = outcome.requestID
        error = outcome.error
    }

    /// Tells of one call among several of a group.members change.
    init(_ change: Change, _ call: GatewayCall, _ outcome: GatewayCall.Outcome) {
        self.init(change)
        describe(call)
        switch outcome {
        case .done(let receipt): requestID = receipt.requestID
        case .failed(let failure):
            requestID = failure.requestID
            error = failure.description
        case .createdUsers, .recoveredUser, .createdGroup: break
        }
    }

    private mutating func describe(_ call: GatewayCall) {
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
        default: break
        }
    }
}
