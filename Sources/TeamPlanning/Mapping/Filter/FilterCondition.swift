/// The tree that a filter stands for.
///
/// Chains of `and` and of `or` are lists, so that a long chain is no deeper than a short one.
indirect enum FilterCondition: Sendable, Equatable {
    /// The attribute has a value (`pr`).
    case present(AttributePath)
    /// The attribute compares to a literal.
    case comparison(AttributePath, FilterOperator, FilterLiteral)
    /// The condition does not hold.
    case not(FilterCondition)
    /// All of at least two conditions hold.
    case all([FilterCondition])
    /// One of at least two conditions holds.
    case any([FilterCondition])
}

/// The operators of RFC 7644 §3.4.2.2, table 3, that compare with a literal.
enum FilterOperator: String, Sendable, CaseIterable {
    case equal = "eq"
    case notEqual = "ne"
    case contains = "co"
    case startsWith = "sw"
    case endsWith = "ew"
    case greater = "gt"
    case greaterOrEqual = "ge"
    case less = "lt"
    case lessOrEqual = "le"

    /// What the operator can compare with.
    var operands: Operands {
        switch self {
        case .equal, .notEqual: .anything
        case .contains, .startsWith, .endsWith: .text
        case .greater, .greaterOrEqual, .less, .lessOrEqual: .ordered
        }
    }

    enum Operands {
        case anything
        case text
        case ordered
    }
}

/// What an attribute is compared with (`compValue`).
enum FilterLiteral: Sendable, Equatable {
    case string(String)
    case number(DecimalNumber)
    case bool(Bool)
    case null
}

extension FilterOperator.Operands {
    /// Whether a literal makes sense for the operator: `co` needs text, and `false` is not less than `true`.
    func accept(_ literal: FilterLiteral) -> Bool {
        switch (self, literal) {
        case (.anything, _), (_, .string), (.ordered, .number): true
        case (.text, _), (.ordered, _): false
        }
    }
}
