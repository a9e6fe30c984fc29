import TeamPlanning

extension PlanText {
    /// Gates that refuse or ask in full, the others in one line.
    mutating func addGates() {
        guard !report.gates.isEmpty else { return }
        addHeading("Gates")
        let open = report.gates.filter { $0.verdict != .pass }
        let width = open.map { ("\($0.gate)" as TerminalText).columns }.max() ?? 0
        for gate in open.sorted(by: { $0.verdict == .refuse && $1.verdict != .refuse }) {
            let head: TerminalText = "\(gate.verdict.label) \(("\(gate.gate)" as TerminalText).padded(to: width))"
            page.add(
                "\(head)  \(gate.message, limit: TextLimit.sentence)\(gate.note)",
                indent: 2,
                hanging: head.columns + 2
            )
        }
        let passed = report.gates.filter { $0.verdict == .pass }
        guard !passed.isEmpty else { return }
        let head = GateVerdict.Verdict.pass.label
        let names = passed.map { "\($0.gate)" as TerminalText }.joined(separator: ", ")
        page.add("\(head) \(names)", indent: 2, hanging: head.columns + 1)
    }
}

extension PlanReport.Gate {
    /// Where its refusal comes from, in brackets; empty without a base.
    var note: TerminalText { origin.map { " (\($0.note))" } ?? "" }
}

extension GateVerdict.Verdict {
    var label: TerminalText {
        switch self {
        case .pass: ("pass   " as TerminalText).styled(.green)
        case .confirm: ("confirm" as TerminalText).styled(.yellow)
        case .refuse: ("REFUSE " as TerminalText).styled(.danger)
        }
    }
}
