import TeamPlanning

extension PlanPage {
    /// What the base asks for and these manifests no longer do, in the order of the base's plan.
    var resolved: HTML {
        guard let resolved = report.resolved, !resolved.isEmpty else { return "" }
        let items = resolved.map { change -> HTML in
            let kind: HTML = change.action.concernsUser ? "user" : "group"
            return """
                <li><h3><span class="symbol add" aria-hidden="true">✓</span> <span class="kind">\(kind)</span> \
                <bdi class="name">\(change.resource.listed)</bdi>: \(change.action.verb)</h3>
                <p class="why">was planned because: <bdi>\(change.reason, limit: TextLimit.sentence)</bdi></p></li>

                """
        }
        return section(
            "resolved",
            "Resolved by this change <small>planned from the base, and not from these manifests</small>",
            "<ul class=\"resolved\">\n\(items.joined())</ul>\n"
        )
    }

    /// How many changes come from where.
    var origins: HTML {
        text.origins.map { "<p class=\"counts\">\($0)</p>\n" } ?? ""
    }

    /// What the plan was made from besides the team as it is, for the facts at the end.
    var sources: [(HTML, TerminalText)] {
        let base: TerminalText? = report.base.map { "\($0.manifests, limit: TextLimit.sentence)\($0.note)" }
        let snapshot: TerminalText? = report.snapshot.map { "the team as read at \($0.readAt), \($0.ageText)" }
        return [("base", base), ("snapshot", snapshot)].compactMap { label, fact in fact.map { (label, $0) } }
    }
}

extension PlanReport.Part {
    /// The ID of a section with changes of this part.
    func id(_ section: HTML) -> HTML {
        switch origin {
        case nil: section
        case .introduced: "introduced-\(section)"
        case .preExisting: "pending-\(section)"
        }
    }
}
