import DropboxProvider
import DropboxSimulator
import Reporting
import TeamPlanning
import Testing

@testable import SimulatedTeamSupport
@testable import TestSupport

/// A plan from a snapshot is the plan from the team that was read for it.
@Suite struct SnapshotTests {
    private static func stored(_ live: LiveState) throws -> LiveState {
        let report = SnapshotReport(live, rosterVersion: "1", readAt: "2026-11-20T00:00:00Z")
        let snapshot = try Snapshot(try report.encoded(), file: "team.snapshot.json")
        #expect(snapshot.secondsSince1970 == Scenario.now)
        return snapshot.live
    }

    /// All that people and programs see of a plan.
    private static func report(_ plan: Plan) -> PlanReport {
        PlanReport(plan, rosterVersion: "1", createdAt: "2026-11-20T00:00:00Z")
    }

    @Test(arguments: Scenario.batches)
    func randomTeams(seeds: Range<Int>) throws {
        for seed in seeds {
            let scenario = Scenario(seed: seed)
            let offline = scenario.plan(against: try Self.stored(scenario.live))
            let plan = scenario.plan(against: scenario.live)
            #expect(offline.changes == plan.changes, "seed \(seed)")
            #expect(Self.report(offline) == Self.report(plan), "seed \(seed)")
            #expect(offline.returningMembers == plan.returningMembers, "seed \(seed)")
        }
    }

    /// The snapshot is read with all that any manifests could need, the plan with what these do.
    @Test(arguments: RandomTeamTests.scenarios)
    func simulatedTeams(_ scenario: Scenario) async throws {
        try await SimulatedTeam.running(scenario.teamSeed) { team in
            let plan = try await scenario.plan(reading: team.client)
            let everything = LiveReadNeeds.everything
            let live = try await LiveStateReader(client: team.client)
                .read(needsRoles: everything.roles, needsAccess: { everything.access(of: $0) })
            let offline = scenario.plan(against: try Self.stored(live))
            #expect(offline.changes == plan.changes)
            #expect(Self.report(offline) == Self.report(plan))
        }
    }

    @Test func theSameTeamInAnotherOrderGivesTheSameBytes() throws {
        for seed in 0..<200 {
            let scenario = Scenario(seed: seed)
            var random = scenario.random
            let shuffled = Scenario(shuffling: scenario, using: &random)
            let bytes = try [scenario.live, shuffled.live].map {
                try SnapshotReport($0, rosterVersion: "1", readAt: "2026-11-20T00:00:00Z").encoded()
            }
            #expect(bytes[0] == bytes[1], "seed \(seed)")
        }
    }
}
