import TeamPlanning
import TestSupport
import Testing

@testable import Reconciliation

/// An apply that ends before its time, by a signal or at its time limit.
@Suite struct StoppingTests {
    private let changes = (0..<50).map { Change.createGroup("G\($0)") }

    /// A limit that is reached when the gate opens.
    private func limit(_ gate: Barrier) -> TimeLimit {
        TimeLimit("30m") { await gate.arrive() }
    }

    @Test func atTheLimitWhatIsUnderWayFinishesAndTheRestIsSkipped() async throws {
        let limitReached = Barrier(2)
        let stopped = Barrier(2)
        let rig = ApplyRig(
            InMemoryTeam(.small()) { _ throws(GatewayError) in
                await limitReached.arrive()
                await stopped.arrive()
            },
            concurrency: 1,
            timeLimit: limit(limitReached),
            onStop: { await stopped.arrive() }
        )
        let result = try await rig.apply(changes)
        #expect(result.stopCause == .timeLimit("30m"))
        #expect(result.hasTimedOut && !result.wasInterrupted && result.hasFailures)
        #expect(result.remaining == nil)
        #expect(result.outcomes.map(\.status) == [.applied] + Array(repeating: .skipped, count: 49))
        #expect(result.outcomes.last?.error == "the time limit of 30m was reached")
        #expect(await rig.team.stopsOfWaiting == [true])
        #expect(await rig.progress.lines.contains("the time limit of 30m was reached, 1 under way"))
        #expect(await !rig.progress.lines.contains { $0.hasPrefix("verify") })
        #expect(await rig.journal.lines.last?.contains(#""timed_out":true"#) == true)
    }

    @Test func aJobThatStillRunsIsUnfinishedAndWhatWaitedIsSkipped() async throws {
        let limitReached = Barrier(3)
        let stopped = Barrier(3)
        let team = InMemoryTeam(.small()) { call throws(GatewayError) in
            await limitReached.arrive()
            await stopped.arrive()
            guard case .createGroup(let group) = call else { return }
            if group.name == "G0" { throw GatewayError(.unfinished, "the job is still running") }
            throw GatewayError(.notSent, "it waited for the rate limit")
        }
        let rig = ApplyRig(
            team,
            concurrency: 2,
            timeLimit: limit(limitReached),
            onStop: { await stopped.arrive() }
        )
        let result = try await rig.apply(changes)
        #expect(result.outcomes.map(\.status) == [.unfinished] + Array(repeating: .skipped, count: 49))
        #expect(result.outcomes[1].error == "the time limit of 30m was reached")
        #expect(await team.calls.count == 2)
    }

    @Test func aLimitThatIsNotReachedChangesNothing() async throws {
        let rig = ApplyRig(
            InMemoryTeam(.small()),
            timeLimit: TimeLimit("2h") { try await ContinuousClock().sleep(for: .seconds(7200)) }
        )
        let result = try await rig.apply(changes)
        #expect(result.stopCause == nil && result.hasConverged)
    }

    @Test func everySignalIsAnsweredAndTheFirstCauseStands() async throws {
        let (stop, signal) = AsyncStream.makeStream(of: Void.self)
        let told = Barrier(3)
        let rig = ApplyRig(
            InMemoryTeam(.small()) { _ throws(GatewayError) in
                signal.yield()
                signal.yield()
                await told.arrive()
            },
            concurrency: 1,
            onStop: { await told.count() }
        )
        let result = try await rig.apply(changes, stop: stop)
        #expect(result.stopCause == .interruption)
        #expect(await rig.progress.lines.count { $0 == "the apply was stopped, 1 under way" } == 2)
        #expect(result.outcomes.map(\.status) == [.applied] + Array(repeating: .skipped, count: 49))
        #expect(await rig.team.stopsOfWaiting == [false, true], "a second signal waits for no job either")
    }

    enum Ending: CaseIterable, Sendable {
        case signal, timeLimit, cancellation
    }

    /// What was done stays known, however the last read ends.
    @Test(arguments: Ending.allCases)
    func theLastReadCanBeStopped(_ ending: Ending) async throws {
        let (stop, signal) = AsyncStream.makeStream(of: Void.self)
        let (reading, isReading) = AsyncStream.makeStream(of: Void.self)
        let limitReached = Barrier(2)
        let timeLimit =
            ending == .timeLimit
            ? limit(limitReached) : TimeLimit("2h") { try await ContinuousClock().sleep(for: .seconds(7200)) }
        let rig = ApplyRig(InMemoryTeam(.small()), timeLimit: timeLimit) {
            isReading.yield()
            switch ending {
            case .signal: signal.yield()
            case .timeLimit: await limitReached.arrive()
            case .cancellation: break
            }
            try await ContinuousClock().sleep(for: .seconds(3600))
            return .of([])
        }
        let result = try await withThrowingTaskGroup(of: ApplyResult.self) { group in
            group.addTask { try await rig.apply(Array(changes.prefix(2)), stop: stop) }
            if ending == .cancellation {
                for await _ in reading { break }
                group.cancelAll()
            }
            return try await group.next()
        }
        #expect(result?.outcomes.map(\.status) == [.applied, .applied])
        #expect(result?.stopCause == (ending == .timeLimit ? .timeLimit("30m") : .interruption))
        #expect(result?.remaining == nil)
        #expect(await !rig.progress.lines.contains { $0.hasPrefix("not verified") })
    }
}
