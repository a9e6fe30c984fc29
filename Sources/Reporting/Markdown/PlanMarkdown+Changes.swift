import TeamPlanning

extension PlanMarkdown {
    /// Group deletions in a block that nobody misses.
    var deletions: [String] {
        let lines = text.groupDeletionLines
        let count = report.changes.count { $0.action == .groupDelete }
        guard count > 0 else { return [] }
        let title = count == 1 ? "1 group would be deleted" : "\(count) groups would be deleted"
        let content = ["**\(title)**", ""] + MarkdownText.preformatted(lines)
        return ["", "> [!CAUTION]"] + content.map { "> \($0)" }
    }

    /// What takes people's access to the team away, in full.
    var removals: [String] {
        let removals = report.changes.filter { $0.action == .userRemove || $0.action == .userSuspend }
        guard !removals.isEmpty else { return [] }
        let lines = removals.flatMap { [PlanText.title(of: [$0])] + Self.details(of: $0) }
        return ["", "### Removals and suspensions", ""] + MarkdownText.preformatted(lines)
    }

    /// Everything else, folded per user and group.
    var updateParts: [MarkdownPart] {
        text.updateBlocks.map { block in
            let destructive = block.filter(\.destructive).map(\.destructivePart)
            return MarkdownPart(whole: Self.fold(block), needed: destructive.isEmpty ? [] : Self.fold(destructive))
        }
    }

    private static func fold(_ block: [PlanReport.Change]) -> [String] {
        let lines = block.flatMap(details)
        // What loses somebody a membership or a role is open.
        let opening = block.contains(where: \.destructive) ? "<details open>" : "<details>"
        return ["", "\(opening)<summary>\(MarkdownText.code(PlanText.title(of: block)))</summary>"]
            + MarkdownText.preformatted(lines) + ["</details>"]
    }

    private static func details(of change: PlanReport.Change) -> [TerminalText] {
        PlanText.details(of: change).map { "    \($0)" }
    }
}

extension PlanReport.Change {
    /// The change without the memberships that are given.
    fileprivate var destructivePart: PlanReport.Change {
        var part = self
        part.memberships?.add = []
        return part
    }
}
