import TeamPlanning

extension PlanReport.Base {
    fileprivate static let unusable: TerminalText = ", which could not be planned: every change counts as introduced"

    /// What has to be said of it besides its name.
    var note: TerminalText { fingerprint == nil ? Self.unusable : "" }
}

extension PlanReport.SnapshotSource {
    /// The age in its largest whole unit, such as `3 hours before this plan`.
    var ageText: TerminalText {
        switch age {
        case ..<0: "later than this plan by the clock of this machine"
        case ..<120: "\(counted(age, "second", "seconds")) before this plan"
        case ..<7200: "\(counted(age / 60, "minute", "minutes")) before this plan"
        case ..<172_800: "\(counted(age / 3600, "hour", "hours")) before this plan"
        default: "\(counted(age / 86_400, "day", "days")) before this plan"
        }
    }
}

extension PlanText {
    /// What the base asks for and these manifests no longer do, in the order of the base's plan.
    mutating func addResolved() {
        let lines = resolvedLines
        guard let title = lines.first else { return }
        addHeading(title)
        page.addGap()
        for line in lines.dropFirst() { page.add(line, indent: 2, hanging: 10) }
    }

    /// A title, and two lines per change; none where nothing is resolved.
    var resolvedLines: [TerminalText] {
        guard let resolved = report.resolved, !resolved.isEmpty else { return [] }
        let title: TerminalText = "Resolved by this change: planned from the base, and not from these manifests"
        return [title]
            + resolved.flatMap { change -> [TerminalText] in
                let reason: TerminalText = "was planned because: \(change.reason, limit: TextLimit.sentence)"
                let symbol = ("✓" as TerminalText).styled(.green)
                return ["\(symbol) \(change.resource.label): \(change.action.verb)", "      \(reason.styled(.dim))"]
            }
    }

    /// How many changes come from where.
    mutating func addOrigins() {
        if let origins { page.add(origins) }
    }

    /// How many changes come from where, in one sentence; nil without a base.
    var origins: TerminalText? {
        guard report.base != nil else { return nil }
        let introduced = report.changes.count { $0.origin != .preExisting }
        let pending = report.changes.count - introduced
        let resolved = report.resolved?.count ?? 0
        return
            "\(counted(introduced, "change", "changes")) introduced, \(pending) already pending before, \(resolved) resolved."
    }
}
