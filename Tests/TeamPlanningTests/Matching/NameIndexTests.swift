import Testing

@testable import TeamPlanning

@Suite("Name index")
struct NameIndexTests {
    /// More names than a round of searches, of every kind that an index tells apart.
    private static let names: [FoldedName] =
        (0..<300).flatMap { number in
            [FoldedName("person.number\(number)@acme.example"), FoldedName("zoë\(number)@acme.example")]
        }
        + ["", "a", "ab", "abcdefgh", "abcdefghi", "\u{212A}", "x\u{037E}", "\u{1FEF}", "e\u{301}"].map(FoldedName.init)

    @Test("finds every name, and none that it does not have, one by one and many at once")
    func findsNames() {
        let index = NameIndex(Self.names)
        let strangers = Self.names.map { FoldedName($0.rawValue + "!") }
        let questions = Self.names + strangers
        let expected = Array(Self.names.indices).map(Optional.some) + strangers.map { _ in nil }
        #expect(questions.map { index[$0] } == expected)
        #expect(Array(index.positions(count: questions.count) { questions[$0] }) == expected)
    }

    @Test("finds the names of a list in whatever case they are written")
    func findsListedNames() {
        let index = NameIndex(Self.names)
        let place = SourceLocation(file: "groups.json", line: 1, column: 1)
        let list = NameList(
            Self.names.map { Located($0.rawValue.uppercased(), at: place) } + [
                Located("Nobody@acme.example", at: place)
            ]
        )
        let expected = list.map { Self.names.lastIndex(of: FoldedName($0.value)) }
        #expect(expected.last == .some(nil))
        #expect(Array(index.positions(of: list)) == expected)
    }

    @Test(
        "names that are canonically equivalent are one name, as they are for strings",
        arguments: [
            ("x;", "x\u{037E}"), ("`", "\u{1FEF}"), ("k", "\u{212A}"), ("\u{E9}", "e\u{301}"),
            ("\u{C5}ngstr\u{F6}m", "\u{212B}ngstro\u{308}m"),
        ]
    )
    func canonicalEquivalence(_ first: String, _ second: String) {
        for (name, other) in [(first, second), (second, first)] {
            let index = NameIndex([FoldedName(name)])
            #expect(index[FoldedName(other)] == 0, "\(name) and \(other)")
            #expect(Array(index.positions(count: 1) { _ in FoldedName(other) }) == [0])
        }
        #expect(NameIndex(["K"])["\u{212A}"] == 0)
    }

    @Test("tells which names it was given twice or more, and that the others are single")
    func doubledNames() {
        #expect(NameIndex(Self.names).doubled == [])
        let names = ["a", "zoë", "b", "a", "c", "zoe\u{308}", "a", "K", "\u{212A}"]
        #expect(NameIndex(names).doubled == [0, 1, 3, 5, 6, 7, 8])
    }

    @Test("no character but those three is canonically equivalent to an ASCII character")
    func singletons() {
        let ascii = Set((0..<0x80).compactMap(Unicode.Scalar.init).map(String.init))
        let others = (UInt32(0x80)...0x10FFFF).compactMap(Unicode.Scalar.init)
        let equivalent = others.filter { ascii.contains(String($0)) }
        #expect(equivalent == ["\u{037E}", "\u{1FEF}", "\u{212A}"])
    }

    @Test("of equal names the last position counts, and a position may have no name")
    func lastCounts() {
        let names: [FoldedName?] = ["a@x.co", nil, "ä", "A@x.co", "Ä", nil].map { $0.map(FoldedName.init) }
        let index = NameIndex(count: names.count) { names[$0] }
        #expect(index[FoldedName("a@x.co")] == 3 && index[FoldedName("ä")] == 4 && index[FoldedName("")] == nil)
        #expect(Array(index.positions(count: 2) { $0 == 0 ? nil : FoldedName("A@X.CO") }) == [nil, 3])
    }
}

@Suite("Lists of names")
struct NameListTests {
    private static let place = SourceLocation(file: "groups.json", line: 3, column: 7)

    @Test("gives back what was put in, in order and with places")
    func elements() {
        let elsewhere = SourceLocation(file: "other.json", line: 1, column: 1)
        let names = [
            Located("Jane@acme.example", at: Self.place), Located("", at: Self.place),
            Located("zoë@acme.example", at: elsewhere),
        ]
        var list = NameList(names.dropLast())
        if let last = names.last { list.append(last) }
        #expect(Array(list) == names)
        #expect(list == NameList(names) && list != NameList(names.reversed()))
        #expect(NameList([]).isEmpty && list.count == 3)
    }
}
