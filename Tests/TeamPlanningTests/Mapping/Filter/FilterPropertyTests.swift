import Testing

@testable import TeamPlanning

/// What holds for every filter, tried on random ones.
struct FilterPropertyTests {
    @Test(arguments: 0..<8)
    func printingAndParsingIsTheIdentity(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        for _ in 0..<300 {
            let filter = Filter(condition: random.condition(depth: 4))
            #expect(try Filter.parse(filter.description).get() == filter, "\(filter)")
        }
    }

    @Test(arguments: 0..<8)
    func obeysTheLawsOfLogic(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let record = try json(
            #"{"a": ["x", 1, true], "b.c": 1, "b": {"c": "Y", "d": [2, null]}, "größe": "", "n": null}"#
        )
        for _ in 0..<200 {
            let (left, right) = (random.condition(depth: 2), random.condition(depth: 2))
            let (isLeft, isRight) = (left.isTrue(of: record), right.isTrue(of: record))
            #expect(FilterCondition.all([left, right]).isTrue(of: record) == (isLeft && isRight))
            #expect(FilterCondition.any([left, right]).isTrue(of: record) == (isLeft || isRight))
            #expect(FilterCondition.not(left).isTrue(of: record) == !isLeft)
        }
    }

    /// Whatever the text is, there is a filter or a fault with a place in the text.
    @Test(arguments: 0..<8)
    func survivesAnything(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let words = [
            "(", ")", "[", "]", "not", "and", "OR", "a", "b.c", "urn:x:y", "eq", "pr", "co", "lt", "\"x\"", "\"", "\\",
            "1",
            "-0.5e3", "true", "null", ".", " ", "\t", "é", "🦊", "\u{0}", "\u{301}",
        ]
        for round in 0..<600 {
            let bytes = (0..<random.below(40)).map { _ in UInt8(random.below(256)) }
            let tokens = (0..<random.below(16)).map { _ in words[random.below(words.count)] }
            let text =
                round.isMultiple(of: 2)
                ? String(decoding: bytes, as: UTF8.self) : tokens.joined(separator: random.below(2) == 0 ? " " : "")
            switch Filter.parse(text) {
            case .success(let filter): #expect((try? Filter.parse(filter.description).get()) == filter)
            case .failure(let fault):
                #expect((0...text.unicodeScalars.count).contains(fault.offset), "\(text)")
                #expect(fault.message.hasSuffix(".") && !fault.remedy.isEmpty)
            }
        }
    }

    /// Every end that a valid filter can be cut at leaves a filter or a fault, never a crash.
    @Test func survivesEveryPrefix() throws {
        let text = #"not (urn:a:b:c.d ew "\u00e9\"") and (n ge -1.5e3 or x eq null) and y pr"#
        _ = try Filter.parse(text).get()
        let faults = (0..<text.count).filter { length in
            if case .failure = Filter.parse(String(text.prefix(length))) { true } else { false }
        }
        #expect(
            faults.count == text.count - 4,
            "complete too: what ends after either parenthesis, with or without space"
        )
    }
}

extension SeededRandom {
    fileprivate mutating func condition(depth: Int) -> FilterCondition {
        switch depth > 0 ? below(6) : below(2) {
        case 0: return .present(path())
        case 1: return comparison()
        case 2: return .not(condition(depth: depth - 1))
        case 3, 4: return .all(conditions(depth: depth - 1))
        default: return .any(conditions(depth: depth - 1))
        }
    }

    private mutating func conditions(depth: Int) -> [FilterCondition] {
        (0...(1 + below(3))).map { _ in condition(depth: depth) }
    }

    private mutating func comparison() -> FilterCondition {
        let literals: [FilterLiteral] = [
            .string("x"), .string("\"\\\u{0}\n é🦊)"), .string(""), .number(DecimalNumber(json: "-1.50e3")),
            .number(DecimalNumber(1)), .bool(true), .bool(false), .null,
        ]
        while true {
            let comparison = FilterOperator.allCases[below(FilterOperator.allCases.count)]
            let literal = literals[below(literals.count)]
            if comparison.operands.accept(literal) { return .comparison(path(), comparison, literal) }
        }
    }

    private mutating func path() -> AttributePath {
        let paths = ["a", "b.c", "b.d", "größe", "n", "urn:x:2.0:Y:a", "missing"].compactMap(AttributePath.init)
        return paths[below(paths.count)]
    }
}
