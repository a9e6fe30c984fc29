extension ImportReport {
    /// The report as Markdown, each long list folded. No text of the team or of a manifest acts as Markdown.
    public var markdown: [UInt8] {
        // In code, since elsewhere a mention or a reference would be looked for.
        var lines = [
            "## roster import", "", "Team \(MarkdownText.code("\(team.name) (\(team.teamID)), \(createdAt)"))", "",
            "**\(MarkdownText.inert(verdict))**", "",
        ]
        lines += countLines.map { "- \(MarkdownText.inert($0))" }
        lines += files.map { file in
            let path: TerminalText = "\(file.path, limit: TextLimit.sentence)"
            return "- \(file.change.rawValue): \(MarkdownText.code(path))"
        }
        lines += folded("Findings (\(findings.count))", nil, findings.map(\.sentence))
        for part in adoption.parts { lines += folded(part.title, part.advice, part.lines) }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private func folded(_ title: TerminalText, _ advice: TerminalText?, _ lines: [TerminalText]) -> [String] {
        guard !lines.isEmpty else { return [] }
        let note = advice.map { [MarkdownText.inert($0), ""] } ?? []
        return ["", "<details><summary>\(MarkdownText.inert(title))</summary>", ""] + note
            + MarkdownText.preformatted(lines) + ["", "</details>"]
    }
}
