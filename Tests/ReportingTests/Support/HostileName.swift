import Testing

@testable import Reporting

/// A text that is something in the syntax of some format.
struct HostileName: Sendable, CustomTestStringConvertible {
    let text: String

    /// Inert, as the log of a test is read by runners too.
    var testDescription: String { TerminalText.escaped(text) }

    static let all =
        markdown + workflowCommands
        + named([
            "a\nb\r\n\n# c", "\u{1B}]8;;https://x\u{7}y", "\u{202E}x\u{200B}", "&lt;&#60;", "<!-- x --> -->", "]]>",
            "[x](0)", "\\[x](https://evil.example)", "{0} {{1}}", "100%0A%25", "a,b:c=d", "",
            String(repeating: "x*", count: 5_000),
        ])

    static let markdown = named([
        "*a* _b_ **c**", "[x](https://evil.example)", "![x](y)", "<https://x.example>", "</pre></details><script>",
        "| a | b |", "# head", "#123", "@acme/admins", "joe@acme.example", "www.evil.example", "WWW.evil.example",
        "`code` ``` ~~~", "$a$ :tada:", "GH-1 acme/roster#1", "http://evil.example", "ftp://x", "> quote", "1. list",
    ])

    static let workflowCommands = named([
        "::set-output name=x::y", " ::stop-commands::x", "x ::error::y", "##[set-output name=x;]y", "a##[group]b",
        "###[x]", "::\n::error::y", "\t::warning::",
    ])

    private static func named(_ texts: [String]) -> [HostileName] { texts.map(HostileName.init) }
}

extension HostileText {
    /// Random text around a text that is something in the syntax of some format.
    mutating func syntax() -> String {
        let name = HostileName.all.randomElement(using: &self)?.text ?? ""
        return text() + name + text()
    }
}
