import TeamPlanning

/// Decides what an apply does next: events in, actions out, no effects of its own.
///
/// The stages of the plan run one after the other. Inside a stage a change starts when all that it depends on has ended, with
/// bounded concurrency; creations are batched. When a change fails, those that need it are skipped and everything else goes on.
struct ApplyScheduler: Sendable {
    let changes: [Change]
    private let returning: ReturningMembers
    private let limits: SchedulerLimits
    /// What became of the changes that have ended, by position.
    private(set) var outcomes: [ChangeOutcome?]
    /// Calls under way.
    private(set) var running: [Int: ScheduledWork] = [:]
    /// Why nothing further starts.
    private(set) var stopReason: String?

    private var references = References()
    private var memberships: [Int: MembershipProgress] = [:]
    private var stage: Stage?
    private var graph: DependencyGraph
    private let steps: [Stage: [Int]]
    private var remainingStages = Stage.allCases[...]
    /// The changes of the current stage that have steps left in it.
    private var openSteps: Set<Int> = []
    private var readyCreations = ReadyQueue()
    private var readyOthers = ReadyQueue()
    private var begun: Set<Int> = []
    private var actions: [SchedulerAction] = []
    private var workCount = 0
    private var unfinishedCount: Int

    init(changes: [Change], returning: ReturningMembers, limits: SchedulerLimits) {
        self.changes = changes
        self.returning = returning
        self.limits = limits
        outcomes = Array(repeating: nil, count: changes.count)
        unfinishedCount = changes.count
        graph = DependencyGraph(changes)
        var steps: [Stage: [Int]] = [:]
        for (index, change) in changes.enumerated() {
            for stage in change.stages { steps[stage, default: []].append(index) }
        }
        self.steps = steps
    }

    /// Whether every change has come to its end.
    var isFinished: Bool { unfinishedCount == 0 }

    /// The first actions. To be called once, before any event.
    mutating func start() -> [SchedulerAction] {
        for (index, dependency) in graph.missing.sorted(by: { $0.key < $1.key }) {
            skip(index, "not tried, because it needs \(dependency), which the plan does not hold")
        }
        advance()
        return takeActions()
    }

    /// Takes an event in and says what to do next.
    mutating func handle(_ event: SchedulerEvent) -> [SchedulerAction] {
        switch event {
        case .finished(let id, let outcome):
            guard let work = running.removeValue(forKey: id) else { return [] }
            if case .failed(let error) = outcome, error.code == .accessLost {
                stopReason = stopReason ?? "the apply was stopped: \(error)"
            }
            complete(work, outcome)
        case .withdrawn(let id, let reason):
            guard let work = running.removeValue(forKey: id) else { return [] }
            if let first = work.changes.first { memberships[first]?.withdraw(work.call) }
            stopReason = stopReason ?? reason
        case .stop(let reason):
            stopReason = stopReason ?? reason
        }
        skipRestIfStopped()
        advance()
        return takeActions()
    }
}

// MARK: Stages

extension ApplyScheduler {
    private mutating func takeActions() -> [SchedulerAction] {
        defer { actions = [] }
        return actions
    }

    /// Starts what can start; when a stage has ended, enters the next.
    private mutating func advance() {
        while stopReason == nil {
            launchReady()
            guard running.isEmpty else { return }
            if openSteps.isEmpty {
                guard let next = remainingStages.popFirst() else { return }
                enter(next)
            } else {
                skipBlocked()
            }
        }
    }

    private mutating func enter(_ next: Stage) {
        stage = next
        for index in steps[next] ?? [] where outcomes[index] == nil {
            if case .changeMembers(let change) = changes[index].operation, !prepare(index, change, next) { continue }
            openSteps.insert(index)
            if graph.isUnblocked(index) { enqueue(index) }
        }
    }

    /// Resolves a group.members change; false when it has nothing to do in this stage.
    private mutating func prepare(_ index: Int, _ change: MembershipChange, _ stage: Stage) -> Bool {
        if memberships[index] == nil {
            memberships[index] = MembershipProgress(change, references: references, chunkSize: limits.membersPerCall)
        }
        guard let progress = memberships[index] else {
            skip(index, "not tried, because its group was not created")
            return false
        }
        if progress.hasWork(in: stage) { return true }
        settle(index)
        return false
    }

    /// What is left waits for something that comes later: a plan that contradicts itself.
    private mutating func skipBlocked() {
        for index in openSteps.sorted() where outcomes[index] == nil {
            skip(index, "not tried, because what it needs comes later in the plan")
        }
    }

    private mutating func enqueue(_ index: Int) {
        if case .createUser = changes[index].operation {
            readyCreations.append(index)
        } else {
            readyOthers.append(index)
        }
    }
}

// MARK: Starting

extension ApplyScheduler {
    private mutating func launchReady() {
        while running.count < limits.concurrency {
            switch (readyCreations.first, readyOthers.first) {
            case (nil, nil): return
            case (let creation?, let other?) where creation > other: launchOther()
            case (.some, _): launchCreations()
            case (nil, .some): launchOther()
            }
        }
    }

    private mutating func launchCreations() {
        let batch = readyCreations.popFirst(atMost: limits.usersPerCreate)
        let users = batch.compactMap { index in
            if case .createUser(let user) = changes[index].operation { user } else { nil }
        }
        launch(.createUsers(users), for: batch)
    }

    private mutating func launchOther() {
        guard let index = readyOthers.popFirst() else { return }
        if let call = changes[index].operation.call(returning: returning) {
            launch(call, for: [index])
        } else {
            continueMemberships(index)
        }
    }

    /// Makes a group's next call of this stage, or ends its step.
    private mutating func continueMemberships(_ index: Int) {
        guard let stage else { return }
        if let call = memberships[index]?.nextCall(in: stage) {
            launch(call, for: [index])
        } else {
            openSteps.remove(index)
            settle(index)
        }
    }

    private mutating func launch(_ call: GatewayCall, for indices: [Int]) {
        workCount += 1
        let beginning = indices.filter { begun.insert($0).inserted }
        let work = ScheduledWork(id: workCount, call: call, changes: indices, beginning: beginning)
        running[work.id] = work
        actions.append(.start(work))
    }
}

// MARK: Ending

extension ApplyScheduler {
    private mutating func complete(_ work: ScheduledWork, _ outcome: GatewayCall.Outcome) {
        guard let first = work.changes.first else { return }
        if memberships[first] != nil {
            memberships[first]?.record(outcome, of: work.call)
            actions.append(.callFinished(changes[first], work.call, outcome))
            if let stopReason {
                endStopped(first, stopReason)
            } else {
                continueMemberships(first)
            }
            return
        }
        for (index, result) in zip(work.changes, outcome.perChange(work.changes.count)) {
            learn(index, result)
            finish(index, changes[index].outcome(result))
        }
    }

    /// Remembers what later changes refer to.
    private mutating func learn(_ index: Int, _ result: GatewayCall.Outcome) {
        let change = changes[index]
        switch (result, change.operation) {
        case (.createdUsers(let users), _):
            if case .success(let user)? = users.first { references.createdMembers[change.id] = user.id }
        case (.createdGroup(let group), _):
            references.createdGroups[change.id] = group.id
        case (.recoveredUser(_, let groups), .recoverUser(let member)):
            references.recoveredGroups[member] = groups
        default:
            break
        }
    }

    /// Ends a group.members change when nothing of it is left.
    private mutating func settle(_ index: Int) {
        guard let progress = memberships[index] else { return }
        if stage != .removeMembers, progress.hasWork(in: .removeMembers) { return }
        finish(index, progress.outcome(of: changes[index]))
    }

    private mutating func skip(_ index: Int, _ reason: String) {
        finish(index, ChangeOutcome(change: changes[index], status: .skipped, error: reason))
    }

    /// Ends a change, and with it those that cannot do without it.
    private mutating func finish(_ index: Int, _ outcome: ChangeOutcome) {
        var ended = [(index, outcome)][...]
        while let (index, outcome) = ended.popFirst() {
            guard outcomes[index] == nil else { continue }
            outcomes[index] = outcome
            unfinishedCount -= 1
            openSteps.remove(index)
            actions.append(.finish(outcome))
            if outcome.status == .unfinished { references.unfinishedChanges.insert(changes[index].id) }
            if outcome.status != .applied { noteUnavailable(changes[index]) }
            for dependent in graph.dependents[index] where outcomes[dependent] == nil {
                graph.satisfyOne(of: dependent)
                if outcome.status != .applied, changes[dependent].cannotDoWithout(changes[index]) {
                    ended.append((dependent, changes[dependent].skipped(after: outcome)))
                } else if openSteps.contains(dependent), graph.isUnblocked(dependent) {
                    enqueue(dependent)
                }
            }
        }
    }

    /// A person who was not recovered or unsuspended cannot join groups.
    private mutating func noteUnavailable(_ change: Change) {
        switch change.operation {
        case .recoverUser(let member), .unsuspendUser(let member): references.unavailableMembers[member] = change.id
        default: break
        }
    }

    /// After a stop, skips all that has not started; what is under way finishes.
    private mutating func skipRestIfStopped() {
        guard let stopReason else { return }
        readyCreations.removeAll()
        readyOthers.removeAll()
        let busy = Set(running.values.flatMap(\.changes))
        for index in changes.indices where outcomes[index] == nil && !busy.contains(index) {
            endStopped(index, stopReason)
        }
    }

    private mutating func endStopped(_ index: Int, _ reason: String) {
        guard var progress = memberships[index] else { return skip(index, reason) }
        if progress.hasWork(in: .addMembers) || progress.hasWork(in: .removeMembers) { progress.stop(because: reason) }
        finish(index, progress.outcome(of: changes[index]))
    }
}
