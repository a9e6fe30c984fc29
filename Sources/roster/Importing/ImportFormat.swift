/// A format of what an import did.
enum ImportFormat: String, ResultFormat {
    case text
    /// For programs.
    case json
    /// For the description of a pull request.
    case markdown

    static let subject = "import"
    static let later: [String] = []
}
