import TeamPlanning

extension TextLayout {
    /// What became of the last apply: how it ended, what was not carried out, the summaries, and the next step.
    public func status(_ report: StatusReport) -> String {
        var page = TextPage(self)
        if let apply = report.apply {
            page.add(apply, report)
        } else if let journal = report.journal {
            page.add(
                "The journal \(journal, limit: TextLimit.sentence) holds nothing: that apply ended before its first change."
            )
        } else {
            page.add("No apply is recorded here.")
        }
        page.addGap()
        if let running = report.running { page.add("An apply is under way now\(running.label).") }
        page.add("Next: \(report.nextStep, limit: TextLimit.sentence).")
        return page.text
    }
}

extension TextPage {
    fileprivate mutating func add(_ apply: StatusReport.Apply, _ report: StatusReport) {
        add("Last apply: \(apply.ending.label)")
        add("began    \(apply.startedAt), last entry \(apply.lastEntryAt)", indent: 2, hanging: 9)
        add("team     \(quoted: apply.team.name) (\(apply.team.teamID))", indent: 2, hanging: 9)
        add("by       \(apply.actingAdmin.email), consent: \(apply.consent)", indent: 2, hanging: 9)
        for (name, value) in apply.overrides.sorted(by: { $0.key < $1.key }) {
            add("limit    \(name) raised to \(value)", indent: 2, hanging: 9)
        }
        add("journal  \(report.journal ?? "", limit: TextLimit.sentence)", indent: 2, hanging: 9)
        if !apply.unreadableLines.isEmpty {
            let lines = apply.unreadableLines.map { "\($0)" as TerminalText }.joined(separator: ", ")
            add("         could not be read: line \(lines)", indent: 2, hanging: 9)
        }
        addGap()
        for outcome in apply.errors { add(outcome) }
        for change in apply.underWay {
            add("\(("under way" as TerminalText).styled(.yellow)): \(change.label)")
        }
        addGap()
        add("Users    \(apply.summary.users.label)", hanging: 9)
        add("Groups   \(apply.summary.groups.label)", hanging: 9)
        add("Changes  \(apply.changes.label)", hanging: 9)
        guard apply.ending != .running else { return }
        addGap()
        add(apply.verdict)
    }
}

extension StatusReport.Apply {
    fileprivate var verdict: TerminalText {
        switch remainingChanges {
        case nil: "The team was not read again after it."
        case 0?: ("The team was read again and matched the manifests." as TerminalText).styled(.green)
        case let count?:
            "The team was read again: \(counted(count, "change", "changes")) remained."
        }
    }
}

extension StatusReport.Ending {
    fileprivate var label: TerminalText {
        switch self {
        case .finished: ("finished" as TerminalText).styled(.green)
        case .interrupted: ("interrupted by a signal" as TerminalText).styled(.yellow)
        case .timedOut: ("ended at its time limit" as TerminalText).styled(.yellow)
        case .cutOff: ("cut off before its end" as TerminalText).styled(.danger)
        case .running: ("under way" as TerminalText).styled(.cyan)
        }
    }
}

extension StatusReport.Progress {
    fileprivate var label: TerminalText {
        let parts: [(Int, TerminalText)] = [
            (applied, "applied"), (failed, "failed"), (unfinished, "not finished"), (skipped, "skipped"),
            (underWay, "under way"), (notStarted, "not started"),
        ]
        let shown = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" as TerminalText }
        return "\(planned) planned\(shown.isEmpty ? "" : ": ")\(shown.joined(separator: ", "))"
    }
}

extension StatusReport.Begun {
    fileprivate var label: TerminalText {
        let subject: TerminalText = "\(action.rawValue) \(resource.listed.styled(.bold))"
        guard finishedCalls > 0 else { return subject }
        return "\(subject) (\(counted(finishedCalls, "call", "calls")) made)"
    }
}

extension StatusReport.Running {
    fileprivate var label: TerminalText {
        guard let pid, let host, let startedAt else { return "" }
        let owner: TerminalText = user.map { " of \($0)" } ?? ""
        return " (process \(pid)\(owner) on \(host), since \(startedAt))"
    }
}
