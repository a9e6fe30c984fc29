import DropboxSimulator
import TeamPlanning
import Testing

@testable import SimulatedTeamSupport
@testable import TestSupport

/// Random teams under each fault and under all of them: the end is that of an apply without faults, reached without doing
/// anything twice, and every outcome says the truth.
@Suite struct FaultSuite {
    @Test(arguments: FaultRuns.scenarios)
    func anApplyEndsWhereItEndsWithoutFaults(_ scenario: Scenario) async throws {
        let start = scenario.teamSeed
        let calm = try await Rehearsal(scenario)
        let isSettled = calm.isSettled
        try #require(isSettled, "\(scenario.testDescription) without faults")
        #expect(calm.lies == [], "\(scenario.testDescription) without faults")
        let effects = EffectCount(calm.calls, end: calm.end, start: start)
        for (number, mix) in FaultMix.all.enumerated() {
            let name: Comment = "\(scenario.testDescription), \(mix.testDescription)"
            let run = try await Rehearsal(scenario, mix, faultSeed: scenario.seed &* 100 + number)
            let isSettled = run.isSettled
            #expect(isSettled, name)
            #expect(run.lies == [], name)
            #expect(TeamPicture(run.end).differences(from: TeamPicture(calm.end)) == [], name)
            #expect(EffectCount(run.calls, end: run.end, start: start).differences(from: effects) == [], name)
        }
    }

    /// A suite whose faults never strike would pass too.
    @Test(arguments: FaultMix.all)
    func everyFaultStrikes(_ mix: FaultMix) async throws {
        // What hits all calls alike is not noted with any of them.
        let expected = Set(try mix.faults().map(\.kind)).subtracting([.slow, .async])
        var struck: Set<FaultKind> = []
        for scenario in FaultRuns.crowded where struck != expected {
            let run = try await Rehearsal(scenario, mix, faultSeed: scenario.seed)
            struck.formUnion(run.calls.compactMap(\.fault))
        }
        #expect(struck == expected)
    }
}
