/// Standard input, output and error. Stdout carries results only; everything else goes to stderr.
protocol Console: Sendable {
    /// Whether a person can type.
    var isInputTerminal: Bool { get }
    /// Whether stdout is a terminal.
    var isOutputTerminal: Bool { get }
    /// Whether stderr is a terminal.
    var isErrorTerminal: Bool { get }
    /// Whether a line on stderr can be written over: a terminal that knows how.
    var isErrorOverwritable: Bool { get }
    /// Columns of the terminal; a fixed number where there is none, so that logs are the same everywhere.
    var width: Int { get }

    /// Writes all of a text to stdout.
    func writeOutput(_ text: String) throws(OutputError)
    /// Writes to stderr as much as it takes: where it takes nothing, there is nobody left to be told.
    func writeError(_ text: String)
    /// Writes all of a text to stderr: a plan that somebody has to see before it is applied.
    func writeErrorInFull(_ text: String) throws(OutputError)
    /// Reads a line without its end; `nil` at the end of input or when the task is cancelled.
    func readLine() async -> String?
    /// Reads standard input piece by piece to its end.
    func readInput(_ take: (ArraySlice<UInt8>) -> Void) throws(FileError)
    /// As ``readLine()``, for a secret: a terminal does not show what is typed.
    func readSecretLine() async -> String?
}

extension Console {
    /// As most terminals can.
    var isErrorOverwritable: Bool { isErrorTerminal }
    /// Whether someone sits at the terminal and sees questions.
    var isInteractive: Bool { isInputTerminal && isErrorTerminal }
}
