import Testing

@testable import Reporting

@Suite("Text in Markdown")
struct MarkdownTextTests {
    static let hostile = [
        "*a* _b_ **c**", "[x](https://evil.example)", "![x](y)", "<https://x.example>", "</pre></details><script>",
        "| a | b |", "# head", "#123", "@acme/admins", "joe@acme.example", "www.evil.example", "WWW.evil.example",
        "`code` ``` ~~~", "::set-output name=x::y", "a\nb\r\n\n# c", "\u{1B}]8;;https://x\u{7}y", "\u{202E}x\u{200B}",
        "&lt;&#60;", "<!-- x --> -->", "$a$ :tada:", "GH-1 acme/roster#1", String(repeating: "x*", count: 5_000),
    ]

    @Test("What is shown is the text, and there is no markup in it", arguments: hostile)
    func named(text: String) { expectInert(text) }

    @Test("Random text is as inert", arguments: 1...200 as ClosedRange<UInt64>)
    func random(seed: UInt64) {
        var random = HostileText(seed: seed)
        let text = random.text() + (Self.hostile.randomElement(using: &random) ?? "") + random.text()
        expectInert(text)
    }

    private func expectInert(_ text: String) {
        let terminal: TerminalText = "\(text)"
        let inert = MarkdownText.inert(terminal)
        #expect(MarkdownReader.visible(inert).unicodeScalars.elementsEqual(terminal.plain.unicodeScalars))
        #expect(terminal.plain.count < 2_000)
        let reference = /<!-- -->&#64;|&#[0-9]+;/.matchingSemantics(.unicodeScalar)
        let bare = inert.replacing(reference, with: "")
        #expect(bare.unicodeScalars.allSatisfy { !"\n\r*_[]<>|#`~!@:\\&$=".unicodeScalars.contains($0) })
        #expect(!inert.lowercased().contains("www."))
    }
}

/// What a reader sees of our Markdown.
enum MarkdownReader {
    /// Without comments and tags, with character references resolved.
    static func visible(_ markdown: String) -> String {
        // By scalars, as Markdown is defined: a mark after a reference is no part of its semicolon.
        let reference = /&#([0-9]+);/.matchingSemantics(.unicodeScalar)
        let tags = /<!--.*?-->|<[^>]*>/.matchingSemantics(.unicodeScalar)
        return markdown.replacing(tags, with: "").replacing(reference) { match in
            UInt32(match.output.1).flatMap(Unicode.Scalar.init).map(String.init) ?? ""
        }
    }
}
