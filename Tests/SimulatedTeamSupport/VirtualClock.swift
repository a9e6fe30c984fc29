import DropboxAPI
import FoundationEssentials
import Synchronization

@testable import TestSupport

/// A clock that moves only when somebody sleeps: one for the client and the simulator together.
final class VirtualClock: Sendable {
    private let elapsed = Mutex(Duration.zero)

    /// Lets time pass at once.
    func sleep(_ pause: Duration) async throws {
        try Task.checkCancellation()
        elapsed.withLock { $0 += pause }
        await Task.yield()
    }

    /// The time as a date; it starts at the time of every plan.
    var date: Date {
        let start = Date(timeIntervalSince1970: Double(Scenario.now))
        return start.addingTimeInterval(elapsed.withLock { $0 } / .seconds(1))
    }

    /// The clock as the client wants it.
    var timekeeper: Timekeeper {
        Timekeeper(
            now: { self.elapsed.withLock { $0 } },
            sleep: { try await self.sleep($0) },
            jitter: { 0 }
        )
    }
}
