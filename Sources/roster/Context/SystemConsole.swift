import Foundation
import Synchronization

/// The console of the real process.
struct SystemConsole: Console {
    let isInputTerminal = isatty(STDIN_FILENO) == 1
    let isOutputTerminal = isatty(STDOUT_FILENO) == 1
    let isErrorTerminal = isatty(STDERR_FILENO) == 1
    let isErrorOverwritable: Bool
    let width: Int

    /// Where there is no terminal, lines are this wide.
    static let widthWithoutTerminal = 100

    init(environment: [String: String]) {
        let columns = environment["COLUMNS"].flatMap(Int.init) ?? Self.terminalColumns() ?? Self.widthWithoutTerminal
        isErrorOverwritable = isErrorTerminal && environment["TERM"] != "dumb"
        width = min(max(columns, 40), 400)
    }

    func writeOutput(_ text: String) throws(OutputError) {
        try Self.write(text, to: STDOUT_FILENO, .output)
    }

    func writeError(_ text: String) {
        try? Self.write(text, to: STDERR_FILENO, .error)
    }

    func writeErrorInFull(_ text: String) throws(OutputError) {
        try Self.write(text, to: STDERR_FILENO, .error)
    }

    /// Waits on a thread of its own, so that a cancelled command does not have to wait for a key.
    func readLine() async -> String? {
        let answer = Answer()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                answer.wait(continuation)
                Thread.detachNewThread { answer.give(Swift.readLine()) }
            }
        } onCancel: {
            answer.give(nil)
        }
    }

    func readInput(_ take: (ArraySlice<UInt8>) -> Void) throws(FileError) {
        try readPieces(from: STDIN_FILENO, path: "standard input", take)
    }

    private static func write(_ text: String, to descriptor: Int32, _ stream: OutputError.Stream) throws(OutputError) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&ready, 1, -1)
            } else if errno != EINTR {
                throw OutputError(stream: stream, number: errno)
            }
        }
    }

    private static func terminalColumns() -> Int? {
        var size = winsize()
        let found = [STDOUT_FILENO, STDERR_FILENO].contains { ioctl($0, UInt(TIOCGWINSZ), &size) == 0 }
        return found && size.ws_col > 0 ? Int(size.ws_col) : nil
    }
}

/// A line that is awaited once and given once: by the reading thread or by a cancellation, whichever comes first.
private final class Answer: Sendable {
    private enum State {
        case idle
        case waiting(CheckedContinuation<String?, Never>)
        case given
    }

    private let state = Mutex(State.idle)

    func wait(_ continuation: CheckedContinuation<String?, Never>) {
        let isLate = state.withLock { state in
            if case .given = state { return true }
            state = .waiting(continuation)
            return false
        }
        if isLate { continuation.resume(returning: nil) }
    }

    func give(_ line: String?) {
        let waiting: CheckedContinuation<String?, Never>? = state.withLock { state in
            defer { state = .given }
            if case .waiting(let continuation) = state { return continuation }
            return nil
        }
        waiting?.resume(returning: line)
    }
}
