import Synchronization

@testable import roster

/// A terminal at which somebody opens the address that is printed, and types what comes of it.
final class BrowsingConsole: Console {
    private struct State {
        var output = ""
        var error = ""
        var secretsAsked = 0
    }

    let isInputTerminal: Bool
    let isOutputTerminal: Bool
    let isErrorTerminal = true
    let width = 100
    /// The addresses of authorisation pages, as they are printed.
    let addresses: AsyncStream<String>
    private let seen: AsyncStream<String>.Continuation
    private let type: @Sendable (_ address: String) async -> String?
    private let state = Mutex(State())

    /// - Parameter type: what is typed, given the address that was printed last; by default nobody can type.
    init(
        isInputTerminal: Bool = true,
        isOutputTerminal: Bool = true,
        type: @escaping @Sendable (_ address: String) async -> String? = { _ in nil }
    ) {
        self.isInputTerminal = isInputTerminal
        self.isOutputTerminal = isOutputTerminal
        self.type = type
        (addresses, seen) = AsyncStream.makeStream()
    }

    var output: String { state.withLock { $0.output } }
    var error: String { state.withLock { $0.error } }
    /// How often something was asked for that is not shown.
    var secretsAsked: Int { state.withLock { $0.secretsAsked } }
    /// The address that was printed last.
    var address: String? {
        error.matches(of: /https?:\/\/\S+\/oauth2\/authorize\?\S+/).last.map { String($0.output) }
    }

    func writeOutput(_ text: String) { state.withLock { $0.output += text } }

    func writeErrorInFull(_ text: String) { writeError(text) }
    func writeError(_ text: String) {
        state.withLock { $0.error += text }
        if text.contains("/oauth2/authorize?"), let address { seen.yield(address) }
    }

    func readLine() async -> String? { nil }

    func readInput(_ take: (ArraySlice<UInt8>) -> Void) {}

    func readSecretLine() async -> String? {
        state.withLock { $0.secretsAsked += 1 }
        return await type(address ?? "")
    }
}
