public import TeamPlanning

/// Carries out an approved plan: a thin loop around ``ApplyScheduler`` that makes its calls and keeps its journal.
public struct Reconciler: Sendable {
    private let tools: ApplyTools

    /// Takes what acts, what records and what watches; `concurrency` is the number of calls under way at a time.
    public init(
        gateway: any TeamGateway,
        journal: Journal,
        concurrency: Int,
        timeLimit: TimeLimit? = nil,
        observe: @escaping @Sendable (ApplyProgress) async -> Void = { _ in }
    ) {
        tools = ApplyTools(
            gateway: gateway,
            journal: journal,
            concurrency: concurrency,
            timeLimit: timeLimit,
            observe: observe
        )
    }

    /// Applies the plan, then reads the team again.
    ///
    /// When `stop` yields, the time limit is reached or the task is cancelled, no further change starts, those under way
    /// finish, and the team is not read again; a read that is under way ends. Nothing further starts either when the journal
    /// can no longer be written, or Dropbox no longer accepts any call or cannot be reached.
    ///
    /// - Throws: ``JournalError`` when the journal could not be begun; nothing was changed then.
    public func apply(
        _ approved: ApprovedPlan,
        context: ApplyContext,
        stop: AsyncStream<Void>,
        verification: Verification
    ) async throws(JournalError) -> ApplyResult {
        let plan = approved.plan
        try await tools.journal.applyStarted(plan, context)
        await tools.observe(.started(total: plan.changes.count))
        var run = ApplyRun(plan, tools)
        return await run.execute(stop: stop, verification)
    }
}

/// What an apply acts, records and is watched with.
struct ApplyTools: Sendable {
    let gateway: any TeamGateway
    let journal: Journal
    let concurrency: Int
    let timeLimit: TimeLimit?
    let observe: @Sendable (ApplyProgress) async -> Void
}
