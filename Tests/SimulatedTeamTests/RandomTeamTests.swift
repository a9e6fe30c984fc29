import Reconciliation
import TeamPlanning
import Testing

@testable import SimulatedTeamSupport
@testable import TestSupport

/// Random teams and manifests, planned and applied over HTTP: what the plan says can be done, and then nothing is left.
@Suite struct RandomTeamTests {
    private static let mostApplies = 4

    static let scenarios = Array((0...).lazy.map { Scenario(seed: $0) }.filter(\.isApplicable).prefix(50))

    @Test(arguments: scenarios)
    func applyingOverHTTPConverges(_ scenario: Scenario) async throws {
        try await SimulatedTeam.running(scenario.teamSeed) { team in
            for _ in 1...Self.mostApplies {
                let plan = try await scenario.plan(reading: team.client)
                guard plan.canBeApplied, !plan.changes.isEmpty else { return }
                let outcomes = try await scenario.apply(plan, to: team).outcomes
                let failures = outcomes.filter { $0.status != .applied }
                #expect(failures.map { "\($0.change.id): \($0.error ?? "")" } == [])
            }
            let rest = try await scenario.plan(reading: team.client).changes
            #expect(rest.map(\.id) == [], "seed \(scenario.seed)")
        }
    }
}
