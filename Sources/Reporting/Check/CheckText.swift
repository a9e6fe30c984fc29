extension TextLayout {
    /// What `roster check` found: one line per check, the next step below it where there is one, and a verdict.
    public func check(_ report: CheckReport) -> String {
        var page = TextPage(self)
        let width = CheckReport.Name.allCases.map(\.rawValue.count).max() ?? 0
        let margin = 6 + width + 2
        for check in report.checks {
            let name = TerminalText(spans: [.init(text: check.check.rawValue, style: .plain)]).padded(to: width)
            page.add("\(check.verdict.label)  \(name)  \(check.message, limit: TextLimit.sentence)", hanging: margin)
            if let nextStep = check.nextStep {
                let fix = ("fix:" as TerminalText).styled(.cyan)
                page.add("\(fix) \(nextStep, limit: TextLimit.sentence)", indent: margin, hanging: 5)
            }
        }
        page.addGap()
        page.add(report.closing)
        return page.text
    }
}

extension CheckReport.Verdict {
    fileprivate var label: TerminalText {
        switch self {
        case .pass: ("pass" as TerminalText).styled(.green)
        case .warn: ("warn" as TerminalText).styled(.yellow)
        case .fail: ("fail" as TerminalText).styled(.danger)
        case .skip: ("skip" as TerminalText).styled(.dim)
        }
    }
}

extension CheckReport {
    fileprivate var closing: TerminalText {
        let failed = checks.count { $0.verdict == .fail }
        let warned = checks.count { $0.verdict == .warn }
        let warnings: TerminalText = warned == 0 ? "" : ", \(counted(warned, "warning", "warnings"))"
        if failed > 0 {
            return ("\(counted(failed, "check", "checks")) failed\(warnings)." as TerminalText).styled(.danger)
        }
        return ("No check failed\(warnings)." as TerminalText).styled(warned == 0 ? .green : .yellow)
    }
}
