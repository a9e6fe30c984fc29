import TeamPlanning

extension TextLayout {
    private static let settledShown = 20

    /// Why an approval does not cover the plan: each change that was not approved, with what differs and what has moved since,
    /// the approved changes that are no longer planned, and the next step.
    ///
    /// - Parameter planCommand: The command that makes a new plan to be reviewed, as a shell reads it.
    public func approvalRefusal(_ delta: ApprovalDelta, planCommand: String) -> String {
        var page = TextPage(self)
        let changes = counted(delta.plannedCount, "planned change is", "planned changes are")
        page.add(
            ("The approved plan does not cover this one: \(delta.uncovered.count) of \(changes) not approved."
                as TerminalText).styled(.danger)
        )
        page.add(delta.manifestsNote)
        page.addGap()
        for item in delta.uncovered { page.add(item, delta.hasSameManifests) }
        if !delta.settled.isEmpty {
            page.addGap()
            page.add(delta.settledNote)
            for change in delta.settled.prefix(Self.settledShown) { page.add(change.subject, indent: 2) }
            let hidden = delta.settled.count - Self.settledShown
            if hidden > 0 { page.add("and \(hidden) more", indent: 2) }
        }
        page.addGap()
        page.add("Nothing was applied. Next: make a new plan, have it reviewed, and pass it with --approved:")
        page.addUnbroken("\(planCommand, limit: TextLimit.sentence)", indent: 2)
        return page.text
    }
}

extension TextPage {
    fileprivate mutating func add(_ item: ApprovalCheck.Uncovered, _ hasSameManifests: Bool?) {
        add(item.change.subject, indent: 2)
        for difference in item.differences {
            add(item.label(of: difference), indent: 6)
            if difference == .identity { for line in item.lostFields { add(line, indent: 8) } }
        }
        if let label = DeltaCause(item, hasSameManifests: hasSameManifests).label { add(label, indent: 6) }
    }
}

extension ApprovalDelta {
    fileprivate var manifestsNote: TerminalText {
        switch hasSameManifests {
        case true?:
            "The manifests are those of \(approvedAt), when it was made: what differs has changed in Dropbox, or with time."
        case false?: "It was made at \(approvedAt); the manifests have changed since, and Dropbox may have too."
        case nil: "It was made at \(approvedAt); whether the manifests have changed since is not known."
        }
    }

    fileprivate var settledNote: TerminalText {
        let changes = counted(settled.count, "approved change is", "approved changes are")
        return hasSameManifests == true
            ? "\(changes) done already, or no longer needed:" : "\(changes) done already, or no longer planned:"
    }
}

extension DeltaCause {
    fileprivate var label: TerminalText? {
        switch self {
        case .dropbox: "what moved: Dropbox"
        case .manifests: "what moved: the manifests"
        case .both: "what moved: the manifests and Dropbox"
        case .unknown: nil
        }
    }
}

extension PlanReport.Change {
    fileprivate var subject: TerminalText {
        "\(action.symbol.text) \(action.rawValue) \(resource.listed.styled(.bold))"
    }

    fileprivate func step(of field: String) -> TerminalText {
        switch (before?[field], after?[field]) {
        case (nil, nil): "unchanged"
        case (let old, let new): "\((old ?? .none).label) → \((new ?? .none).label)"
        }
    }
}

extension ApprovalCheck.Uncovered {
    fileprivate func label(of difference: ApprovalCheck.Difference) -> TerminalText {
        switch difference {
        case .otherTeam(let approved): return "the approval is for another team, \(approved)"
        case .notApproved: return "new: the approved plan has no such change"
        case .otherObject: return "it is another object than approved: \(id(change)) now, \(id(approved)) then"
        case .identity: return "what would be lost is not what was approved:"
        case .field(let name):
            let then = approved?.step(of: name) ?? "unchanged"
            return "\(name): \(change.step(of: name)) now, \(then) when approved"
        case .options:
            return "it would be carried out with other options: \(options(change)) now, \(options(approved)) then"
        case .memberships(let members):
            return "members who were not approved: \(members.map(label).joined(separator: ", "))"
        case .danger: return "the approved plan did not mark it as destructive or irreversible"
        }
    }

    /// A member; whoever was approved under another ID is another person of that email.
    private func label(_ member: PlanReport.Membership) -> TerminalText {
        let known = [approved?.memberships?.add, approved?.memberships?.remove, approved?.memberships?.setAccess]
        let isOther = known.contains { $0?.contains { $0.email == member.email && $0.access == member.access } == true }
        return isOther ? "\(member.label) (another account than approved)" : member.label
    }

    private func id(_ change: PlanReport.Change?) -> TerminalText {
        change?.targetID.map { "\($0)" } ?? "none"
    }

    private func options(_ change: PlanReport.Change?) -> TerminalText {
        guard let options = change?.options, !options.isEmpty else { return "none" }
        return options.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.label)" }.joined(separator: ", ")
    }

    /// The whole object, with what was approved where that was something else.
    fileprivate var lostFields: [TerminalText] {
        let names = Set(change.before?.keys.map(\.self) ?? []).union(approved?.before?.keys.map(\.self) ?? [])
        return names.sorted { (FieldOrder.rank($0), $0) < (FieldOrder.rank($1), $1) }.map { name in
            let (now, then) = (change.before?[name], approved?.before?[name])
            let value = now?.label ?? "(none)"
            return now == then ? "\(name): \(value)" : "\(name): \(value) now, \(then?.label ?? "(none)") when approved"
        }
    }
}
