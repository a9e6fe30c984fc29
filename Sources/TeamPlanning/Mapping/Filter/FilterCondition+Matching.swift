extension FilterCondition {
    /// Whether the condition holds for a record.
    func isTrue(of record: some FilterRecord) -> Bool {
        switch self {
        case .present(let path): path.values(in: record).contains { !$0.isEmpty }
        case .comparison(let path, let comparison, let literal):
            comparison.isTrue(of: path.values(in: record), literal)
        case .not(let inner): !inner.isTrue(of: record)
        case .all(let terms): terms.allSatisfy { $0.isTrue(of: record) }
        case .any(let terms): terms.contains { $0.isTrue(of: record) }
        }
    }
}

extension AttributePath {
    /// The values that a record has at the path.
    fileprivate func values(in record: some FilterRecord) -> [FilterValue] {
        for names in candidates {
            let values = record.values(at: names)
            if !values.isEmpty { return values }
        }
        return []
    }
}

extension FilterOperator {
    /// Whether one of the values compares to the literal; a missing attribute has no values.
    ///
    /// `ne` is the exception: it holds for a missing attribute, and for a list when any item differs.
    fileprivate func isTrue(of values: [FilterValue], _ literal: FilterLiteral) -> Bool {
        switch (self, literal) {
        case (.equal, .null): values.isEmpty
        case (.notEqual, .null): !values.isEmpty
        case (.notEqual, _): values.isEmpty || values.contains { !$0.isEqual(to: literal) }
        case (.equal, _): values.contains { $0.isEqual(to: literal) }
        case (.contains, _): values.contains { $0.relates(to: literal) { $0.contains($1) } }
        case (.startsWith, _): values.contains { $0.relates(to: literal) { $0.hasPrefix($1) } }
        case (.endsWith, _): values.contains { $0.relates(to: literal) { $0.hasSuffix($1) } }
        case (.greater, _): values.contains { $0.order(to: literal) == .greater }
        case (.greaterOrEqual, _): values.contains { $0.order(to: literal).map { $0 != .less } ?? false }
        case (.less, _): values.contains { $0.order(to: literal) == .less }
        case (.lessOrEqual, _): values.contains { $0.order(to: literal).map { $0 != .greater } ?? false }
        }
    }
}

extension FilterValue {
    /// Whether `pr` takes the value for none.
    fileprivate var isEmpty: Bool { self == .string("") }

    /// Values of different types are never equal: the text `"1"` is not the number 1.
    fileprivate func isEqual(to literal: FilterLiteral) -> Bool {
        switch (self, literal) {
        case (.bool(let left), .bool(let right)): left == right
        default: order(to: literal) == .equal
        }
    }

    /// Whether text stands in a relation to the literal, letter case aside.
    fileprivate func relates(to literal: FilterLiteral, _ relation: (String, String) -> Bool) -> Bool {
        guard case (.string(let left), .string(let right)) = (self, literal) else { return false }
        return relation(caseFolded(left), caseFolded(right))
    }

    /// How the value orders against the literal; `nil` when the two cannot be ordered.
    fileprivate func order(to literal: FilterLiteral) -> Order? {
        switch (self, literal) {
        case (.string(let left), .string(let right)): Order(caseFolded(left), caseFolded(right))
        case (.number(let left), .number(let right)): Order(left, right)
        default: nil
        }
    }
}

/// How one value stands to another.
private enum Order {
    case less
    case equal
    case greater

    init<Value: Comparable>(_ left: Value, _ right: Value) {
        self = left == right ? .equal : left < right ? .less : .greater
    }
}
