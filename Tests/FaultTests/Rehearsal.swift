import DropboxSimulator
import Reconciliation
import TeamPlanning

@testable import SimulatedTeamSupport
@testable import TestSupport

/// One scenario, applied again and again under faults until nothing is left to do, as a pipeline would.
struct Rehearsal {
    /// The team at the end.
    private(set) var end: TeamSeed
    /// Every call that arrived.
    private(set) var calls: [RecordedCall] = []
    /// Outcomes that said what was not so.
    private(set) var lies: [String] = []
    /// Whether nothing was left to do, or nothing that a gate lets pass.
    private(set) var isSettled = false

    private static let mostRuns = 12
    private static let pauseBetweenRuns = Duration.seconds(5)

    /// Runs the scenario. What could not be read or done is tried again in the next run.
    init(_ scenario: Scenario, _ mix: FaultMix? = nil, faultSeed: Int = 0) async throws {
        let faults = try mix?.faults() ?? []
        self = try await SimulatedTeam.running(scenario.teamSeed, faults: faults, faultSeed: faultSeed) { team in
            var rehearsal = Rehearsal(end: scenario.teamSeed)
            for _ in 1...Self.mostRuns where !rehearsal.isSettled {
                try await team.clock.sleep(Self.pauseBetweenRuns)
                guard let plan = try? await scenario.plan(reading: team.client) else { continue }
                rehearsal.isSettled = plan.changes.isEmpty || !plan.canBeApplied
                guard !rehearsal.isSettled else { break }
                let result = try await scenario.apply(plan, to: team, verifications: 2)
                rehearsal.lies += try await Self.lies(in: result, scenario, team.store.seed())
            }
            rehearsal.end = await team.store.seed()
            rehearsal.calls = await team.store.calls()
            return rehearsal
        }
    }

    private init(end: TeamSeed) {
        self.end = end
    }

    /// What the outcomes say, held against what a plan of the true team still wants.
    private static func lies(in result: ApplyResult, _ scenario: Scenario, _ truth: TeamSeed) async throws -> [String] {
        let rest = try await SimulatedTeam.running(truth) { try await scenario.plan(reading: $0.client) }
        let open = Set(rest.changes.map(\.id))
        return result.outcomes.compactMap { outcome in
            let isOpen = open.contains(outcome.change.id)
            let why = outcome.error.map { " (\($0))" } ?? ""
            switch outcome.status {
            case .applied: return isOpen ? "applied, but still to do: \(outcome.change.id)" : nil
            case .failed, .skipped:
                let isUnknown = outcome.error?.contains("may or may not") == true
                return isOpen || isUnknown ? nil : "\(outcome.status), but done: \(outcome.change.id)\(why)"
            case .unfinished: return nil
            }
        }
    }
}
