import TeamPlanning
import TestSupport
import Testing

@testable import Reconciliation

/// A reconciler around a team in memory, with a journal in memory and a fixed time.
struct ApplyRig {
    let team: InMemoryTeam
    let journal: JournalInMemory
    let progress = ProgressLog()
    private let concurrency: Int
    private let remaining: @Sendable () async throws -> Plan
    private let pauses: Counter
    private let timeLimit: TimeLimit?
    private let onStop: @Sendable () async -> Void

    init(
        _ team: InMemoryTeam,
        journal: JournalInMemory = JournalInMemory(),
        concurrency: Int = 4,
        remaining: [Change] = [],
        pauses: Counter = Counter(),
        timeLimit: TimeLimit? = nil,
        onStop: @escaping @Sendable () async -> Void = {}
    ) {
        self.init(
            team,
            journal: journal,
            concurrency: concurrency,
            pauses: pauses,
            timeLimit: timeLimit,
            onStop: onStop,
            replan: { Plan.of(remaining) }
        )
    }

    init(
        _ team: InMemoryTeam,
        journal: JournalInMemory = JournalInMemory(),
        concurrency: Int = 4,
        pauses: Counter = Counter(),
        timeLimit: TimeLimit? = nil,
        onStop: @escaping @Sendable () async -> Void = {},
        replan: @escaping @Sendable () async throws -> Plan
    ) {
        self.team = team
        self.journal = journal
        self.concurrency = concurrency
        self.pauses = pauses
        self.timeLimit = timeLimit
        self.onStop = onStop
        remaining = replan
    }

    func apply(_ changes: [Change], stop: AsyncStream<Void> = AsyncStream { _ in }) async throws -> ApplyResult {
        try await apply(Plan.of(changes), stop: stop)
    }

    func apply(_ plan: Plan, stop: AsyncStream<Void> = AsyncStream { _ in }) async throws -> ApplyResult {
        let reconciler = Reconciler(
            gateway: team,
            journal: Journal(sink: journal, timestamp: { "2026-11-20T12:00:00Z" }),
            concurrency: concurrency,
            timeLimit: timeLimit,
            observe: { [progress, onStop] in
                await progress.take($0)
                if case .stopping = $0 { await onStop() }
            }
        )
        return try await reconciler.apply(
            plan.approved(),
            context: ApplyContext(consent: .autoApprove, overrides: ["user_removals": "30%"]),
            stop: stop,
            verification: Verification(attempts: 3, pause: { [pauses] in await pauses.increment() }, replan: remaining)
        )
    }
}

/// What an apply told, as short lines.
actor ProgressLog {
    private(set) var lines: [String] = []

    func take(_ progress: ApplyProgress) {
        switch progress {
        case .started(let total): lines.append("0 of \(total)")
        case .changeStarted(let change): lines.append("begin \(change.id)")
        case .changeFinished(let outcome, let finished, let total):
            lines.append("\(finished) of \(total) \(outcome.change.id) \(outcome.status.rawValue)")
        case .stopping(let cause, let underWay): lines.append("\(cause.reason), \(underWay) under way")
        case .journalFailed(let error): lines.append("\(error)")
        case .verifying(let attempt): lines.append("verify \(attempt)")
        case .verificationFailed(let error): lines.append("not verified: \(error)")
        }
    }
}

/// Counts.
actor Counter {
    private(set) var value = 0

    /// Adds one and returns the new value.
    @discardableResult
    func increment() -> Int {
        value += 1
        return value
    }
}

/// Lets nobody pass until so many have arrived; then everybody.
actor Barrier {
    private var missing: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) { missing = count }

    func arrive() async {
        count()
        guard missing > 0 else { return }
        await withCheckedContinuation { waiting.append($0) }
    }

    /// Arrives without waiting for the others.
    func count() {
        missing -= 1
        guard missing <= 0 else { return }
        for continuation in waiting { continuation.resume() }
        waiting = []
    }
}
