import DropboxProvider
import DropboxSimulator
import Reconciliation
import TeamPlanning
import TestSupport
import Testing

@testable import SimulatedTeamSupport

/// What is read just after a write may be what was before it.
@Suite struct StaleReadTests {
    @Test func theGroupsOfARecoveredMemberAreNotThoseOfARemovedOne() async throws {
        let dee = TeamGatewayContract.People.dee
        let crew = TeamGatewayContract.crew
        let seed = TeamSeed(TeamGatewayContract.start, formerGroups: [dee: [crew]])
        let faults = [try SimulatedFault("stale-read:2s")]
        let groups = try await SimulatedTeam.running(seed, faults: faults) { team in
            let gateway = DropboxTeamGateway(client: team.client)
            _ = try await gateway.recoverUser(dee)
            return try await gateway.groups(of: dee)
        }
        #expect(groups.contains(crew), "\(groups)")
    }

    @Test func aMemberWhoStaysRemovedHasNoGroupsToTell() async throws {
        let seed = TeamSeed(TeamGatewayContract.start)
        let error = try await SimulatedTeam.running(seed) { team in
            await #expect(throws: GatewayError.self) {
                try await DropboxTeamGateway(client: team.client).groups(of: TeamGatewayContract.People.dee)
            }
        }
        #expect(error?.code == .rejected)
    }
}
