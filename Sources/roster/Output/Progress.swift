import Reporting
import Synchronization

/// What is going on, on stderr: a bar and one line that is overwritten on a terminal, plain lines elsewhere.
final class Progress: Sendable {
    private struct State {
        var isLineOpen = false
        /// How much of the work is done, where that is known.
        var bar: (done: Int, total: Int)?
    }

    private static let clearLine = "\r\u{1B}[K"
    private let console: any Console
    private let state = Mutex(State())

    init(console: any Console) {
        self.console = console
    }

    /// Shows a step, one line of text that is safe to print. On a terminal it replaces the step before and keeps the bar.
    func show(_ step: String) {
        state.withLock { state in
            guard console.isErrorOverwritable else { return console.writeError(step + "\n") }
            let bar = state.bar.map { Self.bar(done: $0.done, of: $0.total) + " " } ?? ""
            console.writeError(Self.clearLine + (bar + step).prefix(columns: console.width - 1))
            state.isLineOpen = true
        }
    }

    /// Shows a step and how much of the work is done with it.
    func show(_ step: String, done: Int, of total: Int) {
        guard console.isErrorOverwritable else { return show("[\(done)/\(total)] \(step)") }
        move(to: done, of: total)
        show(step)
    }

    /// Moves the bar.
    func move(to done: Int, of total: Int) {
        state.withLock { $0.bar = (done, total) }
    }

    /// Takes the bar away: what follows is of unknown length.
    func removeBar() {
        state.withLock { $0.bar = nil }
    }

    /// Writes lines that stay.
    func note(_ text: String) {
        state.withLock { state in
            console.writeError((state.isLineOpen ? Self.clearLine : "") + text)
            state.isLineOpen = false
        }
    }

    /// Clears the open line and the bar, so that other output starts on an empty one.
    func finish() {
        removeBar()
        note("")
    }

    private static func bar(done: Int, of total: Int) -> String {
        let width = 20
        let full = total > 0 ? min(done, total) * width / total : width
        return "[" + String(repeating: "=", count: full) + String(repeating: " ", count: width - full)
            + "] \(done)/\(total)"
    }
}
