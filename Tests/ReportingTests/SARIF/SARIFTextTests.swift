import Testing

@testable import Reporting

@Suite("Text in SARIF messages")
struct SARIFTextTests {
    @Test("A viewer shows the text, with no link and no placeholder", arguments: HostileName.all)
    func named(name: HostileName) { expectInert(name.text) }

    @Test("So it does with random text", arguments: 1...200 as ClosedRange<UInt64>)
    func random(seed: UInt64) {
        var random = HostileText(seed: seed)
        expectInert(random.syntax())
    }

    private func expectInert(_ text: String) {
        let terminal: TerminalText = "\(text, limit: TextLimit.sentence)"
        let shown = SARIFViewer.shown(SARIFText.escaped(terminal))
        #expect(shown?.unicodeScalars.elementsEqual(terminal.plain.unicodeScalars) == true, "\(shown ?? "a link")")
    }

    @Test(
        "A path becomes a URI reference",
        arguments: [
            ("./a/b.json", "a/b.json"), ("a b.json", "a%20b.json"), ("é%.json", "%C3%A9%25.json"),
            ("/tmp/x:y.json", "file:///tmp/x%3Ay.json"), ("a\n?#[.json", "a%0A%3F%23%5B.json"),
        ]
    )
    func uri(path: String, uri: String) { #expect(SARIFText.uri(path) == uri) }
}

/// What a viewer makes of a plain-text message (SARIF 2.1.0 §3.11).
enum SARIFViewer {
    /// The text, or `nil` where there is a link or a placeholder in it.
    static func shown(_ message: String) -> String? {
        var scalars = Array(message.unicodeScalars)[...]
        var result = String.UnicodeScalarView()
        // Escapes of brackets are used where there could be a link; elsewhere a backslash is one.
        let hasEscapes = zip(scalars, scalars.dropFirst()).contains { $0 == "]" && $1 == "(" }
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\\" where hasEscapes:
                guard let next = scalars.popFirst() else { return nil }
                result.append(next)
            case "[" where hasEscapes, "]" where hasEscapes: return nil
            case "{", "}":
                guard scalars.popFirst() == scalar else { return nil }
                result.append(scalar)
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
