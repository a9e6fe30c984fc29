/// An error that a person reads: one sentence that names the thing, and the next step.
///
/// Both texts are raw; they are escaped where they are printed.
protocol CommandError: Error, CustomStringConvertible {
    /// What went wrong.
    var message: String { get }
    /// What to do now.
    var nextStep: String { get }
}

extension CommandError {
    /// The sentence alone, for errors inside other errors.
    var description: String { message }
}
