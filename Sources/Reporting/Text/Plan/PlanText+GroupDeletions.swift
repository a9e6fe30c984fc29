import TeamPlanning

extension PlanText {
    /// Group deletions in a box: which, how many members, why, that they are for good, and how to consent.
    mutating func addGroupDeletions() {
        let deletions = report.changes.filter { $0.action == .groupDelete }
        guard !deletions.isEmpty else { return }
        let title: TerminalText =
            deletions.count == 1 ? "1 GROUP WOULD BE DELETED" : "\(deletions.count) GROUPS WOULD BE DELETED"
        page.addGap()
        page.addBox(titled: title, style: .danger, groupDeletionLines)
    }

    /// What is lost, group by group, and how to consent.
    var groupDeletionLines: [TerminalText] {
        var content = [permanence]
        let doomed = report.doomedGroups
        for deletion in report.changes where deletion.action == .groupDelete {
            content += [""] + Self.lines(of: deletion, deletion.targetID.flatMap { doomed[$0] })
        }
        return content + [""] + consent
    }

    /// What a deletion means.
    var permanence: TerminalText {
        ("A deleted group is gone: permanent, cannot be undone." as TerminalText).styled(.danger)
    }

    /// Which group is deleted, what is lost with it, and why.
    ///
    /// - Parameter named: how many of its members are named before the rest is counted; with 0 there is only their number.
    static func lines(
        of change: PlanReport.Change,
        _ doomed: PlanReport.Confirmation.DoomedGroup?,
        named: Int = 20
    ) -> [TerminalText] {
        var lines: [TerminalText] = ["\(change.action.symbol.text) \(change.resource.label.styled(.bold))"]
        if let doomed {
            let members = counted(doomed.memberCount, "member loses it", "members lose it")
            lines.append("    \(members), permanent, cannot be undone (\(doomed.groupID))")
        } else {
            lines.append("    permanent, cannot be undone")
        }
        if let members = doomed?.members, !members.isEmpty, named > 0 {
            lines.append("    who: \(listed(members, named))")
        }
        if let origin = change.origin { lines.append("    \(origin.note)") }
        lines.append("    why: \(change.reason, limit: TextLimit.sentence)")
        if let source = change.source { lines.append("    at:  \(source.label)") }
        return lines
    }

    private static func listed(_ emails: [String], _ named: Int) -> TerminalText {
        var items = emails.prefix(named).map { "\($0)" as TerminalText }
        if emails.count > named { items.append("and \(emails.count - named) more") }
        return items.joined(separator: ", ")
    }

    /// How to consent to the deletions.
    var consent: [TerminalText] {
        guard let confirmation = report.confirmation else {
            return ["The plan carries no confirmation token, so it cannot be applied."]
        }
        let phrase: TerminalText =
            confirmation.groups.count == 1
            ? "the group's name" : "`delete \(confirmation.groups.count) groups`"
        return [
            "To consent, type \(phrase) when apply asks for it, or pass",
            ("    --confirm-group-deletions \(confirmation.token)" as TerminalText).styled(.bold),
        ]
    }
}

extension PlanReport {
    /// What is known of the groups that are deleted, by their IDs.
    var doomedGroups: [String: Confirmation.DoomedGroup] {
        Dictionary((confirmation?.groups ?? []).map { ($0.groupID, $0) }) { first, _ in first }
    }
}

extension PlanReport.Source {
    /// `file:line`.
    var label: TerminalText { "\(file, limit: TextLimit.sentence):\(line)" }
}
