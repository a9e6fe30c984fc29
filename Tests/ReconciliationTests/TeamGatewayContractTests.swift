import TeamPlanning
import TestSupport
import Testing

@Suite struct TeamGatewayContractTests {
    @Test(arguments: TeamGatewayContract.all.indices)
    func aTeamInMemoryKeepsTheContract(_ index: Int) async throws {
        let check = TeamGatewayContract.all[index]
        let team = InMemoryTeam(TeamGatewayContract.start)
        await #expect(throws: Never.self, "\(check.name)") {
            try await check.run(on: team) { await team.liveState() }
        }
        #expect(await !team.calls.isEmpty)
    }

    @Test func aTeamInMemoryTellsItsStateBack() async {
        #expect(await InMemoryTeam(TeamGatewayContract.start).liveState() == TeamGatewayContract.start)
    }
}
