import TeamPlanning

extension PlanPage {
    /// The next commands, and which plan this is.
    var footer: HTML {
        let summary = report.summary
        let unchanged = [
            counted(summary.users.unchanged, "user", "users"),
            counted(summary.groups.unchanged, "group", "groups"),
            counted(summary.memberships.unchanged, "membership", "memberships"),
        ]
        let seats = report.licences
        let facts: [(HTML, TerminalText)] =
            [
                ("made", "\(report.createdAt) by roster \(report.rosterVersion)"),
                ("team", "\(quoted: report.team.name) (\(report.team.teamID))"),
                ("acting as", "\(report.actingAdmin.email) (\(report.actingAdmin.teamMemberID))"),
                ("seats", "\(seats.used) of \(seats.total) used, \(seats.needed) more needed"),
                ("unchanged", unchanged.joined(separator: ", ")),
                ("fingerprint", "\(report.fingerprint)"),
            ] + sources + (report.manifestsDigest.map { [("manifests", "\($0)")] } ?? []) + [
                ("format", "\(report.format)")
            ]
        let rows = facts.map { label, fact -> HTML in "<div><dt>\(label)</dt> <dd>\(fact)</dd></div>\n" }
        return "<footer>\n\(nextSteps)<dl class=\"facts\">\n\(rows.joined())</dl>\n</footer>\n"
    }

    private var nextSteps: HTML {
        guard let commands = text.applyCommands else {
            return text.nextStepLines.map { "<p class=\"next\">\($0)</p>\n" as HTML }.joined()
        }
        return """
            <section class="next" aria-label="Next commands">
            <p>Next:</p>
            <pre class="command"><code>\(commands.asking)</code></pre>
            <p>without a terminal:</p>
            <pre class="command"><code>\(commands.consenting)</code></pre>
            </section>

            """
    }
}
