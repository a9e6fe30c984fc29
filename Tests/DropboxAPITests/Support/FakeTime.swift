import DropboxAPI
import Synchronization

/// A clock that moves only when somebody sleeps.
final class FakeTime: Sendable {
    private struct State {
        var now = Duration.zero
        var sleeps: [Duration] = []
    }

    private let state = Mutex(State())

    var now: Duration { state.withLock { $0.now } }
    var sleeps: [Duration] { state.withLock { $0.sleeps } }

    func advance(by duration: Duration) { state.withLock { $0.now += duration } }

    func keeper(jitter: Double = 0) -> Timekeeper {
        Timekeeper(
            now: { self.now },
            sleep: { duration in
                try Task.checkCancellation()
                self.state.withLock {
                    $0.sleeps.append(duration)
                    $0.now += duration
                }
            },
            jitter: { jitter }
        )
    }
}
