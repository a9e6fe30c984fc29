import Reconciliation
import TestSupport
import Testing

@testable import TeamPlanning

/// Planner and engine together: what is planned, applied and planned again leaves nothing to do.
@Suite struct ConvergenceTests {
    private let place = SourceLocation(file: "m.json", line: 1, column: 1)

    private func user(_ email: String, _ change: (inout DesiredUser) -> Void = { _ in }) -> DesiredUser {
        var user = DesiredUser(email: Located(email, at: place), location: place)
        user.status = .active
        change(&user)
        return user
    }

    private func group(_ name: String, _ members: [String]) -> DesiredGroup {
        var group = DesiredGroup(name: Located(name, at: place), location: place)
        group.members = NameList(members.map { Located($0, at: place) })
        return group
    }

    private func plan(_ manifests: Manifests, _ live: LiveState) -> Plan {
        let digest = Digest(sha256: { bytes in [UInt8](repeating: bytes.reduce(0) { $0 &* 31 &+ $1 }, count: 32) })
        return Plan(manifests: manifests, live: live, options: PlanOptions(now: 1_800_000_000), digest: digest)
    }

    /// People come, go, come back and swap groups; 45 are new.
    private var manifests: Manifests {
        var manifests = Manifests()
        manifests.users = [
            user("admin@example.com") { $0.role = Located("team_admin", at: place) },
            user("ann@example.com") { $0.status = .suspended },
            user("bob@example.com") { $0.surname = "Builder" },
            user("dee@example.com") { $0.givenName = "Dee" },
        ]
        manifests.users += (0..<45).map { user("new\($0)@example.com") }
        manifests.groups = [
            group("Crew", ["bob@example.com", "dee@example.com"]),
            group("New", (0..<45).map { "new\($0)@example.com" } + ["ann@example.com"]),
        ]
        return manifests
    }

    private var live: LiveState {
        var live = TeamGatewayContract.start
        live.team.licensedSeats = 100
        return live
    }

    @Test(arguments: [1, 2, 8])
    func theSecondPlanIsEmpty(_ concurrency: Int) async throws {
        let team = InMemoryTeam(live)
        await team.remember([TeamGatewayContract.crew: .member], of: TeamGatewayContract.People.dee)
        let manifests = manifests
        let rig = ApplyRig(team, concurrency: concurrency) { plan(manifests, await team.liveState()) }
        let first = plan(manifests, live)
        #expect(first.changes.count > 45)
        let result = try await rig.apply(first)
        #expect(result.outcomes.filter { $0.status != .applied }.map(\.error) == [])
        #expect(result.remaining?.changes.map(\.id) == [])
        #expect(result.hasConverged)
        #expect(await team.calls.count { if case .createUsers = $0 { true } else { false } } == 3)
    }

    /// Whatever call breaks down, applying once more finishes the work.
    @Test(arguments: 1...12)
    func aSecondApplyFinishesTheWork(_ broken: Int) async throws {
        let count = Counter()
        let team = InMemoryTeam(live) { _ throws(GatewayError) in
            if await count.increment() == broken { throw GatewayError(.outcomeUnknown, "the connection broke") }
        }
        let manifests = manifests
        let rig = ApplyRig(team) { plan(manifests, await team.liveState()) }
        let first = try await rig.apply(plan(manifests, live))
        #expect(!first.hasConverged)
        #expect(first.hasFailures)
        let second = try await rig.apply(plan(manifests, await team.liveState()))
        #expect(!second.hasFailures)
        #expect(second.hasConverged)
    }
}
