extension FilterCondition: CustomStringConvertible {
    /// The condition as a filter text, with the parentheses that it needs.
    var description: String {
        switch self {
        case .present(let path): "\(path) pr"
        case .comparison(let path, let comparison, let literal): "\(path) \(comparison.rawValue) \(literal)"
        case .not(let inner): "not (\(inner))"
        case .all(let terms): terms.map { $0.isChain ? "(\($0))" : $0.description }.joined(separator: " and ")
        case .any(let terms): terms.map { $0.isAlternative ? "(\($0))" : $0.description }.joined(separator: " or ")
        }
    }

    /// Whether a chain of `and` has to put this term into parentheses.
    private var isChain: Bool {
        switch self {
        case .all, .any: true
        case .present, .comparison, .not: false
        }
    }

    /// Whether a chain of `or` has to put this term into parentheses; `and` binds tighter and needs none.
    private var isAlternative: Bool {
        if case .any = self { true } else { false }
    }
}

extension FilterLiteral: CustomStringConvertible {
    /// The literal as JSON text.
    var description: String {
        switch self {
        case .string(let text): jsonText(of: text)
        case .number(let number): number.description
        case .bool(let flag): String(flag)
        case .null: "null"
        }
    }
}

/// A string as a JSON string with the escapes that RFC 8259 §7 demands.
private func jsonText(of text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"", "\\":
            result += "\\\(scalar)"
        case "\u{0}"..."\u{1F}":
            let digits = String(scalar.value, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        default:
            result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
