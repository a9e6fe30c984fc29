import TeamPlanning

/// What is found in an export. Of very many findings only the first are kept and the others counted.
struct ExportFindings {
    static let limit = 1000

    /// The file that findings are about.
    var file = ""
    private var findings: [Finding] = []
    private var surplus = 0
    private(set) var hasErrors = false

    /// Adds something that breaks a rule of the format.
    mutating func fault(_ message: String, remedy: String, line: Int) {
        fault(message, remedy: remedy, at: place(line))
    }

    /// The same for an entry of a file that was read before.
    mutating func fault(_ message: String, remedy: String, at place: SourceLocation) {
        add(Finding(.error, .invalidExport, message, remedy: remedy, at: place))
    }

    /// Adds something that was left out.
    mutating func warn(_ message: String, remedy: String? = nil, at place: SourceLocation?) {
        add(Finding(.warning, .leftOut, message, remedy: remedy, at: place))
    }

    /// A line of the file at hand.
    func place(_ line: Int) -> SourceLocation { SourceLocation(file: file, line: line, column: 1) }

    /// All findings in their order.
    func inOrder() -> [Finding] {
        let sorted = findings.sorted(by: Finding.inOrder)
        if surplus == 0 { return sorted }
        return sorted + [
            Finding(hasErrors ? .error : .warning, .invalidExport, "\(surplus) more findings are not shown.")
        ]
    }

    /// Adds any finding.
    mutating func add(_ finding: Finding) {
        if finding.severity == .error { hasErrors = true }
        if findings.count < Self.limit { findings.append(finding) } else { surplus += 1 }
    }
}

/// A text in double quotes, short enough for a sentence.
func quotedShort(_ text: some StringProtocol) -> String {
    text.count > 60 ? "\"\(text.prefix(60))…\"" : "\"\(text)\""
}
