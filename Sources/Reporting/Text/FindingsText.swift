import TeamPlanning

extension TextLayout {
    /// What `roster validate` found: one line per finding in the form of compilers, its remedy, and a summary line.
    public func validation(_ report: ValidationReport) -> String {
        var page = TextPage(self)
        for finding in report.findings {
            page.addUnbroken(finding.sentence)
            if let remedy = finding.remedyLine { page.addUnbroken(remedy, indent: 2) }
        }
        page.addGap()
        let files = counted(report.files, "file", "files")
        let counts = report.findings.countsBySeverity
        if report.findings.isEmpty {
            page.add(("Valid: \(files), no findings." as TerminalText).styled(.green))
        } else if report.valid {
            page.add("\(("Valid" as TerminalText).styled(.green)): \(files), \(counts).")
        } else {
            page.add("\(("Invalid" as TerminalText).styled(.danger)): \(counts) in \(files).")
        }
        return page.text
    }
}

extension TextPage {
    /// The findings of a plan, worst first.
    mutating func add(findings: [FindingReport]) {
        guard !findings.isEmpty else { return }
        addGap()
        add(("Findings: \(findings.countsBySeverity)" as TerminalText).styled(.bold))
        for finding in findings.worstFirst {
            add(finding.sentence, indent: 2)
            if let remedy = finding.remedyLine { add(remedy, indent: 4) }
        }
    }
}

extension FindingReport {
    /// `file:line:column: error: message [code]`; without a place the object stands in its stead.
    var sentence: TerminalText {
        "\(place)\(severity.label): \(message, limit: TextLimit.sentence) \(("[\(code)]" as TerminalText).styled(.dim))"
    }

    var remedyLine: TerminalText? {
        remedy.map { "\(("fix:" as TerminalText).styled(.cyan)) \($0, limit: TextLimit.sentence)" }
    }

    private var place: TerminalText {
        guard let file else { return resource.map { "\($0): " } ?? "" }
        var place: TerminalText = "\(file, limit: TextLimit.sentence):"
        if let line { place = place + "\(line):" }
        if let column { place = place + "\(column):" }
        return place + " "
    }
}

extension Severity {
    fileprivate var label: TerminalText {
        switch self {
        case .error: ("error" as TerminalText).styled(.red)
        case .warning: ("warning" as TerminalText).styled(.yellow)
        case .info: ("info" as TerminalText).styled(.cyan)
        }
    }

    fileprivate func counted(_ number: Int) -> TerminalText {
        switch self {
        case .error: Reporting.counted(number, "error", "errors")
        case .warning: Reporting.counted(number, "warning", "warnings")
        case .info: Reporting.counted(number, "note", "notes")
        }
    }
}

extension [FindingReport] {
    var worstFirst: [FindingReport] {
        Severity.allCases.flatMap { severity in filter { $0.severity == severity } }
    }

    /// `1 error, 2 warnings`.
    var countsBySeverity: TerminalText {
        let counts = Dictionary(grouping: self, by: \.severity).mapValues(\.count)
        return Severity.allCases.compactMap { severity in counts[severity].map(severity.counted) }.joined(
            separator: ", "
        )
    }
}
