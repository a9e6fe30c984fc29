import Dispatch
import Foundation

/// `SIGINT` and `SIGTERM` as a stream.
enum Signals {
    /// Takes the two signals over until the stream ends; then they kill the process again, as by default.
    static func stream() -> AsyncStream<Void> {
        AsyncStream(bufferingPolicy: .unbounded) { continuation in
            let sources = [SIGINT, SIGTERM].map { number in
                signal(number, SIG_IGN)
                let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
                source.setEventHandler { continuation.yield() }
                source.resume()
                return Unchecked(source: source)
            }
            continuation.onTermination = { _ in
                for source in sources { source.source.cancel() }
                for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
            }
        }
    }

    /// Dispatch sources are thread-safe, but are not declared so.
    private struct Unchecked: @unchecked Sendable {
        let source: any DispatchSourceSignal
    }
}
