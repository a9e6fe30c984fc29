import TeamPlanning

extension PlanText {
    /// What takes people's access to the team away.
    mutating func addRemovals() {
        let removals = report.changes.filter { $0.action == .userRemove || $0.action == .userSuspend }
        guard !removals.isEmpty else { return }
        addHeading("Removals and suspensions")
        for change in removals { addBlock([change]) }
    }

    /// Everything else, one block per user and group.
    mutating func addUpdates() {
        let rest = report.changes.filter { ![.groupDelete, .userRemove, .userSuspend].contains($0.action) }
        addSection("Users", rest.filter(\.action.concernsUser))
        addSection("Groups", rest.filter { !$0.action.concernsUser })
    }

    private mutating func addSection(_ title: TerminalText, _ changes: [PlanReport.Change]) {
        guard !changes.isEmpty else { return }
        addHeading(title)
        var blocks: [[PlanReport.Change]] = []
        var positions: [Resource: Int] = [:]
        for change in changes {
            if let position = positions[change.resource] {
                blocks[position].append(change)
            } else {
                positions[change.resource] = blocks.count
                blocks.append([change])
            }
        }
        for block in blocks { addBlock(block) }
    }

    /// The changes of one object.
    private mutating func addBlock(_ changes: [PlanReport.Change]) {
        guard let first = changes.first else { return }
        let verbs = changes.map(\.action.verb).reduce(into: [TerminalText]()) { verbs, verb in
            if verbs.last != verb { verbs.append(verb) }
        }
        let warning: TerminalText =
            changes.contains(where: \.irreversible) ? " (cannot be undone)" : ""
        page.addGap()
        page.add(
            "\(first.action.symbol.text) \(first.resource.label.styled(.bold)): \(verbs.joined(separator: ", "))\(warning.styled(.danger))",
            indent: 2
        )
        for change in changes { addDetails(of: change) }
    }

    private mutating func addDetails(of change: PlanReport.Change) {
        for line in change.fieldLines { page.add(line, indent: 6) }
        for line in change.memberships?.lines ?? [] { page.add(line, indent: 6) }
        for (name, value) in change.options.sorted(by: { $0.key < $1.key }) {
            page.add("\(("!" as TerminalText).styled(.yellow)) \(name): \(value.label)", indent: 6)
        }
        let place: TerminalText = change.source.map { " (\($0.label))" } ?? ""
        page.add(("why: \(change.reason, limit: TextLimit.sentence)\(place)" as TerminalText).styled(.dim), indent: 8)
    }
}
