/// Reads tokens by recursive descent: `or` binds loosest, then `and`, then `not` (RFC 7644 §3.4.2.2).
struct FilterParser {
    private let tokens: [FilterToken]
    private let attributes: [String]?
    /// The attributes that were read, with the byte at which each begins.
    private(set) var found: [(path: AttributePath, offset: Int)] = []
    private var index = 0
    private var depth = 0

    /// Starts at the first token. `attributes` are the only names allowed; `nil` allows any.
    init(_ tokens: [FilterToken], attributes: [String]?) {
        self.tokens = tokens
        self.attributes = attributes
    }

    /// Reads the whole filter.
    mutating func parseFilter() throws(FilterFault) -> FilterCondition {
        if case .end = current.kind { throw FilterFault(.empty, at: 0) }
        let condition = try parseAlternatives()
        switch current.kind {
        case .end: return condition
        case .close: throw FilterFault(.unopenedParenthesis, at: current.offset)
        case .bracket: throw FilterFault(.valuePath, at: current.offset)
        case .word, .string, .open: throw FilterFault(.missingConnective(current.word), at: current.offset)
        }
    }

    private mutating func parseAlternatives() throws(FilterFault) -> FilterCondition {
        var terms = [try parseChain()]
        while skip("or") { terms.append(try parseChain()) }
        return terms.count > 1 ? .any(terms) : terms[0]
    }

    private mutating func parseChain() throws(FilterFault) -> FilterCondition {
        var terms = [try parseTerm()]
        while skip("and") { terms.append(try parseTerm()) }
        return terms.count > 1 ? .all(terms) : terms[0]
    }

    private mutating func parseTerm() throws(FilterFault) -> FilterCondition {
        if case .open = current.kind { return try parseParenthesis() }
        let negation = current
        guard skip("not") else { return try parseComparison() }
        guard case .open = current.kind else { throw FilterFault(.missingOpening, at: negation.offset) }
        return .not(try parseParenthesis())
    }

    private mutating func parseParenthesis() throws(FilterFault) -> FilterCondition {
        let opening = next()
        guard depth < Filter.maximumDepth else { throw FilterFault(.tooDeep, at: opening.offset) }
        depth += 1
        let inner = try parseAlternatives()
        depth -= 1
        switch current.kind {
        case .close: index += 1
        case .end: throw FilterFault(.unclosedParenthesis, at: opening.offset)
        case .bracket: throw FilterFault(.valuePath, at: current.offset)
        case .word, .string, .open: throw FilterFault(.missingConnective(current.word), at: current.offset)
        }
        return inner
    }

    private mutating func parseComparison() throws(FilterFault) -> FilterCondition {
        let path = try parseAttribute()
        let token = current
        if skip("pr") { return .present(path) }
        switch token.kind {
        case .word(let word):
            guard let comparison = FilterOperator(rawValue: caseFolded(word)) else {
                throw FilterFault(.unknownOperator(word), at: token.offset)
            }
            index += 1
            return .comparison(path, comparison, try parseLiteral(for: comparison))
        case .bracket: throw FilterFault(.valuePath, at: token.offset)
        case .end, .string, .open, .close:
            throw FilterFault(.missingOperator(path.description), at: token.offset)
        }
    }

    private mutating func parseAttribute() throws(FilterFault) -> AttributePath {
        let token = next()
        switch token.kind {
        case .word(let word):
            guard let path = AttributePath(word), path.isPlain else {
                throw FilterFault(.notAttribute(word), at: token.offset)
            }
            if let attributes, !attributes.contains(where: { caseFolded($0) == path.canonicalName }) {
                throw FilterFault(.unknownAttribute(word, known: attributes), at: token.offset)
            }
            found.append((path, token.offset))
            return path
        case .string(let text): throw FilterFault(.notAttribute(text), at: token.offset)
        case .bracket: throw FilterFault(.valuePath, at: token.offset)
        case .end, .open, .close: throw FilterFault(.missingAttribute, at: token.offset)
        }
    }

    private mutating func parseLiteral(for comparison: FilterOperator) throws(FilterFault) -> FilterLiteral {
        let token = next()
        let literal: FilterLiteral
        switch token.kind {
        case .string(let text): literal = .string(text)
        case .word("true"): literal = .bool(true)
        case .word("false"): literal = .bool(false)
        case .word("null"): literal = .null
        case .word(let word):
            guard let number = DecimalNumber(word) else { throw FilterFault(.notValue(word), at: token.offset) }
            literal = .number(number)
        case .bracket: throw FilterFault(.valuePath, at: token.offset)
        case .end, .open, .close: throw FilterFault(.missingValue(comparison), at: token.offset)
        }
        guard comparison.operands.accept(literal) else {
            throw FilterFault(.wrongOperand(comparison, literal), at: token.offset)
        }
        return literal
    }
}

extension FilterParser {
    private var current: FilterToken { tokens[min(index, tokens.count - 1)] }

    private mutating func next() -> FilterToken {
        defer { index += 1 }
        return current
    }

    /// Skips a keyword, which is one in any letter case.
    private mutating func skip(_ keyword: String) -> Bool {
        guard case .word(let word) = current.kind, caseFolded(word) == keyword else { return false }
        index += 1
        return true
    }
}

extension FilterToken {
    /// What stands here, for a message.
    fileprivate var word: String {
        switch kind {
        case .word(let word): word
        case .string(let text): text
        case .open: "("
        case .close: ")"
        case .bracket: "["
        case .end: ""
        }
    }
}
