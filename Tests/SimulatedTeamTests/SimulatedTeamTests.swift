import DropboxProvider
import TeamPlanning
import TestSupport
import Testing

@testable import SimulatedTeamSupport

/// The gateway and the reader over HTTP, against a Dropbox that shares no type with them.
@Suite struct SimulatedTeamTests {
    @Test(arguments: TeamGatewayContract.all.indices, [0, 2])
    func theGatewayKeepsTheContract(_ index: Int, _ pollsInProgress: Int) async throws {
        let check = TeamGatewayContract.all[index]
        try await SimulatedTeam.with(pollsInProgress: pollsInProgress) { client in
            let reader = LiveStateReader(client: client)
            await #expect(throws: Never.self, "\(check.name)") {
                try await check.run(on: DropboxTeamGateway(client: client)) {
                    try await reader.read(needsRoles: true) { $0.management == .userManaged }
                }
            }
        }
    }

    @Test(arguments: [1, 2, 1000])
    func theTeamIsReadAsItIs(_ pageSize: Int) async throws {
        try await SimulatedTeam.with { client in
            let reader = LiveStateReader(client: client, options: LiveReadOptions(pageSize: pageSize))
            let live = try await reader.read(needsRoles: true) { $0.management != .systemManaged }
            let start = TeamGatewayContract.start
            #expect(live.members.map(\.email) == start.members.map(\.email))
            #expect(live.members.map(\.status) == start.members.map(\.status))
            #expect(live.actingAdmin == start.actingAdmin)
            #expect(live.roles.compactMap(\.key).sorted() == ["support_admin", "team_admin", "user_management_admin"])
            let groups = live.groups.filter { $0.management != .systemManaged }
            #expect(groups == start.groups)
            #expect(live.groups.contains { $0.management == .systemManaged && $0.members.isEmpty })
        }
    }
}
