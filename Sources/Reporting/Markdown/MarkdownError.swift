/// Why a plan has no Markdown form.
public enum MarkdownError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What would be taken away does not fit alone, and it is never cut.
    ///
    /// - Parameters:
    ///   - characters: The length in UTF-16 units.
    ///   - limit: What is allowed.
    case destructionTooLong(characters: Int, limit: Int)

    /// One sentence with the next step.
    public var description: String {
        switch self {
        case .destructionTooLong(let characters, let limit):
            "the deletions and removals alone take \(characters) characters of Markdown, \(limit) are allowed, and they are never cut: keep the plan as an artifact with -o json=FILE or -o text=FILE and link to that"
        }
    }
}
