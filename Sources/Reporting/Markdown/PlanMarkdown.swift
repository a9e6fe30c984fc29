import TeamPlanning

extension PlanReport {
    /// The first line of a plan in Markdown: pipelines find the comment of the run before by it, and replace it.
    public static let markdownMarker = "<!-- roster:plan -->"

    /// The longest plan in Markdown, in UTF-16 units: GitHub takes comments of 65,536.
    public static let markdownLimit = 65_000

    /// The plan as a comment on a pull request: deletions first, removals in full, the rest folded.
    ///
    /// Where it would be too long, additions and updates are left out and counted; what takes something away never is.
    ///
    /// - Parameters:
    ///   - applyCommand: The command that applies the plan.
    ///   - limit: The longest that it may be, in UTF-16 units.
    /// - Throws: ``MarkdownError`` if what is taken away does not fit alone.
    public func markdown(
        applyCommand: String = "roster apply",
        limit: Int = PlanReport.markdownLimit
    ) throws(MarkdownError) -> String {
        try PlanMarkdown(report: self, text: PlanText(report: self, applyCommand: applyCommand), limit: limit).page()
    }
}

/// A plan being laid out as Markdown. One extension file per part.
struct PlanMarkdown {
    let report: PlanReport
    let text: PlanText
    let limit: Int

    /// Fills what room there is beside the parts that have to be there, the most important first.
    func page() throws(MarkdownError) -> String {
        let head = MarkdownPart([PlanReport.markdownMarker] + verdict)
        let middle = MarkdownPart(gates + removals)
        let tail = MarkdownPart(footer)
        var (deletions, updates, resolved, findings) = (deletionParts, updateParts, resolved, findings)
        let parts = [head, middle, tail, resolved, findings] + deletions + updates
        var used = parts.reduce(0) { $0 + $1.neededLength }
        let room = limit - Self.notice(updates.count).utf16.count - 1
        guard used <= room else { throw .destructionTooLong(characters: used, limit: limit) }
        for index in deletions.indices { deletions[index].unfold(&used, room: room) }
        findings.unfold(&used, room: room)
        resolved.unfold(&used, room: room)
        for index in updates.indices { updates[index].unfold(&used, room: room) }
        let cut = updates.count(where: \.isCutChange)
        let notice = MarkdownPart(cut == 0 ? [] : ["", Self.notice(cut)])
        let page = [head] + deletions + [middle] + updates + [notice, resolved, findings, tail]
        return page.flatMap(\.shown).joined(separator: "\n") + "\n"
    }

    private static func notice(_ count: Int) -> String {
        "**\(count) of the users and groups are left out or cut, for length:** `-o json=FILE` and `-o text=FILE` have them all."
    }
}
