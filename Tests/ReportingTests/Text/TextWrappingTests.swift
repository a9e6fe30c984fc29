import Testing

@testable import Reporting

@Suite("Wrapping")
struct TextWrappingTests {
    private func lines(_ text: TerminalText, width: Int, hanging: Int = 2, breakingWords: Bool = false) -> [String] {
        text.wrapped(to: width, hanging: hanging, breakingWords: breakingWords).map(\.plain)
    }

    @Test("Breaks at spaces and indents what continues")
    func breaksAtSpaces() {
        #expect(lines("one two three four", width: 9) == ["one two", "  three", "  four"])
        #expect(lines("one two", width: 7) == ["one two"])
        #expect(lines("", width: 7) == [""])
    }

    @Test("Keeps leading and double spaces on a line")
    func keepsSpaces() {
        #expect(lines("    a  b cccccc", width: 9, hanging: 6) == ["    a  b", "    cccccc"])
    }

    @Test("A word longer than the line stays whole unless it may be cut")
    func longWords() {
        #expect(lines("a bcdefghijkl m", width: 6) == ["a", "  bcdefghijkl", "  m"])
        #expect(lines("a bcdefghijkl m", width: 6, breakingWords: true) == ["a bcde", "  fghi", "  jkl", "  m"])
        #expect(lines("bcdefghijkl", width: 6, breakingWords: true) == ["bcde", "  fghi", "  jkl"])
    }

    @Test("Counts wide characters as two columns")
    func wideCharacters() {
        #expect(lines("名前 名前", width: 6) == ["名前", "  名前"])
    }

    @Test("Styles survive a break")
    func styles() {
        let text: TerminalText = "a \(("bb cc" as TerminalText).styled(.red))"
        let rendered = text.wrapped(to: 4, hanging: 0).map { $0.rendered(colour: true) }
        #expect(rendered == ["a \u{1B}[31mbb\u{1B}[0m", "\u{1B}[31mcc\u{1B}[0m"])
    }

    @Test("A box is as wide as the page, whatever stands in it", arguments: [20, 60, 90, 300])
    func box(width: Int) {
        var page = TextPage(TextLayout(width: width, colour: false))
        page.addBox(titled: "TITLE", style: .danger, ["名前 🙂", "    \(String(repeating: "x", count: 400), limit: 400)"])
        let lines = page.text.split(separator: "\n").map(String.init)
        #expect(lines.count > 5)
        #expect(Set(lines.map(\.columns)) == [page.width])
    }
}
