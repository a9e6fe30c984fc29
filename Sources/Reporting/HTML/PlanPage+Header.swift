import TeamPlanning

extension PlanPage {
    /// Whose plan it is, whether it can be applied, and what it takes away.
    var header: HTML {
        """
        <header>
        <a class="skip" href="#main">Skip to the changes</a>
        <p class="kicker">roster plan</p>
        <h1>Plan for team <bdi>\("\(quoted: report.team.name)" as TerminalText)</bdi></h1>
        <p class="verdict \(verdictClass)"><strong>\(verdictWord)</strong> <span>\(verdictSentence)</span></p>
        \(losses)<p class="counts">\(text.counts)</p>
        \(origins)</header>

        """
    }

    var verdictWord: HTML {
        if !report.applicable { return "Blocked" }
        return report.changes.isEmpty ? "No changes" : "Applicable"
    }

    private var verdictClass: HTML {
        if !report.applicable { return "blocked" }
        return report.changes.isEmpty ? "unchanged" : "applicable"
    }

    private var verdictSentence: HTML {
        let open = report.gates.filter { $0.verdict == (report.applicable ? .confirm : .refuse) }
        let names = open.map { "\($0.gate)" as TerminalText }.joined(separator: ", ")
        if !report.applicable { return "Nothing can be applied while a gate refuses: \(names)." }
        if report.changes.isEmpty { return "There is nothing to apply." }
        return open.isEmpty ? "No gate refuses." : "No gate refuses; consent is asked for by: \(names)."
    }

    /// What the plan takes away, as figures that are seen first.
    private var losses: HTML {
        guard !report.changes.isEmpty else { return "" }
        let summary = report.summary
        let figures: [(HTML, Int)] = [
            (summary.groups.delete == 1 ? "group deleted" : "groups deleted", summary.groups.delete),
            (summary.users.remove == 1 ? "person removed" : "people removed", summary.users.remove),
            (summary.users.suspend == 1 ? "person suspended" : "people suspended", summary.users.suspend),
            (
                summary.memberships.remove == 1 ? "membership removed" : "memberships removed",
                summary.memberships.remove
            ),
        ]
        let items = figures.map { label, count -> HTML in
            "<li class=\"\(count == 0 ? "none" : "some")\"><b>\(count)</b> \(label)</li>\n"
        }
        return "<ul class=\"losses\" aria-label=\"What is taken away\">\n\(items.joined())</ul>\n"
    }
}
