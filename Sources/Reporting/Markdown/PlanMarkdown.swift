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
    /// - Parameter applyCommand: The command that applies the plan.
    /// - Throws: ``MarkdownError`` if what is taken away does not fit alone.
    public func markdown(applyCommand: String = "roster apply") throws(MarkdownError) -> String {
        try PlanMarkdown(report: self, text: PlanText(report: self, applyCommand: applyCommand)).page()
    }
}

/// A plan being laid out as Markdown. One extension file per part.
struct PlanMarkdown {
    let report: PlanReport
    let text: PlanText

    /// Fills what room there is beside the parts that have to be there.
    func page() throws(MarkdownError) -> String {
        var updates = updateParts
        let head = [PlanReport.markdownMarker] + verdict + deletions + gates + removals
        let tail = footer
        let room = PlanReport.markdownLimit - Self.length(Self.notice(updates.count))
        var used = Self.length((head + tail).joined(separator: "\n")) + 1
        used += updates.reduce(0) { $0 + $1.neededLength }
        guard used <= room else {
            throw .destructionTooLong(characters: used, limit: PlanReport.markdownLimit)
        }
        var findings = findings
        used += findings.neededLength
        findings.unfold(&used, room: room)
        for index in updates.indices { updates[index].unfold(&used, room: room) }
        let cut = updates.count { !$0.isWhole }
        let left = cut == 0 ? [] : ["", Self.notice(cut)]
        let lines = head + updates.flatMap(\.shown) + left + findings.shown + tail
        return lines.joined(separator: "\n") + "\n"
    }

    private static func notice(_ count: Int) -> String {
        "**\(count) of the users and groups are left out or cut, for length:** `-o json=FILE` and `-o text=FILE` have them all.\n"
    }

    static func length(_ text: String) -> Int { text.utf16.count }
}
