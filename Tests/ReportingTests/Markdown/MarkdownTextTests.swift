import Testing

@testable import Reporting

@Suite("Text in Markdown")
struct MarkdownTextTests {
    @Test("What is shown is the text, and there is no markup in it", arguments: HostileName.all)
    func named(name: HostileName) { expectInert(name.text) }

    @Test("Random text is as inert", arguments: 1...200 as ClosedRange<UInt64>)
    func random(seed: UInt64) {
        var random = HostileText(seed: seed)
        expectInert(random.syntax())
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
