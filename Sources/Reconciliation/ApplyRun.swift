import TeamPlanning

/// One apply under way: hands the scheduler's actions to gateway, journal and observer, and their events back to it.
struct ApplyRun {
    private var scheduler: ApplyScheduler
    private let tools: ApplyTools
    private var finishedCount = 0
    private var hasJournalFailed = false
    private var stopCause: StopCause?
    private var remaining: Plan?

    private enum Arrival: Sendable {
        case event(SchedulerEvent)
        case signal
        case timeLimit(String)
        case verified(Result<Plan, any Error>)
        /// A listener has nothing more to tell.
        case silence
    }

    private typealias Arrivals = TaskGroup<Arrival>

    init(_ plan: Plan, _ tools: ApplyTools) {
        let limits = SchedulerLimits(
            concurrency: tools.concurrency,
            usersPerCreate: tools.gateway.maximumUsersPerCreate,
            membersPerCall: tools.gateway.maximumMembersPerCall
        )
        scheduler = ApplyScheduler(changes: plan.changes, returning: plan.returningMembers, limits: limits)
        self.tools = tools
    }

    /// What became of the changes, in the plan's order.
    private var outcomes: [ChangeOutcome] { scheduler.outcomes.compactMap { $0 } }

    /// Runs until every change has come to its end; unless it was stopped, reads the team again.
    mutating func execute(stop: AsyncStream<Void>, _ verification: Verification) async -> ApplyResult {
        await withTaskGroup(of: Arrival.self) { group in
            listen(to: stop, &group)
            startClock(&group)
            await perform(scheduler.start(), &group)
            while !scheduler.isFinished, let arrival = await group.next() {
                await take(arrival, stop, &group)
            }
            await note { () throws(JournalError) in try await tools.journal.applyFinished(outcomes, stopCause) }
            if stopCause == nil { await verify(verification, &group) }
            group.cancelAll()
        }
        return ApplyResult(outcomes: outcomes, stopCause: stopCause, remaining: remaining)
    }
}

// MARK: Stopping

extension ApplyRun {
    /// Waits for the next signal. The stream goes on: it is listened to again after each.
    private func listen(to stop: AsyncStream<Void>, _ group: inout Arrivals) {
        group.addTask {
            for await _ in stop { return .signal }
            return .silence
        }
    }

    private func startClock(_ group: inout Arrivals) {
        guard let limit = tools.timeLimit else { return }
        group.addTask {
            do { try await limit.wait() } catch { return .silence }
            return .timeLimit(limit.text)
        }
    }

    private mutating func take(_ arrival: Arrival, _ stop: AsyncStream<Void>, _ group: inout Arrivals) async {
        // First: the end of a call that was called off must not start another.
        if Task.isCancelled, stopCause == nil { await end(.interruption, &group) }
        switch arrival {
        case .event(let event):
            await perform(scheduler.handle(event), &group)
        case .signal:
            listen(to: stop, &group)
            await end(.interruption, &group)
        case .timeLimit(let limit):
            await end(.timeLimit(limit), &group)
        case .verified, .silence:
            break
        }
    }

    /// Starts nothing further and lets what is under way finish. Only the first signal waits for jobs to end.
    private mutating func end(_ cause: StopCause, _ group: inout Arrivals) async {
        guard !scheduler.isFinished else { return }
        await tools.observe(.stopping(cause, underWay: scheduler.running.count))
        let isFirst = stopCause == nil
        await tools.gateway.stopWaiting(forJobs: !isFirst || cause != .interruption)
        guard isFirst else { return }
        stopCause = cause
        await perform(scheduler.handle(.stop(reason: cause.reason)), &group)
    }
}

// MARK: Acting

extension ApplyRun {
    private mutating func perform(_ actions: [SchedulerAction], _ group: inout Arrivals) async {
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

    private mutating func perform(_ action: SchedulerAction, _ group: inout Arrivals) async throws(JournalError) {
        switch action {
        case .start(let work):
            for index in work.beginning { try await tools.journal.changeStarted(scheduler.changes[index]) }
            for index in work.beginning { await tools.observe(.changeStarted(scheduler.changes[index])) }
            group.addTask { [gateway = tools.gateway] in
                .event(.finished(work: work.id, await work.call.run(on: gateway)))
            }
        case .callFinished(let change, let call, let outcome):
            try await tools.journal.callFinished(change, call, outcome)
        case .finish(let outcome):
            finishedCount += 1
            await tools.observe(
                .changeFinished(outcome, finished: finishedCount, total: scheduler.changes.count)
            )
            try await tools.journal.changeFinished(outcome)
        }
    }

    /// The journal failed: what was about to start does not, and nothing further does.
    private mutating func withdraw(_ action: SchedulerAction, after error: JournalError) async -> [SchedulerAction] {
        if !hasJournalFailed { await tools.observe(.journalFailed(error)) }
        hasJournalFailed = true
        let reason = "the apply was stopped: \(error)"
        if case .start(let work) = action { return scheduler.handle(.withdrawn(work: work.id, reason: reason)) }
        return scheduler.handle(.stop(reason: reason))
    }

    /// Writes what comes after the last change: if it cannot be written, that is told, and nothing more can be done.
    private func note(_ write: () async throws(JournalError) -> Void) async {
        do throws(JournalError) {
            try await write()
        } catch {
            await tools.observe(.journalFailed(error))
        }
    }
}

// MARK: Verifying

extension ApplyRun {
    /// Reads the team again, until that is done or the apply is stopped.
    private mutating func verify(_ verification: Verification, _ group: inout Arrivals) async {
        group.addTask { [outcomes, observe = tools.observe] in
            do {
                return .verified(.success(try await verification.remaining(after: outcomes, observe: observe)))
            } catch {
                return .verified(.failure(error))
            }
        }
        while let arrival = await group.next() {
            switch arrival {
            case .verified(let result): return await conclude(result)
            case .signal: await endReading(.interruption, &group)
            case .timeLimit(let limit): await endReading(.timeLimit(limit), &group)
            case .event, .silence: if Task.isCancelled { await endReading(.interruption, &group) }
            }
        }
    }

    private mutating func endReading(_ cause: StopCause, _ group: inout Arrivals) async {
        guard stopCause == nil else { return }
        stopCause = cause
        await tools.observe(.stopping(cause, underWay: 0))
        group.cancelAll()
    }

    private mutating func conclude(_ result: Result<Plan, any Error>) async {
        switch result {
        case .success(let plan):
            await note { () throws(JournalError) in try await tools.journal.verified(remaining: plan.changes.count) }
            remaining = plan
        case .failure(let error):
            // A read that was called off is no news.
            if Task.isCancelled { stopCause = stopCause ?? .interruption }
            if stopCause == nil { await tools.observe(.verificationFailed(error)) }
        }
    }
}
