import TeamPlanning

/// A text in which `⟦` marks the place where a finding is expected. The mark itself is taken out.
struct MarkedText {
    let text: String
    /// The marked line and the column in Unicode scalars; 1 and 1 without a mark.
    let line: Int
    let column: Int

    init(_ marked: String) {
        let parts = marked.split(separator: "⟦", maxSplits: 1, omittingEmptySubsequences: false)
        let before = parts.count > 1 ? String(parts[0]) : ""
        text = parts.joined()
        let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
        line = max(lines.count, 1)
        column = (lines.last?.unicodeScalars.count ?? 0) + 1
    }

    func location(in file: String) -> SourceLocation {
        SourceLocation(file: file, line: line, column: column)
    }
}
