import TeamPlanning

extension TextLayout {
    /// A plan for people: group deletions first, then removals and suspensions, then the rest by user and group,
    /// findings, gates, what to do next, and in the last line the counts.
    ///
    /// - Parameters:
    ///   - report: The plan.
    ///   - applyCommand: The command that applies it, with the options that this plan was made with; nil where the plan is
    ///     about to be applied, so that no next step is shown.
    public func plan(_ report: PlanReport, applyCommand: String? = "roster apply") -> String {
        var text = PlanText(report: report, applyCommand: applyCommand, page: TextPage(self))
        text.addHeader()
        text.addGroupDeletions()
        text.addRemovals()
        text.addUpdates()
        text.addResolved()
        text.page.add(findings: report.findings)
        text.addGates()
        text.addNextStep()
        text.addOrigins()
        text.addCounts()
        return text.page.text
    }
}

/// A plan being laid out. One extension file per part.
struct PlanText {
    let report: PlanReport
    let applyCommand: String?
    var page = TextPage(TextLayout(width: 120, colour: false))

    mutating func addHeading(_ text: TerminalText) {
        page.addGap()
        page.add(text.styled(.bold))
    }
}

extension PlanText {
    mutating func addHeader() {
        let summary = report.summary
        page.add(("Plan for team \(quoted: report.team.name) (\(report.team.teamID))" as TerminalText).styled(.bold))
        addHeaderLine("made", "\(report.createdAt) by roster \(report.rosterVersion)")
        if let snapshot = report.snapshot {
            addHeaderLine("snapshot", "the team as read at \(snapshot.readAt), \(snapshot.ageText)")
        }
        if let base = report.base {
            addHeaderLine("base", "\(base.manifests, limit: TextLimit.sentence)\(base.note)")
        }
        addHeaderLine("acting as", "\(report.actingAdmin.email) (\(report.actingAdmin.teamMemberID))")
        addHeaderLine(
            "seats",
            "\(report.licences.used) of \(report.licences.total) used, \(report.licences.needed) more needed"
        )
        let unchanged = [
            counted(summary.users.unchanged, "user", "users"),
            counted(summary.groups.unchanged, "group", "groups"),
            counted(summary.memberships.unchanged, "membership", "memberships"),
        ]
        addHeaderLine("unchanged", unchanged.joined(separator: ", "))
    }

    private mutating func addHeaderLine(_ label: TerminalText, _ value: TerminalText) {
        page.add("\(label.padded(to: 10).styled(.dim)) \(value)", indent: 2, hanging: 11)
    }
}
