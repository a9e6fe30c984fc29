extension Explanation.FilterResult {
    /// Asks a mapping's filter about a record, comparison by comparison.
    init(_ filter: Filter, of part: Part, in mapping: Mapping, on record: JSONNode) {
        self.init(
            rule: mapping.name.value,
            part: part,
            location: mapping.location,
            filter: filter.description,
            isFulfilled: filter.matches(record),
            conditions: filter.condition.comparisons(on: record)
        )
    }
}

extension FilterCondition {
    /// The single comparisons, in the order in which they are written.
    fileprivate func comparisons(on record: JSONNode) -> [Explanation.Condition] {
        switch self {
        case .present(let path), .comparison(let path, _, _):
            let found = record.attribute(path).nodes.compactMap(\.caseKey)
            return [Explanation.Condition(text: description, isTrue: isTrue(of: record), found: found)]
        case .not(let inner): return inner.comparisons(on: record)
        case .all(let terms), .any(let terms): return terms.flatMap { $0.comparisons(on: record) }
        }
    }
}
