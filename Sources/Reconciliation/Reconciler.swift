public import TeamPlanning

/// Carries out an approved plan: a thin loop around ``ApplyScheduler`` that makes its calls and keeps its journal.
public struct Reconciler: Sendable {
    private let gateway: any TeamGateway
    private let journal: Journal
    private let concurrency: Int
    private let observe: @Sendable (ApplyProgress) async -> Void

    /// Takes what acts, what records and what watches; `concurrency` is the number of calls under way at a time.
    public init(
        gateway: any TeamGateway,
        journal: Journal,
        concurrency: Int,
        observe: @escaping @Sendable (ApplyProgress) async -> Void = { _ in }
    ) {
        self.gateway = gateway
        self.journal = journal
        self.concurrency = concurrency
        self.observe = observe
    }

    /// Applies the plan, then reads the team again.
    ///
    /// When `stop` yields, or the task is cancelled, no further change starts, those under way finish, and the team is not
    /// read again. The same happens when the journal can no longer be written, or Dropbox no longer accepts any call.
    ///
    /// - Throws: ``JournalError`` when the journal could not be begun; nothing was changed then.
    public func apply(
        _ approved: ApprovedPlan,
        context: ApplyContext,
        stop: AsyncStream<Void>,
        verification: Verification
    ) async throws(JournalError) -> ApplyResult {
        let plan = approved.plan
        try await journal.applyStarted(plan, context)
        await observe(.started(total: plan.changes.count))
        var run = ApplyRun(plan, gateway: gateway, journal: journal, concurrency: concurrency, observe: observe)
        await run.execute(stop: stop)
        var result = ApplyResult(outcomes: run.outcomes, wasInterrupted: run.wasInterrupted, remaining: nil)
        await note { () throws(JournalError) in
            try await journal.applyFinished(result.outcomes, wasInterrupted: result.wasInterrupted)
        }
        if !result.wasInterrupted { result.remaining = await remaining(after: result.outcomes, verification) }
        return result
    }

    private func remaining(after outcomes: [ChangeOutcome], _ verification: Verification) async -> Plan? {
        do {
            let plan = try await verification.remaining(after: outcomes, observe: observe)
            await note { () throws(JournalError) in try await journal.verified(remaining: plan.changes.count) }
            return plan
        } catch {
            await observe(.verificationFailed(error))
            return nil
        }
    }

    /// Writes what comes after the last change: if it cannot be written, that is told, and nothing more can be done.
    private func note(_ write: () async throws(JournalError) -> Void) async {
        do throws(JournalError) {
            try await write()
        } catch {
            await observe(.journalFailed(error))
        }
    }
}
