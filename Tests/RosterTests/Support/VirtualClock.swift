import Foundation
import Synchronization

/// A clock that moves only when somebody waits, so that nobody really does.
final class VirtualClock: Sendable {
    private let elapsed = Mutex(Duration.zero)

    /// The time since the start.
    var uptime: Duration { elapsed.withLock { $0 } }
    /// The time of day.
    var date: Date { testTime.addingTimeInterval(uptime / .seconds(1)) }

    /// Lets time pass.
    func advance(_ duration: Duration) { elapsed.withLock { $0 += duration } }
}
