import TeamPlanning

extension PlanPage {
    /// Group deletions in a box: which, how many members and who, why, that they are for good, and how to consent.
    var deletions: HTML {
        let deletions = report.changes.filter { $0.action == .groupDelete }
        guard !deletions.isEmpty else { return "" }
        let title = counted(deletions.count, "group would be deleted", "groups would be deleted")
        let doomed = report.doomedGroups
        let articles = deletions.map { change in
            article(for: change, fate(of: change, change.targetID.flatMap { doomed[$0] }))
        }.joined()
        return section(
            "deletions",
            "\(title)",
            class: "part danger",
            """
            <p class="warning">A deleted group is gone: permanent, cannot be undone.</p>
            \(Self.hiddenNotice)\(articles)\(consent)
            """
        )
    }

    /// What takes people's access to the team away, in full.
    var removals: HTML {
        report.parts.filter { !$0.removals.isEmpty }.map { part in
            section(
                part.id("removals"),
                "\(part.heading("Removals and suspensions", "removals and suspensions"))",
                class: "part loss",
                "\(Self.hiddenNotice)\(part.removals.map { article(for: $0, "") }.joined())"
            )
        }.joined()
    }

    /// Says that a filter hides some of what is lost; the script fills it in.
    private static let hiddenNotice: HTML = "<p class=\"notice\" hidden></p>\n"

    private func article(for change: PlanReport.Change, _ fate: HTML) -> HTML {
        """
        <article class="object">
        <h3>\(title(of: [change]))</h3>
        \(fate)\(self.change(change))</article>

        """
    }

    /// What becomes of a deleted group's members.
    private func fate(of change: PlanReport.Change, _ doomed: PlanReport.Confirmation.DoomedGroup?) -> HTML {
        let origin: HTML = change.origin.map { "<p class=\"origin\">\($0.note)</p>\n" } ?? ""
        guard let doomed else { return "<p class=\"fate\">permanent, cannot be undone</p>\n\(origin)" }
        let count = counted(doomed.memberCount, "member loses it", "members lose it")
        let names = (doomed.members ?? []).map { "<li><bdi class=\"user\">\($0)</bdi></li>\n" as HTML }.joined()
        let members: HTML = names.isEmpty ? "" : "<ul class=\"members\" aria-label=\"Who loses it\">\n\(names)</ul>\n"
        return """
            <p class="fate"><strong>\(count)</strong>, permanent, cannot be undone \
            <code class="id">\(doomed.groupID)</code></p>
            \(members)\(origin)
            """
    }

    private var consent: HTML {
        guard let confirmation = report.confirmation else {
            return "<p class=\"consent\">The plan carries no confirmation token, so it cannot be applied.</p>\n"
        }
        let phrase: HTML =
            confirmation.groups.count == 1
            ? "the group's name" : "<code>delete \(confirmation.groups.count) groups</code>"
        return """
            <p class="consent">To consent, type \(phrase) when apply asks for it, or pass</p>
            <pre class="command"><code>--confirm-group-deletions \(confirmation.token)</code></pre>

            """
    }
}
