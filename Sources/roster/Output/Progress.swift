import Synchronization

/// What is going on, on stderr: one line that is overwritten on a terminal, plain lines elsewhere.
final class Progress: Sendable {
    private let console: any Console
    private let isLineOpen = Mutex(false)

    init(console: any Console) {
        self.console = console
    }

    /// Shows a step, one line of text that is safe to print. On a terminal it replaces the step before.
    func show(_ step: String) {
        guard console.isErrorTerminal else { return console.writeError(step + "\n") }
        let line = step.prefix(console.width - 1)
        isLineOpen.withLock { isOpen in
            console.writeError("\r\u{1B}[K\(line)")
            isOpen = true
        }
    }

    /// Writes lines that stay.
    func note(_ text: String) {
        isLineOpen.withLock { isOpen in
            console.writeError((isOpen ? "\r\u{1B}[K" : "") + text)
            isOpen = false
        }
    }

    /// Clears the open line, so that other output starts on an empty one.
    func finish() {
        note("")
    }
}
