import TeamPlanning

/// How much an apply does at once.
struct SchedulerLimits: Sendable, Hashable {
    /// Calls under way at a time; at least one.
    let concurrency: Int
    /// People per creating call; at least one.
    let usersPerCreate: Int
    /// People per membership call; at least one.
    let membersPerCall: Int

    init(concurrency: Int, usersPerCreate: Int, membersPerCall: Int) {
        self.concurrency = max(concurrency, 1)
        self.usersPerCreate = max(usersPerCreate, 1)
        self.membersPerCall = max(membersPerCall, 1)
    }
}

/// One call that the scheduler wants made.
struct ScheduledWork: Sendable, Equatable {
    /// Names the work in the event that reports its end.
    let id: Int
    /// The call.
    let call: GatewayCall
    /// The changes it serves, by their positions in the plan: several only for a batch of creations.
    let changes: [Int]
    /// Those of them that begin with this call.
    let beginning: [Int]
}

/// What the scheduler is told.
enum SchedulerEvent: Sendable {
    /// A call has ended.
    case finished(work: Int, GatewayCall.Outcome)
    /// A call was not made at all; nothing further is to be started.
    case withdrawn(work: Int, reason: String)
    /// Nothing further is to be started.
    case stop(reason: String)
}

/// What the scheduler wants done, in this order.
enum SchedulerAction: Sendable {
    /// Make a call.
    case start(ScheduledWork)
    /// A change that takes several calls has made one.
    case callFinished(Change, GatewayCall, GatewayCall.Outcome)
    /// A change has come to its end.
    case finish(ChangeOutcome)
}
