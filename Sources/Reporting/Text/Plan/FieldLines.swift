import TeamPlanning

extension PlanReport.Change {
    /// One line per field: `~ given_name: "Jan" → "Janet"`, the values below each other.
    var fieldLines: [TerminalText] {
        let names = Set(before.map { Set($0.keys) } ?? []).union(after.map { Set($0.keys) } ?? [])
            .sorted { (FieldOrder.rank($0), $0) < (FieldOrder.rank($1), $1) }
        let labels = names.map { "\($0):" as TerminalText }
        let longest = labels.map(\.columns).max() ?? 0
        return zip(names, labels).map { name, label in
            "\(symbol.text) \(label.padded(to: longest)) \(values(of: name))"
        }
    }

    private var symbol: ChangeSymbol {
        if before == nil { return .create }
        return after == nil ? .remove : .change
    }

    private func values(of name: String) -> TerminalText {
        switch (before?[name], after?[name]) {
        case (let old?, let new?): "\(old.label) → \(new.label)"
        case (nil, let value?), (let value?, nil): value.label
        case (nil, nil): ""
        }
    }
}

extension PlanReport.Memberships {
    /// One line per member: added, changed, removed.
    var lines: [TerminalText] {
        add.map { "\(ChangeSymbol.create.text) \($0.label)" }
            + setAccess.map { "\(ChangeSymbol.change.text) \($0.email) becomes \($0.access?.rawValue ?? "member")" }
            + remove.map { "\(ChangeSymbol.remove.text) \($0.email)" }
    }
}

extension PlanReport.Membership {
    /// The email; an owner is called one.
    var label: TerminalText { access == .owner ? "\(email) as owner" : "\(email)" }
}

/// The order in which people expect fields; others follow by name.
enum FieldOrder {
    private static let known = [
        "team_member_id", "group_id", "name", "email", "given_name", "surname", "status", "role", "external_id",
        "management", "member_count",
    ]

    static func rank(_ name: String) -> Int {
        known.firstIndex(of: name) ?? known.count
    }
}
