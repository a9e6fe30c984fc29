import TeamPlanning

/// Decides what an apply does next: events in, actions out, no effects of its own.
///
/// The stages of the plan run one after the other. Inside a stage a change starts when all that it depends on has ended, with
/// bounded concurrency; creations are batched. When a change fails, those that need it are skipped and everything else goes on.
struct ApplyScheduler: Sendable {
    let changes: [Change]
    private let effects: PlannedEffects
    private let returning: ReturningMembers
    private let limits: SchedulerLimits
    /// What became of the changes that have ended, by position.
    private(set) var outcomes: [ChangeOutcome?]
    /// Calls under way.
    private(set) var running: [Int: ScheduledWork] = [:]
    /// Why nothing further starts.
    private(set) var stopReason: String?

    private var references = References()
    /// The changes that take several calls, once they have been entered.
    private var sequences: [Int: any CallSequence] = [:]
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
        effects = PlannedEffects(changes)
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
            take(outcome, of: id)
        case .withdrawn(let id, let reason):
            withdraw(id, because: reason)
        case .stop(let reason):
            stopReason = stopReason ?? reason
        }
        skipRestIfStopped()
        advance()
        return takeActions()
    }

    private mutating func take(_ outcome: GatewayCall.Outcome, of id: Int) {
        if case .failed(let error) = outcome {
            if error.code == .notSent { return withdraw(id, because: "the apply was stopped: \(error)") }
            if error.code == .accessLost { stopReason = stopReason ?? "the apply was stopped: \(error)" }
        }
        if let work = running.removeValue(forKey: id) { complete(work, outcome) }
    }

    private mutating func withdraw(_ id: Int, because reason: String) {
        guard let work = running.removeValue(forKey: id) else { return }
        if let first = work.changes.first { sequences[first]?.withdraw(work.call) }
        stopReason = stopReason ?? reason
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
            guard prepare(index, next) else { continue }
            openSteps.insert(index)
            if graph.isUnblocked(index) { enqueue(index) }
        }
    }

    /// Begins the sequence of a change that takes several calls; false when it has nothing to do in this stage.
    private mutating func prepare(_ index: Int, _ stage: Stage) -> Bool {
        if sequences[index] == nil {
            switch changes[index].operation {
            case .recoverUser(let member): sequences[index] = RecoveryProgress(member, leaving: returning)
            case .changeMembers(let change):
                guard let group = references.resolve(change.group) else {
                    skip(index, "not tried, because its group was not created")
                    return false
                }
                sequences[index] = MembershipProgress(
                    change,
                    in: group,
                    references: references,
                    chunkSize: limits.membersPerCall
                )
            default: return true
            }
        }
        if sequences[index]?.hasWork(in: stage) == true { return true }
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
        if let call = changes[index].call(after: effects) {
            launch(call, for: [index])
        } else {
            continueSequence(index)
        }
    }

    /// Makes the next call of a sequence in this stage, or ends its step.
    private mutating func continueSequence(_ index: Int) {
        guard let stage else { return }
        if let call = sequences[index]?.nextCall(in: stage) {
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
        if sequences[first] != nil {
            learn(first, outcome)
            sequences[first]?.record(outcome, of: work.call)
            actions.append(.callFinished(changes[first], work.call, outcome))
            if let stopReason {
                endStopped(first, stopReason)
            } else {
                continueSequence(first)
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
            references.recoveredGroups[member] = groups.filter { !returning.mustLeave(member, $0) }
        default:
            break
        }
    }

    /// Ends a change when no call of its sequence is left.
    private mutating func settle(_ index: Int) {
        guard let sequence = sequences[index], !sequence.hasWork else { return }
        finish(index, sequence.outcome(of: changes[index]))
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
        guard var sequence = sequences[index] else { return skip(index, reason) }
        if sequence.hasWork { sequence.stop(because: reason) }
        finish(index, sequence.outcome(of: changes[index]))
    }
}
