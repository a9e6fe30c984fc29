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
}
