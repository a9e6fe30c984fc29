import TeamPlanning

extension ExplanationText {
    mutating func add(_ record: ExplanationReport.Record) {
        let mapping: TerminalText = record.mapping.map { ", read by the mapping at \($0.place)" } ?? ""
        let article: TerminalText = record.leftOut ? "A" : "The"
        addStep("\(article) record stands at \(record.source.place), rule \(record.rule)\(mapping).")
        if record.leftOut { addDetail("A filter of the rule leaves it out, so nothing of it is desired:") }
        switch record.lifecycle {
        case .released: addDetail("It is released: the \(noun) is left alone from now on, its marker cleared.")
        case .absent: addDetail("It is a tombstone: the \(noun) is to go.")
        case .managed, nil: break
        }
    }

    mutating func add(_ result: ExplanationReport.FilterResult) {
        let scoped: TerminalText =
            switch result.scopes {
            case .rule: "rule \(result.rule)"
            case .users: "users of the rule \(result.rule)"
            case .groups: "groups of the rule \(result.rule)"
            }
        let verdict: TerminalText = result.fulfilled ? "lets it through" : "leaves it out"
        addStep("The filter of the \(scoped) \(verdict): \(result.filter, limit: TextLimit.sentence)")
        for condition in result.conditions {
            let label: TerminalText = condition.holds ? "holds:     " : "does not:  "
            let found: TerminalText =
                condition.found.isEmpty
                ? "no such field"
                : "the record has \(condition.found.map { "\(quoted: $0)" as TerminalText }.joined(separator: ", "))"
            addDetail("\(label)\(condition.condition, limit: TextLimit.sentence) (\(found))")
        }
    }

    mutating func add(_ values: [ExplanationReport.Value]) {
        addStep("The record wants:")
        let labels = values.map { "\($0.attribute):" as TerminalText }
        let longest = labels.map(\.columns).max() ?? 0
        for (value, label) in zip(values, labels) {
            addDetail("\(label.padded(to: longest)) \(value.content)\(value.originLabel)")
        }
    }
}

extension ExplanationReport.Value {
    fileprivate var content: TerminalText {
        switch value {
        case .list(let list):
            list.isEmpty ? "(none)" : list.map { "\(quoted: $0)" as TerminalText }.joined(separator: ", ")
        case .field(.number(let count)): counted(count, "person", "people")
        case .field(let field): field.label
        }
    }

    fileprivate var originLabel: TerminalText {
        guard let origin else { return "" }
        let changed = origin.raw.flatMap { $0 == plainText ? nil : $0 }
        let raw: TerminalText = changed.map { " (\(quoted: $0))" } ?? ""
        return (" from \(origin.source, limit: TextLimit.sentence)\(raw)" as TerminalText).styled(.dim)
    }
    /// The value as an origin would show it; one that came through as it was is not told twice.
    private var plainText: String? {
        switch value {
        case .list(let list): list.joined(separator: ", ")
        case .field(.text(let text)): text
        case .field: nil
        }
    }
}
