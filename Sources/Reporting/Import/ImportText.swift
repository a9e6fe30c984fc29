extension TextLayout {
    /// What an import did, what it left alone, and the adoption report.
    ///
    /// - Parameter nextCommand: what to run now, as a shell reads it.
    public func imported(_ report: ImportReport, nextCommand: String) -> String {
        var page = TextPage(self)
        page.add("Import from team \(report.team.name) (\(report.team.teamID))")
        page.addGap()
        page.add(report.verdict.styled(.bold))
        for line in report.countLines { page.add(line, indent: 2) }
        for file in report.files {
            let sign: TerminalText = file.change == .created ? "+ " : "~ "
            page.add(sign + "\(file.path, limit: TextLimit.sentence)", indent: 2)
        }
        page.add(findings: report.findings)
        for part in report.adoption.parts {
            page.addGap()
            page.add(part.title.styled(.bold))
            page.add(part.advice.styled(.dim), indent: 2)
            for line in part.lines { page.add(line, indent: 2) }
        }
        page.addGap()
        page.addUnbroken("next: \(nextCommand, limit: TextLimit.sentence)")
        return page.text
    }
}
