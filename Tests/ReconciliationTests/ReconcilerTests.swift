import TeamPlanning
import TestSupport
import Testing

@testable import Reconciliation

@Suite struct ReconcilerTests {
    private let changes: [Change] = [
        .createUser("jane@example.com"),
        .createGroup("Accounting"),
        .members(
            "Accounting",
            MembershipChange(
                group: .created(by: ChangeID("group.create:Accounting")),
                add: [.created("jane@example.com"), .existing("dbmid:admin")]
            ),
            needs: ["user.create:jane@example.com", "group.create:Accounting"]
        ),
    ]

    @Test func aPlanIsCarriedOut() async throws {
        let team = InMemoryTeam(.small())
        let result = try await ApplyRig(team).apply(changes)
        #expect(result.outcomes.map(\.change.id) == changes.map(\.id))
        #expect(result.outcomes.allSatisfy { $0.status == .applied })
        #expect(!result.hasFailures && !result.wasInterrupted && result.hasConverged)
        let live = await team.liveState()
        #expect(live.groups.map(\.name) == ["Accounting"])
        #expect(live.groups.first?.members.count == 2)
        #expect(live.members.map(\.email) == ["admin@example.com", "jane@example.com"])
    }

    @Test func anEmptyPlanCallsNothing() async throws {
        let team = InMemoryTeam(.small())
        let result = try await ApplyRig(team).apply([])
        #expect(result.outcomes.isEmpty)
        #expect(result.hasConverged)
        #expect(await team.calls.isEmpty)
    }

    @Test func refusalsBecomeOutcomes() async throws {
        let team = InMemoryTeam(.small(seats: 1))
        let result = try await ApplyRig(team, remaining: [changes[0]]).apply(changes)
        #expect(result.outcomes.map(\.status) == [.failed, .applied, .failed])
        #expect(result.outcomes[0].error == "team_license_limit")
        #expect(result.outcomes[0].requestID == "refused")
        #expect(result.hasFailures && !result.hasConverged)
    }

    @Test(arguments: [1, 4])
    func callsRunSideBySideUpToTheLimit(_ concurrency: Int) async throws {
        let barrier = Barrier(concurrency)
        let team = InMemoryTeam(.small()) { _ throws(GatewayError) in await barrier.arrive() }
        let changes = (0..<8).map { Change.createGroup("G\($0)") }
        let result = try await ApplyRig(team, concurrency: concurrency).apply(changes)
        #expect(result.outcomes.allSatisfy { $0.status == .applied })
        #expect(await team.greatestConcurrency == concurrency)
    }

    @Test func aStopLetsWhatIsUnderWayFinish() async throws {
        let (stop, signal) = AsyncStream.makeStream(of: Void.self)
        let rig = ApplyRig(
            InMemoryTeam(.small()) { _ throws(GatewayError) in signal.yield() },
            concurrency: 1
        )
        let result = try await rig.apply((0..<200).map { .createGroup("G\($0)") }, stop: stop)
        #expect(result.wasInterrupted)
        #expect(result.remaining == nil)
        #expect(await rig.team.stopsOfWaiting.first == false, "jobs under way are waited for")
        #expect(result.outcomes.first?.status == .applied)
        #expect(result.outcomes.last?.status == .skipped)
        #expect(result.outcomes.last?.error == "the apply was stopped")
        #expect(result.outcomes.count == 200)
        #expect(await rig.team.liveState().groups.count == result.outcomes.count { $0.status == .applied })
    }

    @Test func aCancelledTaskStopsTheApply() async throws {
        let arrived = AsyncStream.makeStream(of: Void.self)
        let team = InMemoryTeam(.small()) { _ throws(GatewayError) in
            arrived.continuation.yield()
            do { try await ContinuousClock().sleep(for: .seconds(3600)) } catch {
                throw GatewayError(.outcomeUnknown, "called off")
            }
        }
        let rig = ApplyRig(team, concurrency: 1)
        let changes = (0..<3).map { Change.createGroup("G\($0)") }
        let result = try await withThrowingTaskGroup(of: ApplyResult.self) { group in
            group.addTask { try await rig.apply(changes) }
            for await _ in arrived.stream { break }
            group.cancelAll()
            return try await group.next()
        }
        #expect(result?.wasInterrupted == true)
        #expect(result?.outcomes.map(\.status) == [.failed, .skipped, .skipped])
        #expect(await team.calls.count == 1)
    }

    @Test func progressIsToldInOrder() async throws {
        let rig = ApplyRig(InMemoryTeam(.small()))
        _ = try await rig.apply(changes)
        #expect(
            await rig.progress.lines == [
                "0 of 3", "begin user.create:jane@example.com", "1 of 3 user.create:jane@example.com applied",
                "begin group.create:Accounting", "2 of 3 group.create:Accounting applied",
                "begin group.members:Accounting", "3 of 3 group.members:Accounting applied", "verify 1",
            ]
        )
    }
}
