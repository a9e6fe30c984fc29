import Synchronization

@testable import roster

/// A console that records what is written and types what the test says.
final class FakeConsole: Console {
    private struct State {
        var output = ""
        var error = ""
        var answers: [String]
        var secretsAsked = 0
    }

    let isInputTerminal: Bool
    let isOutputTerminal: Bool
    let isErrorTerminal: Bool
    let isErrorOverwritable: Bool
    let width = 100
    private let state: Mutex<State>
    /// What standard input holds.
    let input: [UInt8]
    private let whileAsked: @Sendable () async -> Void

    /// - Parameters:
    ///   - answers: the lines that a person types; afterwards the input is at its end. `nil`: nobody is there.
    ///   - input: what standard input holds, for commands that read all of it.
    ///   - isOutputTerminal: whether stdout is a terminal; by default if somebody is there.
    ///   - isErrorOverwritable: whether the terminal can write over a line.
    ///   - whileAsked: what happens while the person thinks about an answer.
    init(
        answers: [String]?,
        input: [UInt8] = [],
        isOutputTerminal: Bool? = nil,
        isErrorOverwritable: Bool = true,
        whileAsked: @escaping @Sendable () async -> Void = {}
    ) {
        self.whileAsked = whileAsked
        self.input = input
        isInputTerminal = answers != nil
        isErrorTerminal = answers != nil
        self.isErrorOverwritable = answers != nil && isErrorOverwritable
        self.isOutputTerminal = isOutputTerminal ?? (answers != nil)
        state = Mutex(State(answers: answers ?? []))
    }

    var output: String { state.withLock { $0.output } }
    var error: String { state.withLock { $0.error } }
    /// How many of the answers were not asked for.
    var answersLeft: Int { state.withLock { $0.answers.count } }

    /// How many of the answers were asked for as secrets.
    var secretsAsked: Int { state.withLock { $0.secretsAsked } }

    func writeOutput(_ text: String) { state.withLock { $0.output += text } }
    func writeErrorInFull(_ text: String) { writeError(text) }
    func writeError(_ text: String) { state.withLock { $0.error += text } }
    func readInput(_ take: (ArraySlice<UInt8>) -> Void) { take(input[...]) }
    func readLine() async -> String? {
        await whileAsked()
        return state.withLock { $0.answers.isEmpty ? nil : $0.answers.removeFirst() }
    }

    func readSecretLine() async -> String? {
        state.withLock { $0.secretsAsked += 1 }
        return await readLine()
    }
}
