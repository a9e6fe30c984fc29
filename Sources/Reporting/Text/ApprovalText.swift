import TeamPlanning

extension TextLayout {
    /// The changes that an approval does not cover, with what it lacks, and the next step.
    public func approvalRefusal(_ uncovered: [ApprovalCheck.Uncovered]) -> String {
        var page = TextPage(self)
        let changes = counted(uncovered.count, "change is", "changes are")
        page.add(
            ("The approved plan does not cover this one: \(changes) not approved." as TerminalText).styled(.danger)
        )
        page.addGap()
        for item in uncovered {
            let subject: TerminalText = "\(item.change.action.rawValue) \(item.change.resource.listed.styled(.bold))"
            page.add("\(item.change.action.symbol.text) \(subject)", indent: 2)
            page.add(item.label, indent: 6)
            for line in item.lostFields { page.add(line, indent: 8) }
        }
        page.addGap()
        page.add("Nothing was applied. Next: have a new plan reviewed (`roster plan -o json=FILE`) and pass that.")
        return page.text
    }
}

extension ApprovalCheck.Uncovered {
    fileprivate var label: TerminalText {
        switch difference {
        case .otherTeam(let approved): return "the approval is for another team, \(approved)"
        case .notApproved: return "the approved plan has no such change"
        case .identity: return "what would be lost is not what was approved:"
        case .field(let name): return "the approved plan does not change `\(name)` in this way: \(values(of: name))"
        case .options: return "it would be carried out with other options than approved"
        case .memberships(let members):
            return "not in the approved plan: \(members.map(\.label).joined(separator: ", "))"
        case .danger: return "the approved plan did not mark it as destructive or irreversible"
        }
    }

    fileprivate var lostFields: [TerminalText] { difference == .identity ? change.fieldLines : [] }

    private func values(of name: String) -> TerminalText {
        "\((change.before?[name] ?? .none).label) → \((change.after?[name] ?? .none).label)"
    }
}
