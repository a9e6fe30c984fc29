import FoundationEssentials

/// The one place of a simulator's state: runs routes one after the other, saves after every change, keeps the log of calls.
public actor TeamStore {
    /// Saves a state. Saves never overlap, and each holds at least every change answered so far.
    public typealias Persist = @Sendable (TeamSeed) async throws -> Void

    private var team: SimulatedTeam
    private var history: TeamHistory
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
            pollsInProgress: max(configuration.pollsInProgress, configuration.count(of: .async) ?? 0),
            now: Timestamp(now())
        )
        history = TeamHistory(team, delay: configuration.duration(of: .staleRead))
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
    func perform(_ route: Route, _ operation: Route.Operation, _ incident: Incident?) async -> Answer {
        let time = now()
        team.now = Timestamp(time)
        if route.isRead, let past = history.view(at: time) {
            let answer = look(past, operation)
            record(
                RecordedCall(route: route.path, status: answer.status, effects: [], fault: incident?.kind ?? .staleRead)
            )
            return answer
        }
        var answer = change(operation, incident)
        let effects = team.takeEffects()
        if !effects.isEmpty {
            changes += 1
            history.append(team, at: time)
            do { try await save() } catch { answer = .notSaved }
        }
        record(RecordedCall(route: route.path, status: answer.status, effects: effects, fault: incident?.kind))
        return answer
    }

    private func change(_ operation: Route.Operation, _ incident: Incident?) -> Answer {
        if case .partialAdd(let refused) = incident { team.refusedInvitations = refused }
        defer { team.refusedInvitations = [] }
        let answer = Answer.of(operation, on: &team)
        return incident == .jobError && answer.status == 200 ? .routeError(RouteFault("internal_error")) : answer
    }

    /// Reads the team as it was. Listings under way belong to the present.
    private func look(_ past: SimulatedTeam, _ operation: Route.Operation) -> Answer {
        var past = past
        past.now = team.now
        past.cursors = team.cursors
        defer { team.cursors = past.cursors }
        return Answer.of(operation, on: &past)
    }

    func record(_ call: RecordedCall) {
        log.append(call)
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
