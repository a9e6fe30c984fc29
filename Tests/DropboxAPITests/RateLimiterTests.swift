import Synchronization
import Testing

@testable import DropboxAPI

/// The limiter alone: pauses add up to the latest moment.
@Suite struct RateLimiterTests {
    @Test(arguments: [([50, 5], 50), ([5, 50], 50), ([1], 1), ([], 0)])
    func theLongestPauseCounts(pauses: [Int], seconds: Int) async throws {
        let time = FakeTime()
        let limiter = RateLimiter(time: time.keeper())
        for pause in pauses { await limiter.pause(for: .seconds(pause)) }
        for _ in 1...2 {
            #expect(try await limiter.waitForTurn(atMost: .seconds(50)) == nil)
            #expect(time.now == .seconds(seconds))
        }
    }

    @Test func aPauseBeyondTheLimitIsToldAndNotWaitedFor() async throws {
        let time = FakeTime()
        let limiter = RateLimiter(time: time.keeper())
        await limiter.pause(for: .seconds(51))
        #expect(try await limiter.waitForTurn(atMost: .seconds(50)) == .seconds(51))
        #expect(time.sleeps.isEmpty)
    }

    @Test func whatIsToEndDoesNotWait() async throws {
        let time = FakeTime()
        let limiter = RateLimiter(time: time.keeper())
        await limiter.stopWaiting()
        #expect(try await limiter.waitForTurn(atMost: .seconds(50)) == nil)
        await limiter.pause(for: .seconds(30))
        #expect(try await limiter.waitForTurn(atMost: .seconds(50)) == .seconds(30))
        #expect(time.sleeps.isEmpty)
    }

    @Test func aWaitUnderWayEndsSoonAfterItIsGivenUp() async throws {
        let time = FakeTime()
        let waiting = Mutex<RateLimiter?>(nil)
        var keeper = time.keeper()
        keeper.sleep = { [sleep = keeper.sleep] duration in
            try await sleep(duration)
            if time.now > .seconds(2) { await waiting.withLock { $0 }?.stopWaiting() }
        }
        let limiter = RateLimiter(time: keeper)
        waiting.withLock { $0 = limiter }
        await limiter.pause(for: .seconds(30))
        #expect(try await limiter.waitForTurn(atMost: .seconds(50)) == .seconds(27))
    }
}
