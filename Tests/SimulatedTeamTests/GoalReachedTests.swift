import DropboxProvider
import Reconciliation
import TeamPlanning
import TestSupport
import Testing

@testable import SimulatedTeamSupport

/// Somebody else was faster: what is as wanted already counts as done, and nothing else is touched.
@Suite struct GoalReachedTests {
    typealias People = TeamGatewayContract.People

    struct Goal: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let reach: @Sendable (DropboxTeamGateway) async throws -> Void

        init(_ name: String, _ reach: @escaping @Sendable (DropboxTeamGateway) async throws -> Void) {
            testDescription = name
            self.reach = reach
        }
    }

    private static let crew = TeamGatewayContract.crew

    private static func members(_ ids: MemberID...) -> [GroupMember] {
        ids.map { GroupMember(id: $0, access: .member) }
    }

    static let goals = [
        Goal("a member is recovered") { _ = try await $0.recoverUser(People.dee) },
        Goal("a member is suspended") { _ = try await $0.suspendUser(People.ann, wipeData: false) },
        Goal("a member is unsuspended") { _ = try await $0.unsuspendUser(People.bob) },
        Goal("a member is removed") { _ = try await $0.removeUser(People.ann, RemovalOptions()) },
        Goal("a group is deleted") { _ = try await $0.deleteGroup(crew) },
        Goal("a group is created") {
            _ = try await $0.createGroup(NewGroup(name: "New", externalID: "ext-new", management: .companyManaged))
        },
        Goal("people are invited") {
            var new = NewUser(email: "new@example.com", sendWelcomeEmail: false)
            new.givenName = "New"
            _ = try await $0.createUsers([new])[0].get()
        },
        Goal("people are added") { _ = try await $0.addMembers(members(People.bob, People.cy), to: crew) },
        Goal("people are taken out") { _ = try await $0.removeMembers([People.ann], from: crew) },
    ]

    @Test(arguments: goals)
    func whatIsSoAlreadyIsDone(_ goal: Goal) async throws {
        try await SimulatedTeam.with { client in
            let gateway = DropboxTeamGateway(client: client)
            let reader = LiveStateReader(client: client)
            try await goal.reach(gateway)
            let first = try await reader.read(needsRoles: true) { _ in true }
            try await goal.reach(gateway)
            #expect(try await reader.read(needsRoles: true) { _ in true } == first)
        }
    }

    @Test func theOthersOfABatchAreDone() async throws {
        try await SimulatedTeam.with { client in
            let gateway = DropboxTeamGateway(client: client)
            _ = try await gateway.addMembers(Self.members(People.ann, People.bob, People.cy), to: Self.crew)
            var live = try await LiveStateReader(client: client).read(needsRoles: false) { _ in true }
            #expect(live.groups.first { $0.id == Self.crew }?.members.count == 3)
            _ = try await gateway.removeMembers([People.bob, People.admin, People.cy], from: Self.crew)
            live = try await LiveStateReader(client: client).read(needsRoles: false) { _ in true }
            #expect(live.groups.first { $0.id == Self.crew }?.members.count == 1)
        }
    }

    @Test func somebodyElseIsNotAdopted() async throws {
        try await SimulatedTeam.with { client in
            let gateway = DropboxTeamGateway(client: client)
            var bob = NewUser(email: "bob@example.com", sendWelcomeEmail: false)
            bob.externalID = "ext-bob"
            let suspended = NewUser(email: "BOB@example.com", sendWelcomeEmail: false)
            for user in [bob, suspended] {
                guard case .failure(let error)? = try await gateway.createUsers([user]).first else {
                    Issue.record("the person was adopted")
                    continue
                }
                #expect(error.code == .rejected)
                #expect(error.message.hasSuffix("Dropbox shows a member who is suspended, with no external ID"))
            }
            let rival = NewGroup(name: "Crew", externalID: "ext-other", management: .companyManaged)
            let error = await #expect(throws: GatewayError.self) { try await gateway.createGroup(rival) }
            #expect(error?.code == .rejected)
            #expect(error?.message.contains("g:crew “Crew”, company_managed, with the external ID ext-crew") == true)
        }
    }
}
