import Foundation

extension SystemConsole {
    func readSecretLine() async -> String? {
        let echo = TerminalEcho.off()
        defer { echo?.restore() }
        return await readLine()
    }
}

/// A terminal's settings from before it stopped to show what is typed.
private struct TerminalEcho {
    private let settings: termios

    /// Nil where standard input is no terminal, or one that cannot be set.
    static func off() -> TerminalEcho? {
        var settings = termios()
        guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return nil }
        let before = TerminalEcho(settings: settings)
        settings.c_lflag &= ~tcflag_t(ECHO)
        guard tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings) == 0 else { return nil }
        return before
    }

    func restore() {
        var settings = settings
        tcsetattr(STDIN_FILENO, TCSANOW, &settings)
    }
}
