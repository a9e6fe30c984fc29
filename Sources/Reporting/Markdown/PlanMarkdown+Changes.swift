import TeamPlanning

extension PlanMarkdown {
    /// Group deletions in a block that nobody misses. Where there is no room, members are counted and not named.
    var deletionParts: [MarkdownPart] {
        let deletions = report.changes.filter { $0.action == .groupDelete }
        guard !deletions.isEmpty else { return [] }
        let title = deletions.count == 1 ? "1 group would be deleted" : "\(deletions.count) groups would be deleted"
        let doomed = report.doomedGroups
        let head =
            ["", "> [!CAUTION]"] + Self.quoted(["**\(title)**", "", "<pre>"] + [MarkdownText.line(text.permanence)])
        let groups = deletions.map { change in
            let group = change.targetID.flatMap { doomed[$0] }
            return MarkdownPart(
                whole: Self.quoted(Self.lines(of: change, group, named: .max)),
                needed: Self.quoted(Self.lines(of: change, group, named: 0))
            )
        }
        let tail = Self.quoted(([""] + text.consent).map(MarkdownText.line) + ["</pre>"])
        return [MarkdownPart(head)] + groups + [MarkdownPart(tail)]
    }

    private static func lines(
        of change: PlanReport.Change,
        _ group: PlanReport.Confirmation.DoomedGroup?,
        named: Int
    ) -> [String] {
        // A line in <pre> is not wrapped by GitHub.
        let lines = PlanText.lines(of: change, group, named: named).flatMap { $0.wrapped(to: 110, hanging: 9) }
        return ([""] + lines).map(MarkdownText.line)
    }

    private static func quoted(_ lines: [String]) -> [String] {
        lines.map { $0.isEmpty ? ">" : "> \($0)" }
    }

    /// What takes people's access to the team away, in full.
    var removals: [String] {
        report.parts.filter { !$0.removals.isEmpty }.flatMap { part in
            let lines = part.removals.flatMap { [PlanText.title(of: [$0])] + Self.details(of: $0) }
            return Self.heading(part.heading("Removals and suspensions", "removals and suspensions")) + [""]
                + MarkdownText.preformatted(lines)
        }
    }

    /// Everything else, folded per user and group.
    var updateParts: [MarkdownPart] {
        report.parts.flatMap { part in
            let blocks = PlanText.updateBlocks(of: part)
            let heading = part.origin == nil || blocks.isEmpty ? [] : Self.heading(part.heading("", "users and groups"))
            return [MarkdownPart(heading)]
                + blocks.map { block in
                    let destructive = block.filter(\.destructive).map(\.destructivePart)
                    return MarkdownPart(
                        whole: Self.fold(block),
                        needed: destructive.isEmpty ? [] : Self.fold(destructive),
                        isChange: true
                    )
                }
        }
    }

    /// What the branch resolves, folded; only the number where there is no room.
    var resolved: MarkdownPart {
        let lines = text.resolvedLines
        guard let title = lines.first else { return MarkdownPart([]) }
        let count: TerminalText = "\(report.resolved?.count ?? 0) resolved by this change"
        return MarkdownPart(
            whole: Self.folded("<details>", title, lines.dropFirst().map { $0 }),
            needed: ["", MarkdownText.code(count)]
        )
    }

    private static func heading(_ title: TerminalText) -> [String] { ["", "### \(MarkdownText.line(title))"] }

    private static func fold(_ block: [PlanReport.Change]) -> [String] {
        // What loses somebody a membership is open.
        let opening = block.contains(where: \.destructive) ? "<details open>" : "<details>"
        return folded(opening, PlanText.title(of: block), block.flatMap(details))
    }

    static func folded(_ opening: String, _ title: TerminalText, _ lines: [TerminalText]) -> [String] {
        ["", "\(opening)<summary>\(MarkdownText.code(title))</summary>"] + MarkdownText.preformatted(lines) + [
            "</details>"
        ]
    }

    private static func details(of change: PlanReport.Change) -> [TerminalText] {
        PlanText.details(of: change).map { "    \($0)" }
    }
}

extension PlanReport.Change {
    /// The change without what it gives: memberships added and access set.
    fileprivate var destructivePart: PlanReport.Change {
        var part = self
        part.memberships?.add = []
        part.memberships?.setAccess = []
        return part
    }
}
