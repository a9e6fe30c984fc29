import TeamPlanning

/// One apply under way: hands the scheduler's actions to gateway, journal and observer, and their events back to it.
struct ApplyRun {
    static let interruption = "the apply was stopped"

    private var scheduler: ApplyScheduler
    private let gateway: any TeamGateway
    private let journal: Journal
    private let observe: @Sendable (ApplyProgress) async -> Void
    private var finishedCount = 0
    private var hasJournalFailed = false
    private(set) var wasInterrupted = false

    private enum Arrival: Sendable {
        case event(SchedulerEvent)
        case interrupted
        case stopEnded
    }

    init(
        _ plan: Plan,
        gateway: any TeamGateway,
        journal: Journal,
        concurrency: Int,
        observe: @escaping @Sendable (ApplyProgress) async -> Void
    ) {
        let limits = SchedulerLimits(
            concurrency: concurrency,
            usersPerCreate: gateway.maximumUsersPerCreate,
            membersPerCall: gateway.maximumMembersPerCall
        )
        scheduler = ApplyScheduler(changes: plan.changes, returning: plan.returningMembers, limits: limits)
        self.gateway = gateway
        self.journal = journal
        self.observe = observe
    }

    /// What became of the changes, in the plan's order.
    var outcomes: [ChangeOutcome] { scheduler.outcomes.compactMap { $0 } }

    /// Runs until every change has come to its end.
    mutating func execute(stop: AsyncStream<Void>) async {
        await withTaskGroup(of: Arrival.self) { group in
            group.addTask {
                for await _ in stop { return .interrupted }
                return .stopEnded
            }
            await perform(scheduler.start(), &group)
            while !scheduler.isFinished, let arrival = await group.next() {
                await take(arrival, &group)
            }
            group.cancelAll()
        }
    }

    private mutating func take(_ arrival: Arrival, _ group: inout TaskGroup<Arrival>) async {
        switch arrival {
        case .event(let event):
            await perform(scheduler.handle(event), &group)
        case .interrupted:
            await interrupt(&group)
        case .stopEnded:
            break
        }
        if Task.isCancelled { await interrupt(&group) }
    }

    private mutating func interrupt(_ group: inout TaskGroup<Arrival>) async {
        guard !scheduler.isFinished, !wasInterrupted else { return }
        wasInterrupted = true
        await gateway.stopWaiting()
        await perform(scheduler.handle(.stop(reason: Self.interruption)), &group)
    }

    private mutating func perform(_ actions: [SchedulerAction], _ group: inout TaskGroup<Arrival>) async {
        var actions = actions[...]
        while let action = actions.popFirst() {
            if case .start(let work) = action, let reason = scheduler.stopReason {
                actions += scheduler.handle(.withdrawn(work: work.id, reason: reason))
                continue
            }
            do throws(JournalError) {
                try await perform(action, &group)
            } catch {
                actions += await withdraw(action, after: error)
            }
        }
    }

    private mutating func perform(
        _ action: SchedulerAction,
        _ group: inout TaskGroup<Arrival>
    ) async throws(JournalError) {
        switch action {
        case .start(let work):
            for index in work.beginning { try await journal.changeStarted(scheduler.changes[index]) }
            for index in work.beginning { await observe(.changeStarted(scheduler.changes[index])) }
            group.addTask { [gateway] in .event(.finished(work: work.id, await work.call.run(on: gateway))) }
        case .callFinished(let change, let call, let outcome):
            try await journal.callFinished(change, call, outcome)
        case .finish(let outcome):
            finishedCount += 1
            await observe(
                .changeFinished(outcome, finished: finishedCount, total: scheduler.changes.count)
            )
            try await journal.changeFinished(outcome)
        }
    }

    /// The journal failed: what was about to start does not, and nothing further does.
    private mutating func withdraw(_ action: SchedulerAction, after error: JournalError) async -> [SchedulerAction] {
        if !hasJournalFailed { await observe(.journalFailed(error)) }
        hasJournalFailed = true
        let reason = "the apply was stopped: \(error)"
        if case .start(let work) = action { return scheduler.handle(.withdrawn(work: work.id, reason: reason)) }
        return scheduler.handle(.stop(reason: reason))
    }
}
