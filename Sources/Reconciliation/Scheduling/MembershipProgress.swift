import TeamPlanning

/// How far one group.members change has come: the calls that are left, and what went wrong so far.
///
/// Members are added and their access is set in one stage, members are removed in the next. One call runs at a time.
struct MembershipProgress: CallSequence {
    private let group: GroupID
    private let chunkSize: Int
    private var adds: ArraySlice<GroupMember>
    private var accesses: ArraySlice<GroupMember>
    private var removals: ArraySlice<MemberID>
    private var emails: [MemberID: String] = [:]
    private var failures = MembershipFailures()
    private var requestID: String?
    private var hasCalled = false

    /// Resolves a change's people.
    init(_ change: MembershipChange, in group: GroupID, references: References, chunkSize: Int) {
        self.group = group
        self.chunkSize = max(chunkSize, 1)
        adds = []
        accesses = []
        removals = []
        plan(change, references)
    }

    var hasWork: Bool { hasWork(in: .addMembers) || hasWork(in: .removeMembers) }

    func hasWork(in stage: Stage) -> Bool {
        switch stage {
        case .addMembers: !adds.isEmpty || !accesses.isEmpty
        case .removeMembers: !removals.isEmpty
        default: false
        }
    }

    mutating func nextCall(in stage: Stage) -> GatewayCall? {
        guard hasWork(in: stage) else { return nil }
        if stage == .removeMembers {
            return .removeMembers(group, Array(removals.popPrefix(chunkSize)))
        }
        if !adds.isEmpty { return .addMembers(group, Array(adds.popPrefix(chunkSize))) }
        return accesses.popFirst().map { .setAccess(group, $0) }
    }

    /// Takes down what came of a call. People because of whom a whole call was refused are left out of a second try,
    /// which is made unless the others are done.
    mutating func record(_ outcome: GatewayCall.Outcome, of call: GatewayCall) {
        hasCalled = true
        switch outcome {
        case .done(let receipt):
            requestID = receipt.requestID ?? requestID
        case .failed(let error):
            requestID = error.requestID ?? requestID
            recordFailure(error, of: call)
        case .createdUsers, .recoveredUser, .createdGroup:
            break
        }
    }

    mutating func withdraw(_ call: GatewayCall) {
        switch call {
        case .addMembers(_, let members): adds = members + adds
        case .setAccess(_, let member): accesses = [member] + accesses
        case .removeMembers(_, let members): removals = members + removals
        default: break
        }
    }

    mutating func stop(because reason: String) {
        failures.note(hasCalled ? "\(reason) before all of it was done" : reason)
        adds = []
        accesses = []
        removals = []
    }

    func outcome(of change: Change) -> ChangeOutcome {
        guard let error = failures.summary else {
            return ChangeOutcome(change: change, status: .applied, requestID: requestID)
        }
        let status = failures.isOnlyUnfinished ? ChangeOutcome.Status.unfinished : .failed
        return ChangeOutcome(change: change, status: hasCalled ? status : .skipped, error: error, requestID: requestID)
    }
}

extension MembershipProgress {
    /// Takes over what the plan says, as far as its people are there.
    private mutating func plan(_ change: MembershipChange, _ references: References) {
        for person in change.add {
            guard let member = resolve(person, references, "was not added") else { continue }
            if references.recoveredGroups[member.id]?.contains(group) == true {
                if member.access == .owner { accesses.append(member) }
            } else {
                adds.append(member)
            }
        }
        for person in change.setAccess {
            if let member = resolve(person, references, "keeps their access") { accesses.append(member) }
        }
        for person in change.remove {
            guard case .existing(let id) = person.member else { continue }
            emails[id] = person.email
            removals.append(id)
        }
    }

    private mutating func resolve(_ person: MemberAccess, _ references: References, _ loss: String) -> GroupMember? {
        switch references.resolve(person.member) {
        case .success(let id):
            emails[id] = person.email
            return GroupMember(id: id, access: person.access ?? .member)
        case .failure(let missing):
            failures.note("\(person.email) \(loss), because \(missing.change) \(missing.fate)")
            return nil
        }
    }

    private mutating func recordFailure(_ error: GatewayError, of call: GatewayCall) {
        switch call {
        case .addMembers(_, let members):
            let (refused, others) = members.split { error.offendingMembers.contains($0.id) }
            if refused.isEmpty || error.code != .rejected {
                note(error, "adding", members.map(\.id))
            } else {
                note(error, "adding", refused.map(\.id))
                if !error.areOthersDone { adds = others + adds }
            }
        case .removeMembers(_, let members):
            let (refused, others) = members.split(error.offendingMembers.contains)
            if refused.isEmpty || error.code != .rejected {
                note(error, "removing", members)
            } else {
                note(error, "removing", refused)
                if !error.areOthersDone { removals = others + removals }
            }
        case .setAccess(_, let member):
            note(error, "setting the access of", [member.id])
        default:
            failures.note(error.description)
        }
    }

    private mutating func note(_ error: GatewayError, _ verb: String, _ members: [MemberID]) {
        failures.note(error, verb, members.map { emails[$0] ?? $0.rawValue })
    }
}

extension ArraySlice {
    fileprivate mutating func popPrefix(_ count: Int) -> ArraySlice {
        let taken = prefix(count)
        removeFirst(taken.count)
        return taken
    }
}

extension Array {
    /// Those that fulfil a condition and the others, in order.
    fileprivate func split(_ condition: (Element) -> Bool) -> (matching: [Element], others: [Element]) {
        (filter(condition), filter { !condition($0) })
    }
}
