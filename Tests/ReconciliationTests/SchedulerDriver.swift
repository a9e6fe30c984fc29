@testable import Reconciliation
@testable import TeamPlanning

/// Plays the loop around a scheduler without any effects: answers its calls, one at a time, in an order of its choice.
struct SchedulerDriver {
    var scheduler: ApplyScheduler
    /// Calls that were started and not answered.
    private(set) var pending: [ScheduledWork] = []
    /// All calls, in the order in which they were started.
    private(set) var started: [ScheduledWork] = []
    /// Changes in the order in which they ended.
    private(set) var finished: [ChangeOutcome] = []
    private(set) var greatestConcurrency = 0

    init(_ changes: [Change], concurrency: Int = 4, usersPerCreate: Int = 20, membersPerCall: Int = 50) {
        let limits = SchedulerLimits(
            concurrency: concurrency,
            usersPerCreate: usersPerCreate,
            membersPerCall: membersPerCall
        )
        scheduler = ApplyScheduler(changes: changes, returning: ReturningMembers(), limits: limits)
    }

    var calls: [GatewayCall] { started.map(\.call) }

    mutating func start() { take(scheduler.start()) }

    mutating func send(_ event: SchedulerEvent) { take(scheduler.handle(event)) }

    /// Answers one pending call.
    mutating func answer(_ position: Int = 0, with outcome: GatewayCall.Outcome? = nil) {
        let work = pending.remove(at: position)
        send(.finished(work: work.id, outcome ?? work.call.success))
    }

    /// Starts, and answers until nothing is pending; by default every call succeeds.
    mutating func run(
        answering: (GatewayCall) -> GatewayCall.Outcome? = { _ in nil },
        pick: (Int) -> Int = { _ in 0 }
    ) {
        start()
        while !pending.isEmpty {
            let position = pick(pending.count)
            answer(position, with: answering(pending[position].call))
        }
    }

    /// How a change ended.
    func outcome(_ id: String) -> ChangeOutcome? {
        finished.first { $0.change.id == ChangeID(id) }
    }

    func status(_ id: String) -> ChangeOutcome.Status? { outcome(id)?.status }

    private mutating func take(_ actions: [SchedulerAction]) {
        for action in actions {
            switch action {
            case .start(let work):
                pending.append(work)
                started.append(work)
                greatestConcurrency = max(greatestConcurrency, pending.count)
            case .finish(let outcome): finished.append(outcome)
            case .callFinished: break
            }
        }
    }
}

extension GatewayCall {
    /// The answer of a service that refuses nothing. New members get their email as ID, new groups their name.
    var success: Outcome {
        switch self {
        case .createUsers(let users):
            .createdUsers(users.map { .success(Created(id: MemberID($0.email), requestID: "r")) })
        case .createGroup(let group): .createdGroup(Created(id: GroupID(group.name), requestID: "r"))
        case .recoverUser: .recoveredUser(Receipt(requestID: "r"), groups: [])
        default: .done(Receipt(requestID: "r"))
        }
    }

    static func add(_ group: String, _ members: String...) -> GatewayCall {
        .addMembers(GroupID(group), members.map { GroupMember(id: MemberID($0), access: .member) })
    }

    static func remove(_ group: String, _ members: String...) -> GatewayCall {
        .removeMembers(GroupID(group), members.map(MemberID.init(_:)))
    }
}

extension GatewayCall.Outcome {
    static func refused(_ message: String = "no", offending: Set<MemberID> = []) -> GatewayCall.Outcome {
        .failed(GatewayError(.rejected, message, requestID: "r", offendingMembers: offending))
    }
}
