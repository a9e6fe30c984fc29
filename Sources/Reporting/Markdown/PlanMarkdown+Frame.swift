import TeamPlanning

extension PlanMarkdown {
    /// Whose plan it is, whether it can be applied, and the counts.
    var verdict: [String] {
        let state = !report.applicable ? "**blocked**" : report.changes.isEmpty ? "no changes" : "applicable"
        return [
            "## Plan for team \(MarkdownText.code("\(quoted: report.team.name)")): \(state)",
            "", MarkdownText.code(text.counts),
        ] + (text.origins.map { ["", MarkdownText.code($0)] } ?? [])
    }

    /// Every gate with its measure, those that refuse first.
    var gates: [String] {
        guard !report.gates.isEmpty else { return [] }
        let order: [GateVerdict.Verdict] = [.refuse, .confirm, .pass]
        let rows = order.flatMap { verdict in report.gates.filter { $0.verdict == verdict } }.map { gate in
            let cells = [
                gate.verdict == .refuse ? "**refuse**" : gate.verdict.rawValue,
                MarkdownText.code("\(gate.gate)"),
                gate.count.map { "\($0)" } ?? "",
                gate.limit.map { "\($0)" } ?? "",
                MarkdownText.code("\(gate.message, limit: TextLimit.sentence)\(gate.note)"),
            ]
            return "| \(cells.joined(separator: " | ")) |"
        }
        return [
            "", "| verdict | gate | measured | limit | what it says, and how to go on |",
            "| --- | --- | ---: | ---: | --- |",
        ]
            + rows
    }

    /// The findings, folded; only their number where there is no room.
    var findings: MarkdownPart {
        guard !report.findings.isEmpty else { return MarkdownPart(whole: [], needed: []) }
        let title: TerminalText = "Findings: \(report.findings.countsBySeverity)"
        let lines = report.findings.worstFirst.flatMap { finding -> [TerminalText] in
            let remedy = finding.remedyLine.map { "    \($0)" as TerminalText }
            return [finding.sentence] + (remedy.map { [$0] } ?? [])
        }
        let needed = ["", MarkdownText.code(title)]
        return MarkdownPart(whole: Self.folded("<details>", title, lines), needed: needed)
    }

    /// The next commands, and which plan this is.
    var footer: [String] {
        let steps = text.nextStepLines
        let next = steps.isEmpty ? [] : [""] + MarkdownText.preformatted(steps)
        let facts: [TerminalText] = [
            "made \(report.createdAt) by roster \(report.rosterVersion)", "fingerprint \(report.fingerprint)",
        ]
        let others: [TerminalText?] = [
            report.snapshot.map { "the team as read at \($0.readAt), \($0.ageText)" },
            report.base.map { "base \($0.manifests, limit: TextLimit.sentence)\($0.note)" },
        ]
        return next + [
            "", "<sub>\((facts + others.compactMap(\.self)).map(MarkdownText.code).joined(separator: " · "))</sub>",
        ]
    }
}
