extension FilterFault {
    /// One sentence that says what is wrong.
    public var message: String {
        switch kind {
        case .empty: "The filter is empty."
        case .missingAttribute: "The name of an attribute is missing here."
        case .notAttribute(let word): "\(quoted(word)) is not the name of an attribute."
        case .unknownAttribute(let name, _): "There is no attribute \(quoted(name)) here."
        case .missingOperator(let name): "An operator is missing after \(quoted(name))."
        case .unknownOperator(let word): "\(quoted(word)) is not an operator of SCIM filters."
        case .missingValue(let comparison): "A value is missing after \(comparison.rawValue)."
        case .notValue(let word): "\(quoted(word)) is not a value."
        case .wrongOperand(let comparison, let literal):
            "\(comparison.rawValue) cannot compare with \(literal.typeName)."
        case .missingConnective(let word): "\"and\" or \"or\" is missing before \(quoted(word))."
        case .missingOpening: "A parenthesis has to follow not."
        case .unclosedParenthesis: "The parenthesis opened here is never closed."
        case .unopenedParenthesis: "The parenthesis closed here was never opened."
        case .valuePath: "Value paths in brackets are not supported."
        case .tooDeep: "Parentheses are nested more than \(Filter.maximumDepth) deep."
        case .brokenString(let fault): fault.finding(Self.place).message
        }
    }

    /// The next step for the reader.
    public var remedy: String {
        switch kind {
        case .empty: "Write a condition such as mail ew \"@example.com\", or leave the filter out."
        case .missingAttribute: "Write a condition such as mail ew \"@example.com\"."
        case .notAttribute(let word): Self.foreignWords[caseFolded(word)] ?? "Start with an attribute, as in mail pr."
        case .unknownAttribute(let name, let known):
            nearestName(to: name, among: known).map { "Did you mean \(quoted($0))?" }
                ?? "Use one of \(known.joined(separator: ", "))."
        case .missingOperator: "Write one of \(Self.operators)."
        case .unknownOperator(let word): Self.foreignWords[caseFolded(word)] ?? "Write one of \(Self.operators)."
        case .missingValue: "Write text in double quotes, a number, true, false or null."
        case .notValue: "Put text in double quotes; only numbers, true, false and null stand without."
        case .wrongOperand(let comparison, _):
            comparison.operands == .text
                ? "Put the text in double quotes." : "Compare with a number or with text, or use eq or ne."
        case .missingConnective(let word): Self.foreignWords[caseFolded(word)] ?? "Join two conditions by and or or."
        case .missingOpening: "Write not (…)."
        case .unclosedParenthesis: "Add the missing )."
        case .unopenedParenthesis: "Remove it, or add the missing (."
        case .valuePath: "Use a dotted path, such as emails.value."
        case .tooDeep: "Remove parentheses, or split the filter."
        case .brokenString(let fault): fault.remedy
        }
    }

    private static let operators = (FilterOperator.allCases.map(\.rawValue) + ["pr"]).joined(separator: ", ")

    /// What other languages write for SCIM's words.
    private static let foreignWords = [
        "=": "Write eq.", "==": "Write eq.", "===": "Write eq.", "is": "Write eq.", "equals": "Write eq.",
        "!=": "Write ne.", "<>": "Write ne.", "contains": "Write co.", "like": "Write co, sw or ew.",
        "startswith": "Write sw.", "endswith": "Write ew.", "present": "Write pr.", "exists": "Write pr.",
        ">": "Write gt.", ">=": "Write ge.", "<": "Write lt.", "<=": "Write le.",
        "&&": "Write and.", "&": "Write and.", "||": "Write or.", "|": "Write or.", "!": "Write not (…).",
    ]

    /// A broken string speaks of no place but its own, so any will do.
    private static func place(_ offset: Int) -> SourceLocation {
        SourceLocation(file: "", line: 1, column: offset + 1)
    }
}

extension FilterLiteral {
    /// How a sentence names the type of the literal.
    fileprivate var typeName: String {
        switch self {
        case .string: "text"
        case .number: "a number"
        case .bool(let flag): "the Boolean \(flag)"
        case .null: "null"
        }
    }
}
