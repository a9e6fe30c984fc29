import TeamPlanning

extension ExplanationText {
    mutating func add(_ changes: [PlanReport.Change]) {
        guard !changes.isEmpty else { return addStep("Nothing is planned for the \(noun) itself.") }
        addStep("\(counted(changes.count, "change is", "changes are")) planned for the \(noun) itself:")
        for change in changes {
            let warning: TerminalText = change.irreversible ? " (cannot be undone)" : ""
            addDetail("\(change.action.symbol.text) \(change.id)\(warning.styled(.danger))")
            for line in change.fieldLines + (change.memberships?.lines ?? []) { addDetail(line, deeper: 4) }
            for (name, value) in change.options.sorted(by: { $0.key < $1.key }) {
                addDetail("\(("!" as TerminalText).styled(.yellow)) \(name): \(value.label)", deeper: 4)
            }
            addDetail(("why: \(change.reason, limit: TextLimit.sentence)" as TerminalText).styled(.dim), deeper: 4)
        }
    }

    mutating func add(_ memberships: [ExplanationReport.Membership]) {
        addStep("\(counted(memberships.count, "membership", "memberships")):")
        for membership in memberships {
            let name: TerminalText = isUser ? "\(quoted: membership.group)" : "\(membership.person)"
            let access: TerminalText = membership.access == .owner ? " (an owner)" : ""
            addDetail("\(membership.outcome.symbol) \(name)\(access): \(membership.outcome.label)")
            for source in membership.sources {
                addDetail(("\(source.side.label) at \(source.source.place)" as TerminalText).styled(.dim), deeper: 4)
            }
        }
    }

    mutating func add(_ findings: [FindingReport]) {
        addStep("\(counted(findings.count, "finding", "findings")):")
        for finding in findings { add(finding) }
    }

    /// A finding as a detail.
    mutating func add(_ finding: FindingReport) {
        addDetail(finding.sentence)
        if let remedy = finding.remedyLine { addDetail(remedy, deeper: 2) }
    }

    mutating func add(_ gates: [PlanReport.Gate]) {
        addStep("\(counted(gates.count, "gate stands", "gates stand")) before it:")
        for gate in gates {
            addDetail("\(gate.verdict.label) \(gate.gate): \(gate.message, limit: TextLimit.sentence)")
        }
    }
}

extension Explanation.MembershipFact.Outcome {
    fileprivate var symbol: TerminalText {
        switch self {
        case .add: ChangeSymbol.create.text
        case .setAccess: ChangeSymbol.change.text
        case .remove, .endsWithMember, .endsWithGroup: ChangeSymbol.remove.text
        case .keep, .leftAlone: "="
        case .notPlanned: "?"
        }
    }

    fileprivate var label: TerminalText {
        switch self {
        case .add: "added"
        case .remove: "removed, because no record asks for it"
        case .setAccess: "gets another access"
        case .keep: "stays"
        case .leftAlone: "stays, though no record asks for it"
        case .notPlanned: "wanted, but not planned: see the findings"
        case .endsWithMember: "ends, because the person is removed from the team"
        case .endsWithGroup: "ends, because the group is deleted"
        }
    }
}

extension Explanation.MembershipFact.Side {
    fileprivate var label: TerminalText {
        switch self {
        case .members: "asked for by the group's members"
        case .owners: "asked for by the group's owners"
        case .membersWhere: "asked for by the group's members_where"
        case .userGroups: "asked for by the user's groups"
        }
    }
}
