import TeamPlanning

extension TextLayout {
    /// An explanation for people: numbered steps, from the manifest to the gates.
    public func explanation(_ report: ExplanationReport) -> String {
        var text = ExplanationText(report: report, page: TextPage(self))
        text.addHeading()
        for step in report.steps { text.add(step) }
        return text.page.text
    }
}

/// An explanation being laid out. One extension file per kind of step.
struct ExplanationText {
    let report: ExplanationReport
    var page: TextPage
    private var number = 0

    init(report: ExplanationReport, page: TextPage) {
        self.report = report
        self.page = page
    }

    mutating func addHeading() {
        page.add("Why \(report.resource.label.styled(.bold)) is planned so:")
        if report.name != report.resource.name { page.add("asked for as \(quoted: report.name)", indent: 2) }
        page.addGap()
    }

    /// The sentence of a step.
    mutating func addStep(_ sentence: TerminalText) {
        number += 1
        let label = "\(number)." as TerminalText
        page.add("\(label.padded(to: 3)) \(sentence)", indent: 1)
    }

    /// A line that belongs to the step.
    mutating func addDetail(_ text: TerminalText, deeper: Int = 0) {
        page.add(text, indent: 7 + deeper)
    }

    var isUser: Bool {
        if case .user = report.resource { true } else { false }
    }

    /// What sentences call the object.
    var noun: TerminalText { isUser ? "user" : "group" }
}

extension ExplanationText {
    fileprivate mutating func add(_ step: ExplanationReport.Step) {
        switch step {
        case .record(let record): add(record)
        case .noRecord: addStep("No record of the manifests names this \(noun).")
        case .filter(let result): add(result)
        case .values(let values): add(values)
        case .match(let match): add(match)
        case .live(let live): add(live)
        case .transition(let transition): addStep(transition.sentence)
        case .candidacy(let candidacy): add(candidacy)
        case .protection(let reasons): addProtection(reasons)
        case .changes(let changes): add(changes)
        case .memberships(let memberships): add(memberships)
        case .findings(let findings): add(findings)
        case .gates(let gates): add(gates)
        }
    }
}

extension PlanReport.Source {
    /// `file:line:column`.
    var place: TerminalText { "\(file, limit: TextLimit.sentence):\(line):\(column)" }
}
