import Synchronization
import Testing

@testable import DropboxAPI

/// The limiter alone: pauses add up to the latest moment, and afterwards calls go out a few at a time.
@Suite struct RateLimiterTests {
    /// Takes a ticket, records an issue when there is none.
    private func enter(_ limiter: RateLimiter, atMost limit: Duration = .seconds(50)) async throws -> CallWindow.Ticket?
    {
        switch try await limiter.enter(atMost: limit) {
        case .granted(let ticket): return ticket
        case .tooLong, .givenUp:
            Issue.record("the call was not admitted")
            return nil
        }
    }

    /// A limiter on which pauses of so many seconds were asked for by calls under way together.
    private func limiter(_ time: FakeTime, pauses: [Int]) async throws -> RateLimiter {
        let limiter = RateLimiter(time: time.keeper())
        var tickets: [CallWindow.Ticket] = []
        for _ in pauses { tickets += [try await enter(limiter)].compactMap { $0 } }
        for (ticket, pause) in zip(tickets, pauses) { await limiter.leave(ticket, pausingFor: .seconds(pause)) }
        return limiter
    }

    @Test(arguments: [([50, 5], 50), ([5, 50], 50), ([1], 1), ([], 0)])
    func theLongestPauseCounts(pauses: [Int], seconds: Int) async throws {
        let time = FakeTime()
        let limiter = try await limiter(time, pauses: pauses)
        for _ in 1...2 {
            _ = try await enter(limiter)
            #expect(time.now == .seconds(seconds))
        }
    }

    @Test func aPauseBeyondTheLimitIsToldAndNotWaitedFor() async throws {
        let time = FakeTime()
        let limiter = try await limiter(time, pauses: [51])
        guard case .tooLong(.seconds(51)) = try await limiter.enter(atMost: .seconds(50)) else {
            Issue.record("the pause was waited for")
            return
        }
        #expect(time.sleeps.isEmpty)
    }

    @Test(arguments: [
        ([30], [true]), ([30, 30, 30], [true, false, false]), ([30, 5], [true, false]), ([5, 30], [true, true]),
    ])
    func aPauseIsToldOnce(pauses: [Int], isNews: [Bool]) async throws {
        let limiter = RateLimiter(time: FakeTime().keeper())
        var tickets: [CallWindow.Ticket] = []
        for _ in pauses { tickets += [try await enter(limiter)].compactMap { $0 } }
        var told: [Bool?] = []
        for (ticket, pause) in zip(tickets, pauses) {
            told.append(await limiter.leave(ticket, isRateLimited: true, pausingFor: .seconds(pause))?.isNews)
        }
        #expect(told == isNews)
    }

    @Test func whatIsToEndDoesNotWait() async throws {
        let time = FakeTime()
        let limiter = RateLimiter(time: time.keeper())
        await limiter.stopWaiting(forJobs: false)
        let ticket = try #require(try await enter(limiter))
        await limiter.leave(ticket, isRateLimited: true, pausingFor: .seconds(30))
        guard case .givenUp = try await limiter.enter(atMost: .seconds(50)) else {
            Issue.record("the pause was waited for")
            return
        }
        #expect(time.sleeps.isEmpty)
    }

    @Test func aWaitUnderWayEndsSoonAfterItIsGivenUp() async throws {
        let time = FakeTime()
        let waiting = Mutex<RateLimiter?>(nil)
        var keeper = time.keeper()
        keeper.sleep = { [sleep = keeper.sleep] duration in
            try await sleep(duration)
            if time.now > .seconds(2) { await waiting.withLock { $0 }?.stopWaiting(forJobs: false) }
        }
        let limiter = RateLimiter(time: keeper)
        waiting.withLock { $0 = limiter }
        await limiter.leave(try #require(try await enter(limiter)), pausingFor: .seconds(30))
        guard case .givenUp = try await limiter.enter(atMost: .seconds(50)) else {
            Issue.record("the wait went on")
            return
        }
        #expect(time.now == .seconds(3))
    }

    /// Twelve calls, of which the first four are rejected together: afterwards two at a time, whatever waits.
    @Test func afterAPauseTheWaitingCallsDoNotAllGoOut() async throws {
        let time = FakeTime()
        let limiter = RateLimiter(time: time.keeper())
        var rejected: [CallWindow.Ticket] = []
        for _ in 0..<4 { rejected += [try await enter(limiter)].compactMap { $0 } }
        for ticket in rejected { await limiter.leave(ticket, isRateLimited: true, pausingFor: .seconds(1)) }
        let load = Load()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<12 {
                group.addTask {
                    guard let ticket = try await enter(limiter) else { return }
                    load.begin()
                    for _ in 0..<20 { await Task.yield() }
                    load.end()
                    await limiter.leave(ticket)
                }
            }
            try await group.waitForAll()
        }
        #expect(load.count == 12)
        #expect(load.greatest == 2)
    }

    @Test func whatQueuesIsGivenUpToo() async throws {
        let limiter = RateLimiter(time: FakeTime().keeper())
        await limiter.leave(try #require(try await enter(limiter)), isRateLimited: true, pausingFor: .seconds(1))
        let only = try await enter(limiter)
        #expect(only != nil)
        let isGivenUp = try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                if case .givenUp = try await limiter.enter(atMost: .seconds(50)) { true } else { false }
            }
            group.addTask {
                for _ in 0..<20 { await Task.yield() }
                await limiter.stopWaiting(forJobs: false)
                return true
            }
            return try await group.reduce(into: true) { $0 = $0 && $1 }
        }
        #expect(isGivenUp)
    }

    @Test func aCancelledCallLeavesItsPlaceToTheNext() async throws {
        let limiter = RateLimiter(time: FakeTime().keeper())
        await limiter.leave(try #require(try await enter(limiter)), isRateLimited: true, pausingFor: .seconds(1))
        let only = try #require(try await enter(limiter))
        await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { _ = try await limiter.enter(atMost: .seconds(50)) }
            for _ in 0..<20 { await Task.yield() }
            group.cancelAll()
            await limiter.leave(only)
            await #expect(throws: CancellationError.self) { try await group.next() }
        }
        #expect(try await enter(limiter) != nil)
    }
}

/// How many were at it at the same time.
private final class Load: Sendable {
    private let state = Mutex((now: 0, greatest: 0, count: 0))

    var greatest: Int { state.withLock { $0.greatest } }
    var count: Int { state.withLock { $0.count } }

    func begin() {
        state.withLock {
            $0.now += 1
            $0.count += 1
            $0.greatest = max($0.greatest, $0.now)
        }
    }

    func end() { state.withLock { $0.now -= 1 } }
}
