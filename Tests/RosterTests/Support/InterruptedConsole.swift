import Synchronization

@testable import roster

/// A terminal at which, instead of an answer, Ctrl-C is typed.
final class InterruptedConsole: Console {
    let isInputTerminal = true
    let isOutputTerminal = true
    let isErrorTerminal = true
    let width = 100
    private let listeners = Mutex<[AsyncStream<Void>.Continuation]>([])
    private let recorder = FakeConsole(answers: nil)

    var error: String { recorder.error }

    /// The signals of the terminal.
    func signals() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        listeners.withLock { $0.append(continuation) }
        return stream
    }

    func writeOutput(_ text: String) { recorder.writeOutput(text) }
    func writeErrorInFull(_ text: String) { writeError(text) }
    func writeError(_ text: String) { recorder.writeError(text) }

    func readInput(_ take: (ArraySlice<UInt8>) -> Void) {}
    func readSecretLine() async -> String? { await readLine() }

    func readLine() async -> String? {
        for listener in listeners.withLock({ $0 }) { listener.yield() }
        try? await waitForCancellation()
        return nil
    }
}
