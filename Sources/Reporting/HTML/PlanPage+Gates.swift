import TeamPlanning

extension PlanPage {
    /// Every gate with its measure, those that refuse first.
    var gates: HTML {
        guard !report.gates.isEmpty else { return "" }
        let order: [GateVerdict.Verdict] = [.refuse, .confirm, .pass]
        let rows = order.flatMap { verdict in report.gates.filter { $0.verdict == verdict } }.map { gate -> HTML in
            let origin: HTML = gate.origin.map { " <span class=\"origin\">(\($0.note))</span>" } ?? ""
            return """
                <tr class="\(gate.verdict.rawValue)"><td class="says">\(gate.verdict.rawValue)</td>\
                <th scope="row">\(gate.gate)</th>\
                <td class="figure" data-label="measured">\(gate.count.map { "\($0)" } ?? "")</td>\
                <td class="figure" data-label="limit">\(gate.limit.map { "\($0)" } ?? "")</td>\
                <td class="message">\(gate.message, limit: TextLimit.sentence)\(origin)</td></tr>

                """
        }
        return section(
            "gates",
            "Gates",
            """
            <table class="gates">
            <thead><tr><th scope="col">verdict</th><th scope="col">gate</th><th scope="col">measured</th>\
            <th scope="col">limit</th><th scope="col">what it says, and how to go on</th></tr></thead>
            <tbody>
            \(rows.joined())</tbody>
            </table>

            """
        )
    }

    /// What people should know besides, worst first.
    var findings: HTML {
        guard !report.findings.isEmpty else { return "" }
        let items = report.findings.worstFirst.map { finding -> HTML in
            let remedy: HTML = finding.remedyLine.map { "<p class=\"fix\">\($0)</p>" } ?? ""
            return "<li class=\"\(finding.severity.rawValue)\"><p>\(finding.sentence)</p>\(remedy)</li>\n"
        }
        return section(
            "findings",
            "Findings <small>\(report.findings.countsBySeverity)</small>",
            "<ul class=\"findings\">\n\(items.joined())</ul>\n"
        )
    }
}
