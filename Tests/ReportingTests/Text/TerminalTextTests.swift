import Testing

@testable import Reporting

@Suite("Foreign text on a terminal")
struct TerminalTextTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let shown: String
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(name: "plain", text: "Janet O'Neil-Smith (IT)", shown: "Janet O'Neil-Smith (IT)"),
        Case(name: "accents", text: "Zoë Ångström", shown: "Zoë Ångström"),
        Case(name: "decomposed accents", text: "Zoe\u{308}", shown: "Zoe\u{308}"),
        Case(name: "other scripts", text: "名前 שם", shown: "名前 שם"),
        Case(name: "line feed", text: "a\nb", shown: "a\\u{a}b"),
        Case(name: "CRLF", text: "a\r\nb", shown: "a\\u{d}\\u{a}b"),
        Case(name: "tab", text: "a\tb", shown: "a\\u{9}b"),
        Case(name: "NUL", text: "\u{0}", shown: "\\u{0}"),
        Case(name: "ANSI", text: "\u{1B}[31mred", shown: "\\u{1b}[31mred"),
        Case(name: "DEL", text: "\u{7F}", shown: "\\u{7f}"),
        Case(name: "C1 introducer", text: "\u{9B}2J", shown: "\\u{9b}2J"),
        Case(name: "next line", text: "\u{85}", shown: "\\u{85}"),
        Case(name: "right-to-left override", text: "a\u{202E}b", shown: "a\\u{202e}b"),
        Case(name: "isolates", text: "\u{2066}\u{2069}", shown: "\\u{2066}\\u{2069}"),
        Case(name: "marks of direction", text: "\u{61C}\u{200E}\u{200F}", shown: "\\u{61c}\\u{200e}\\u{200f}"),
        Case(
            name: "zero width",
            text: "a\u{200B}\u{200D}\u{2060}\u{FEFF}",
            shown: "a\\u{200b}\\u{200d}\\u{2060}\\u{feff}"
        ),
        Case(name: "separators", text: "\u{2028}\u{2029}", shown: "\\u{2028}\\u{2029}"),
        Case(name: "tags", text: "a\u{E0041}", shown: "a\\u{e0041}"),
        Case(name: "odd spaces", text: "a\u{A0}b\u{3000}c\u{2009}", shown: "a\\u{a0}b\\u{3000}c\\u{2009}"),
        Case(name: "blank letters", text: "\u{3164}\u{115F}\u{2800}", shown: "\\u{3164}\\u{115f}\\u{2800}"),
        Case(name: "soft hyphen", text: "a\u{AD}b", shown: "a\\u{ad}b"),
        Case(name: "private use", text: "\u{E000}", shown: "\\u{e000}"),
        Case(name: "emoji with selector", text: "❤\u{FE0F}", shown: "❤\u{FE0F}"),
        Case(name: "lone selector", text: "a\u{FE0F}", shown: "a\\u{fe0f}"),
        Case(name: "selector on a digit", text: "1\u{FE0E}", shown: "1\\u{fe0e}"),
        Case(name: "second selector", text: "❤\u{FE0F}\u{FE0F}", shown: "❤\u{FE0F}\\u{fe0f}"),
        Case(name: "mark at the start", text: "\u{301}a", shown: "\\u{301}a"),
        Case(name: "mark after a space", text: "a \u{20DD}", shown: "a \\u{20dd}"),
        Case(name: "backslash", text: "DOMAIN\\user", shown: "DOMAIN\\user"),
        Case(name: "harmless backslash", text: "C:\\Temp\\", shown: "C:\\Temp\\"),
        Case(name: "written escape", text: "\\u{202e}", shown: "\\\\u{202e}"),
        Case(name: "backslash before an escape", text: "\\\u{7}", shown: "\\\\\\u{7}"),
    ]

    @Test("What is obeyed or hidden is shown", arguments: cases)
    func escaped(item: Case) {
        #expect(TerminalText.escaped(item.text).unicodeScalars.elementsEqual(item.shown.unicodeScalars))
    }

    @Test("Different texts look different")
    func unambiguous() {
        let texts = ["\\", "u{7}", "\u{7}", "\\u{7}", "\\\u{7}", "\\\\u{7}", "\\\\\u{7}", "\\\\\\u{7}", "\\\\"]
        #expect(Set(texts.map(TerminalText.escaped)).count == texts.count)
    }

    @Test(
        "A quoted text cannot end its quotes",
        arguments: [("a\"b", #""a\"b""#), (#"a\"#, #""a\\""#), (#"a\"b"#, #""a\\\"b""#), ("a\\b", #""a\b""#)]
    )
    func quoted(text: String, shown: String) {
        #expect(("\(quoted: text)" as TerminalText).plain == shown)
    }

    @Test(
        "Printable ASCII is as it was, but for what begins a workflow command, a quote in quotes, and backslashes there"
    )
    func plainText() {
        var texts = [""]
        for _ in 0..<5 {
            texts += texts.suffix(6_000).flatMap { text in [":", "#", "[", " ", "a", "\""].map { text + $0 } }
        }
        for text in Set(texts) {
            let startsCommand = (" " + text).contains(" ::") || text.contains("##[")
            #expect((TerminalText.escaped(text) == text) == !startsCommand, "\(text)")
            let quoted = ("\(quoted: text)" as TerminalText).plain
            #expect((quoted == "\"\(text)\"") == !(startsCommand || text.contains("\"")), "\(text)")
        }
    }

    @Test("A long text keeps its ends and says how much is hidden")
    func shortened() {
        let text = String(repeating: "a", count: 100) + String(repeating: "z", count: 50)
        let shown = ("\(text)" as TerminalText).plain
        #expect(
            shown == String(repeating: "a", count: 53) + "…(70 more characters)…" + String(repeating: "z", count: 27)
        )
        #expect(("\(String(repeating: "a", count: 80))" as TerminalText).plain.count == 80)
    }

    @Test(
        "Columns as terminals count them",
        arguments: [("abc", 3), ("名前", 4), ("🙂", 2), ("e\u{301}", 1), ("", 0), ("ﾊ", 1)]
    )
    func columns(text: String, columns: Int) {
        #expect(text.columns == columns)
    }
}
