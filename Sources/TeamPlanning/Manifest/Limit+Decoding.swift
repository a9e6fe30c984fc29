extension Limit {
    /// Reads a limit as people write it: a count such as `5`, or a percentage such as `10%` from `0%` to `100%`.
    ///
    /// Also the form of the value in `--override-limit NAME=VALUE`.
    public init?(_ text: String) {
        let digits = text.hasSuffix("%") ? text.dropLast() : text[...]
        guard !digits.isEmpty, digits.utf8.allSatisfy(isASCIIDigit), let number = Int(digits),
            String(number) == digits
        else { return nil }
        if digits.endIndex == text.endIndex {
            guard number <= Self.largestCount else { return nil }
            self = .count(number)
        } else {
            guard number <= 100 else { return nil }
            self = .percent(number)
        }
    }

    /// The largest count that a limit may be.
    static let largestCount = 1_000_000
}

extension ObjectReader {
    /// A limit: a whole number, or a percentage in a string.
    mutating func limit(_ name: String) -> Limit? {
        guard let node = value(name) else { return nil }
        let expected = "a count from 0 to \(Limit.largestCount) or a percentage such as \"10%\""
        switch node.value {
        case .number(let text):
            if let number = node.integer, (0...Limit.largestCount).contains(number) { return .count(number) }
            let message = "\(fieldPath(name)) has to be \(expected), not \(quoted(text))."
            report(.invalidValue, message, remedy: "Write \(expected).", at: node)
        case .string(let text):
            if case .percent(let number) = Limit(text) { return .percent(number) }
            let message = "\(fieldPath(name)) has to be \(expected), not \(quoted(text))."
            let remedy = "Write a number without quotes, or a string from \"0%\" to \"100%\"."
            report(.invalidValue, message, remedy: remedy, at: node)
        default:
            reportType(of: node, at: fieldPath(name), expected: expected)
        }
        return nil
    }
}
