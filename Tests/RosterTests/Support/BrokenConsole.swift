@testable import roster

/// A console whose streams take nothing: a full disk, or a reader that has gone.
final class BrokenConsole: Console {
    let isInputTerminal = false
    let isOutputTerminal = false
    let isErrorTerminal = false
    let width = 100
    private let number: Int32
    private let isErrorBroken: Bool
    private let recorder = FakeConsole(answers: nil)

    var error: String { recorder.error }

    /// - Parameters:
    ///   - number: the system's error number.
    ///   - isErrorBroken: whether stderr is the broken one, rather than stdout.
    init(_ number: Int32, isErrorBroken: Bool = false) {
        self.number = number
        self.isErrorBroken = isErrorBroken
    }

    func writeOutput(_ text: String) throws(OutputError) {
        guard isErrorBroken else { throw OutputError(stream: .output, number: number) }
    }

    func writeError(_ text: String) { recorder.writeError(text) }

    func writeErrorInFull(_ text: String) throws(OutputError) {
        if isErrorBroken { throw OutputError(stream: .error, number: number) }
        recorder.writeError(text)
    }

    func readLine() async -> String? { nil }
    func readSecretLine() async -> String? { nil }
    func readInput(_ take: (ArraySlice<UInt8>) -> Void) {}
}
