import TeamPlanning

extension PlanText {
    /// What takes people's access to the team away.
    mutating func addRemovals() {
        for part in report.parts where !part.removals.isEmpty {
            addHeading(part.heading("Removals and suspensions", "removals and suspensions"))
            for change in part.removals { addBlock([change]) }
        }
    }

    /// Everything else, one block per user and group.
    mutating func addUpdates() {
        for part in report.parts {
            let blocks = Self.updateBlocks(of: part)
            addSection(part.heading("Users", "users"), blocks.filter { $0.first?.action.concernsUser == true })
            addSection(part.heading("Groups", "groups"), blocks.filter { $0.first?.action.concernsUser == false })
        }
    }

    private mutating func addSection(_ title: TerminalText, _ blocks: [[PlanReport.Change]]) {
        guard !blocks.isEmpty else { return }
        addHeading(title)
        for block in blocks { addBlock(block) }
    }

    /// What neither deletes, removes nor suspends: part by part the changes of each user, then of each group.
    var updateBlocks: [[PlanReport.Change]] { report.parts.flatMap(Self.updateBlocks) }

    static func updateBlocks(of part: PlanReport.Part) -> [[PlanReport.Change]] {
        let rest = part.changes.filter { ![.groupDelete, .userRemove, .userSuspend].contains($0.action) }
        return blocks(rest.filter(\.action.concernsUser)) + blocks(rest.filter { !$0.action.concernsUser })
    }

    private static func blocks(_ changes: [PlanReport.Change]) -> [[PlanReport.Change]] {
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
        return blocks
    }

    /// The changes of one object.
    private mutating func addBlock(_ changes: [PlanReport.Change]) {
        page.addGap()
        page.add(Self.title(of: changes), indent: 2)
        for change in changes {
            let lines = Self.details(of: change)
            for line in lines.dropLast() { page.add(line, indent: 6) }
            if let reason = lines.last { page.add(reason, indent: 6, hanging: 6) }
        }
    }

    /// What happens to one object.
    static func title(of changes: [PlanReport.Change]) -> TerminalText {
        guard let first = changes.first else { return "" }
        let verbs = changes.map(\.action.verb).reduce(into: [TerminalText]()) { verbs, verb in
            if verbs.last != verb { verbs.append(verb) }
        }
        let warning: TerminalText =
            changes.contains(where: \.irreversible) ? " (cannot be undone)" : ""
        return
            "\(first.action.symbol.text) \(first.resource.label.styled(.bold)): \(verbs.joined(separator: ", "))\(warning.styled(.danger))"
    }

    /// Fields, members and options of a change; its reason in the last line, further in.
    static func details(of change: PlanReport.Change) -> [TerminalText] {
        let options = change.options.sorted { $0.key < $1.key }.map { name, value -> TerminalText in
            "\(("!" as TerminalText).styled(.yellow)) \(name): \(value.label)"
        }
        let place: TerminalText = change.source.map { " (\($0.label))" } ?? ""
        let reason: TerminalText = "  why: \(change.reason, limit: TextLimit.sentence)\(place)"
        return change.fieldLines + (change.memberships?.lines ?? []) + options + [reason.styled(.dim)]
    }
}

extension PlanReport.Part {
    /// What takes people's access to the team away.
    var removals: [PlanReport.Change] {
        changes.filter { $0.action == .userRemove || $0.action == .userSuspend }
    }

    /// Without a base the title alone; with one, where the changes come from before it.
    func heading(_ title: TerminalText, _ continuation: TerminalText) -> TerminalText {
        guard let origin else { return title }
        return "\(origin.title): \(continuation)"
    }
}
