import TeamPlanning

extension PlanText {
    /// The commands to run next, unbroken so that they can be copied.
    mutating func addNextStep() {
        page.addGap()
        for line in nextStepLines {
            if report.applicable { page.addUnbroken(line) } else { page.add(line, hanging: 6) }
        }
        page.addGap()
    }

    /// The commands to run next, or why there is none.
    var nextStepLines: [TerminalText] {
        guard !report.changes.isEmpty else { return [] }
        guard report.applicable else {
            return ["Next: nothing can be applied while a gate refuses: \(refusing)."]
        }
        guard let commands = applyCommands else { return [] }
        return [
            "Next: \(commands.asking.styled(.bold))", "  without a terminal: \(commands.consenting.styled(.bold))",
        ]
    }

    /// The command that asks for consent at a terminal, and the one that brings it along; nil where neither would do.
    var applyCommands: (asking: TerminalText, consenting: TerminalText)? {
        guard let applyCommand, report.applicable, !report.changes.isEmpty else { return nil }
        let command: TerminalText = "\(applyCommand, limit: TextLimit.sentence)"
        let token: TerminalText = report.confirmation.map { " --confirm-group-deletions \($0.token)" } ?? ""
        return (asking: command, consenting: command + token + " --auto-approve")
    }

    /// The last line: the counts.
    mutating func addCounts() {
        let line = counts.styled(.bold)
        if report.changes.isEmpty { page.add(line) } else { page.addUnbroken(line) }
    }

    /// The counts in one sentence.
    var counts: TerminalText {
        guard report.changes.isEmpty else {
            return "Plan: \([users, groups, memberships].joined(separator: "; "))."
        }
        // Nothing planned from a read that a gate refuses does not say that nothing is to do.
        guard report.applicable else { return "No changes are planned, but a gate refuses: \(refusing)." }
        let concerns = report.findings.count { $0.severity != .info }
        guard concerns > 0 else { return "No changes. The team matches the manifests." }
        return "No changes, but \(counted(concerns, "finding names", "findings name")) what was left alone."
    }

    private var refusing: TerminalText {
        report.gates.filter { $0.verdict == .refuse }.map { "\($0.gate)" as TerminalText }.joined(separator: ", ")
    }

    private var users: TerminalText {
        let counts = report.summary.users
        return Self.list([
            ("to create", counts.create, true),
            ("to recover", counts.recover, false),
            ("to update", counts.update, true),
            ("to set a role", counts.setRole, false),
            ("to unsuspend", counts.unsuspend, false),
            ("to suspend", counts.suspend, true),
            ("to remove", counts.remove, true),
        ])
    }

    private var groups: TerminalText {
        let counts = report.summary.groups
        return "groups "
            + Self.list([
                ("to create", counts.create, true), ("to update", counts.update, true),
                ("to delete", counts.delete, true),
            ])
    }

    private var memberships: TerminalText {
        let counts = report.summary.memberships
        return "memberships "
            + Self.list([
                ("to add", counts.add, true), ("to remove", counts.remove, true),
                ("to set access", counts.setAccess, false),
            ])
    }

    /// The counts with their words; the rare ones only where there are any.
    private static func list(_ counts: [(words: TerminalText, count: Int, isAlwaysShown: Bool)]) -> TerminalText {
        counts.filter { $0.isAlwaysShown || $0.count > 0 }.map { "\($0.count) \($0.words)" }.joined(separator: ", ")
    }
}
