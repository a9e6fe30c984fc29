extension CommandContext {
    /// Writes a result to stdout: the one way by which commands do. A reader that has seen enough, as in
    /// `roster plan | head`, is not an error, and changes no exit code.
    ///
    /// - Throws: ``OutputError`` when stdout does not take all of it.
    func print(_ text: String) throws(OutputError) {
        do throws(OutputError) {
            try console.writeOutput(text)
        } catch {
            guard error.isReaderGone else { throw error }
        }
    }

    /// Shows what somebody has to be able to see before anything is done: here a reader that has gone is an error too.
    ///
    /// - Parameter onError: whether it goes to stderr, because stdout carries a machine's format.
    func printInFull(_ text: String, onError: Bool) throws(OutputError) {
        try onError ? console.writeErrorInFull(text) : console.writeOutput(text)
    }
}
