@testable import roster

/// A terminal at which, instead of an answer, Ctrl-C is typed.
final class InterruptedConsole: Console {
    let isInputTerminal = true
    let isOutputTerminal = true
    let isErrorTerminal = true
    let width = 100
    /// The signals of the terminal.
    let signals: AsyncStream<Void>
    private let interrupt: AsyncStream<Void>.Continuation
    private let recorder = FakeConsole(answers: nil)

    init() {
        (signals, interrupt) = AsyncStream.makeStream(of: Void.self)
    }

    var error: String { recorder.error }

    func writeOutput(_ text: String) { recorder.writeOutput(text) }
    func writeError(_ text: String) { recorder.writeError(text) }

    func readLine() async -> String? {
        interrupt.yield()
        try? await waitForCancellation()
        return nil
    }
}
