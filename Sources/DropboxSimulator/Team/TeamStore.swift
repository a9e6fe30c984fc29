import FoundationEssentials

/// The one place of a simulator's state: runs routes one after the other, saves after every change, keeps the log of calls.
public actor TeamStore {
    /// Saves a state. Saves never overlap, and each holds at least every change answered so far.
    public typealias Persist = @Sendable (TeamSeed) async throws -> Void

    private var team: SimulatedTeam
    private var log: [RecordedCall] = []
    private let now: @Sendable () -> Date
    private let persist: Persist?
    private var changes = 0
    private var savedChanges = 0
    private var isSaving = false
    private var waitingForSave: [CheckedContinuation<Void, Never>] = []

    init(
        seed: TeamSeed,
        configuration: SimulatorConfiguration,
        now: @escaping @Sendable () -> Date,
        persist: Persist?
    ) {
        team = SimulatedTeam(
            seed: seed,
            pageLimit: configuration.pageLimit,
            pollsInProgress: configuration.pollsInProgress,
            now: Timestamp(now())
        )
        self.now = now
        self.persist = persist
    }

    /// Every call answered so far, in the order of the answers.
    public func calls() -> [RecordedCall] {
        log
    }

    /// The team as it is now.
    public func seed() -> TeamSeed {
        team.seed
    }

    /// Runs one operation and saves what it changed before it answers.
    func perform(_ path: String, _ operation: Route.Operation) async -> Answer {
        team.now = Timestamp(now())
        var answer: Answer
        do throws(RouteFault) {
            answer = .success(try operation(&team))
        } catch {
            answer = .routeError(error)
        }
        let effects = team.takeEffects()
        if !effects.isEmpty {
            changes += 1
            do { try await save() } catch { answer = .notSaved }
        }
        record(path, answer, effects: effects)
        return answer
    }

    func record(_ path: String, _ answer: Answer, effects: [RecordedCall.Effect] = []) {
        log.append(RecordedCall(route: path, status: answer.status, effects: effects))
    }

    /// Returns once a save that holds the caller's change is done. Callers that wait share the next save.
    private func save() async throws {
        guard let persist else { return }
        let wanted = changes
        while savedChanges < wanted {
            guard !isSaving else {
                await withCheckedContinuation { waitingForSave.append($0) }
                continue
            }
            isSaving = true
            defer { finishSave() }
            let version = changes
            try await persist(team.seed)
            savedChanges = version
        }
    }

    private func finishSave() {
        isSaving = false
        for waiter in waitingForSave { waiter.resume() }
        waitingForSave = []
    }
}
