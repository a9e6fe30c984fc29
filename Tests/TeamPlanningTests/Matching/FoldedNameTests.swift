import Testing

@testable import TeamPlanning

/// When two emails or two names of groups are the same (contract §2, §2.3): letter case and outer white space aside.
@Suite("Folded name")
struct FoldedNameTests {
    /// Rows of Unicode's CaseFolding.txt, statuses C and F, that lower case alone gets wrong, and plain ones.
    @Test(
        "letter case does not count, whatever the script",
        arguments: [
            ("Sales", "SALES"), ("ΟΔΟΣ", "οδος"), ("ὀδυσσεύς", "ὈΔΥΣΣΕΎΣ"), ("Straße", "STRASSE"), ("ẞ", "ß"),
            ("ẞ", "ss"),
            ("ﬁnance", "FINANCE"), ("Ǆ", "ǅ"), ("ſales", "Sales"), ("µ", "Μ"), ("ŉ", "ʼN"), ("ᾳ", "ΑΙ"),
            ("İ", "i\u{307}"),
            ("\u{212A}", "k"), ("ᏸ", "Ᏸ"), ("ꭰ", "Ꭰ"), ("В", "ᲀ"), ("É", "e\u{301}"),
        ]
    )
    func sameButForLetterCase(_ first: String, _ second: String) {
        #expect(FoldedName(first) == FoldedName(second))
        #expect(FoldedName("x\(first)y") == FoldedName("X\(second)Y"))
        #expect(FoldedName(FoldedName(first).rawValue) == FoldedName(first), "folding twice changes nothing")
        #expect(NameIndex([FoldedName(first)])[FoldedName(second)] == 0)
    }

    @Test(
        "white space around a name does not count",
        arguments: [
            ("Alpha ", "Alpha"), ("\tAlpha", "alpha"), ("\u{A0}Alpha\u{A0}", "ALPHA"), ("Alpha\u{2003}\n", "Alpha"),
            ("  Ähre \u{3000}", "ÄHRE"), (" \u{85}", ""), (" a b ", "A B"),
        ]
    )
    func sameButForOuterWhiteSpace(_ first: String, _ second: String) {
        #expect(FoldedName(first) == FoldedName(second))
        let place = SourceLocation(file: "groups.json", line: 1, column: 1)
        let list = NameList([Located(first, at: place), Located(second, at: place)])
        #expect(Array(NameIndex([FoldedName(second)]).positions(of: list)) == [0, 0])
    }

    @Test(
        "what differs in more than that is not the same",
        arguments: [
            ("ı", "i"), ("ı", "I"), ("İ", "i"), ("Zoë", "Zoe"), ("A B", "AB"), ("A  B", "A B"), ("\u{200B}A", "A"),
            ("ä", "ae"), ("ö", "ø"),
        ]
    )
    func different(_ first: String, _ second: String) {
        #expect(FoldedName(first) != FoldedName(second))
    }
}
