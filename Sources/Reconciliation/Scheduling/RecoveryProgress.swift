import TeamPlanning

/// How far one user.recover change has come: the recovery, then one call per group that came back and is not wanted.
struct RecoveryProgress: CallSequence {
    private let member: MemberID
    private let returning: ReturningMembers
    private var isToRecover = true
    private var isRecovered = false
    private var unwanted: ArraySlice<GroupID> = []
    private var failures: [String] = []
    private var status = ChangeOutcome.Status.applied
    private var requestID: String?

    init(_ member: MemberID, leaving returning: ReturningMembers) {
        self.member = member
        self.returning = returning
    }

    var hasWork: Bool { isToRecover || !unwanted.isEmpty }

    func hasWork(in stage: Stage) -> Bool { hasWork }

    mutating func nextCall(in stage: Stage) -> GatewayCall? {
        if isToRecover {
            isToRecover = false
            return .recoverUser(member)
        }
        return unwanted.popFirst().map { .removeMembers($0, [member]) }
    }

    mutating func record(_ outcome: GatewayCall.Outcome, of call: GatewayCall) {
        switch outcome {
        case .recoveredUser(let receipt, let groups):
            isRecovered = true
            requestID = receipt.requestID
            unwanted = groups.filter { returning.mustLeave(member, $0) }.sorted()[...]
        case .failed(let error):
            requestID = error.requestID ?? requestID
            if isRecovered {
                fail("\(error.message); run apply again", error.code == .unfinished ? .unfinished : .failed)
            } else {
                fail(error.description, error.outcomeStatus)
            }
        case .done, .createdUsers, .createdGroup:
            break
        }
    }

    mutating func withdraw(_ call: GatewayCall) {
        switch call {
        case .recoverUser: isToRecover = true
        case .removeMembers(let group, _): unwanted = [group] + unwanted
        default: break
        }
    }

    mutating func stop(because reason: String) {
        fail(reason, isRecovered ? .failed : .skipped)
        isToRecover = false
        unwanted = []
    }

    func outcome(of change: Change) -> ChangeOutcome {
        guard status != .applied else { return ChangeOutcome(change: change, status: .applied, requestID: requestID) }
        let causes = failures.joined(separator: "; ")
        let what = "the member was recovered, but their old memberships are not corrected"
        return ChangeOutcome(
            change: change,
            status: status,
            error: isRecovered ? "\(what): \(causes)" : causes,
            requestID: requestID
        )
    }

    /// A failure outweighs what is only not finished.
    private mutating func fail(_ reason: String, _ status: ChangeOutcome.Status) {
        if !failures.contains(reason) { failures.append(reason) }
        if self.status != .failed { self.status = status }
    }
}
