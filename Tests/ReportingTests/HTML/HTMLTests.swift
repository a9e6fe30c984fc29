import Testing

@testable import Reporting

@Suite("Markup")
struct HTMLTests {
    @Test(
        "Foreign text is text, as content and as an attribute",
        arguments: [
            ("", ""),
            ("Sales & Marketing", "Sales &amp; Marketing"),
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("\" onload=\"x", "&quot; onload=&quot;x"),
            ("' onload='x", "&#39; onload=&#39;x"),
            ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
            ("<\u{338}", "&lt;\u{338}"),
            ("a\u{202E}b\u{200B}c\n\u{1B}[2J", #"a\u{202e}b\u{200b}c\u{a}\u{1b}[2J"#),
            ("\u{301}x", #"\u{301}x"#),
            ("]]> --> {{x}} ${y}", "]]&gt; --&gt; {{x}} ${y}"),
            ("名前 🙂 é", "名前 🙂 é"),
        ]
    )
    func escapes(text: String, expected: String) {
        let html: HTML = "<p title=\"\(text)\">\(text)</p>"
        #expect(html.markup == "<p title=\"\(expected)\">\(expected)</p>")
    }

    @Test("Ten thousand characters are cut in their middle, and say so")
    func long() {
        let html: HTML = "\(String(repeating: "<b>&\"'\u{202E}", count: 10_000))"
        #expect(html.markup.contains("…(69920 more characters)…"))
        #expect(html.markup.utf8.count < 1_000)
        #expect(!html.markup.contains("<"))
    }

    @Test(
        "Random text comes back as it was made visible, and holds no markup",
        arguments: 1...200 as ClosedRange<UInt64>
    )
    func random(seed: UInt64) {
        var random = HostileText(seed: seed)
        let text: TerminalText = "\(random.text() + "<a href='&amp;'>" + random.text(), limit: 400)"
        let escaped = HTML.escape(text)
        #expect(!escaped.unicodeScalars.contains { "<>\"'".unicodeScalars.contains($0) })
        #expect(!escaped.unicodeScalars.contains { $0.isUnsafeOnTerminal && !$0.isVariationSelector })
        #expect(Array(HTMLReader.unescaped(escaped).unicodeScalars) == Array(text.plain.unicodeScalars))
    }
}
