import TeamPlanning

extension PlanText {
    /// The commands to run next, unbroken so that they can be copied.
    mutating func addNextStep() {
        page.addGap()
        guard !report.changes.isEmpty else { return }
        guard report.applicable else {
            let refusing = report.gates.filter { $0.verdict == .refuse }.map { "\($0.gate)" as TerminalText }
            page.add(
                "Next: nothing can be applied while a gate refuses: \(refusing.joined(separator: ", ")).",
                hanging: 6
            )
            page.addGap()
            return
        }
        guard let applyCommand else { return }
        var command: TerminalText = "\(applyCommand, limit: TextLimit.sentence)"
        page.addUnbroken("Next: \(command.styled(.bold))")
        if let token = report.confirmation?.token { command = command + " --confirm-group-deletions \(token)" }
        page.addUnbroken("  without a terminal: \((command + " --auto-approve").styled(.bold))")
        page.addGap()
    }

    /// The last line: the counts.
    mutating func addCounts() {
        guard report.changes.isEmpty else {
            let parts = [users, groups, memberships].joined(separator: "; ")
            return page.addUnbroken(("Plan: \(parts)." as TerminalText).styled(.bold))
        }
        let concerns = report.findings.count { $0.severity != .info }
        guard concerns > 0 else {
            return page.add(("No changes. The team matches the manifests." as TerminalText).styled(.bold))
        }
        let named = counted(concerns, "finding names", "findings name")
        page.add(("No changes, but \(named) what was left alone." as TerminalText).styled(.bold))
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
