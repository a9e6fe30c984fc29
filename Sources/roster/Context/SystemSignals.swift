import Dispatch
import Foundation
import Synchronization

/// `SIGINT` and `SIGTERM` of the process. Whoever listens is told; when nobody listens, they end the process.
///
/// The system's sources are made once and kept: making and removing them around each piece of work would lose signals.
final class SystemSignals: Sendable {
    /// Dispatch's sources may be used from any thread, but are not declared so.
    private struct Source: @unchecked Sendable {
        let source: any DispatchSourceSignal
    }

    private typealias Listener = AsyncStream<Void>.Continuation

    private let sources = Mutex<[Source]>([])
    private let listeners = Mutex<[Int: Listener]>([:])
    private let nextListener = Atomic(0)

    /// Takes the signals over; returns once none can be lost any more.
    func install() async {
        for number in [SIGINT, SIGTERM] {
            await withCheckedContinuation { installed in
                let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
                source.setEventHandler { self.take() }
                source.setRegistrationHandler {
                    #if canImport(Darwin)
                        // Elsewhere Dispatch does this itself.
                        signal(number, SIG_IGN)
                    #endif
                    installed.resume()
                }
                source.resume()
                let kept = Source(source: source)
                sources.withLock { $0.append(kept) }
            }
        }
    }

    /// Yields for every signal until the stream ends.
    func stream() -> AsyncStream<Void> {
        AsyncStream { continuation in
            let id = nextListener.add(1, ordering: .relaxed).newValue
            listeners.withLock { $0[id] = continuation }
            continuation.onTermination = { _ in
                self.listeners.withLock { _ = $0.removeValue(forKey: id) }
            }
        }
    }

    private func take() {
        let current = listeners.withLock { Array($0.values) }
        guard !current.isEmpty else { exit(CommandStatus.interrupted.rawValue) }
        for listener in current { listener.yield() }
    }
}
