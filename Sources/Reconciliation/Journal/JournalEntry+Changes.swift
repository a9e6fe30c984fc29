import TeamPlanning

/// A change that starts or ends, or one of its calls.
struct ChangeFacts: Encodable {
    private let change: String
    private let action: String
    private let resource: String
    private var outcome: String?
    private var call: String?
    private var group: String?
    private var members: [String]?
    private var requestID: String?
    private var error: String?

    private enum CodingKeys: String, CodingKey {
        case change, action, resource, outcome, call, group, members, error
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

    /// Tells of one call of a change that takes several.
    init(_ change: Change, _ call: GatewayCall, _ outcome: GatewayCall.Outcome) {
        self.init(change)
        describe(call)
        switch outcome {
        case .done(let receipt): requestID = receipt.requestID
        case .failed(let failure):
            requestID = failure.requestID
            error = failure.description
        case .recoveredUser(let receipt, _): requestID = receipt.requestID
        case .createdUsers, .createdGroup: break
        }
    }

    private mutating func describe(_ call: GatewayCall) {
        switch call {
        case .recoverUser(let person): describe("recover", nil, [person])
        case .addMembers(let group, let people): describe("add", group, people.map(\.id))
        case .removeMembers(let group, let people): describe("remove", group, people)
        case .setAccess(let group, let person): describe("set_access", group, [person.id])
        default: break
        }
    }

    private mutating func describe(_ call: String, _ group: GroupID?, _ members: [MemberID]) {
        self.call = call
        self.group = group?.rawValue
        self.members = members.map(\.rawValue)
    }
}
