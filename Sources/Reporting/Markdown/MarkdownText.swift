/// The one way in which text gets into Markdown that GitHub and GitLab render.
enum MarkdownText {
    /// One line that is shown as the plain text of `text` and holds no element, link, mention or reference.
    ///
    /// It stands inside `<code>` or `<pre>`, where no mention or reference is looked for. What is hidden or obeyed by a
    /// terminal was made visible by ``TerminalText`` before; the rest of the punctuation becomes character references
    /// (CommonMark 0.31 §2.5). An empty comment before `@` keeps GFM from making a link of an email.
    static func inert(_ text: TerminalText) -> String {
        var result = ""
        var previous: Unicode.Scalar = " "
        for scalar in text.plain.unicodeScalars {
            // GFM makes links of `www.`.
            let isHostStart = scalar == "." && (previous == "w" || previous == "W")
            if isPlain(scalar), !isHostStart {
                result.unicodeScalars.append(scalar)
            } else {
                result += scalar == "@" ? "<!-- -->&#64;" : "&#\(scalar.value);"
            }
            previous = scalar
        }
        return result
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.isASCII else { return true }
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", " ", "-", ".", ",", "/", "(", ")", "\"", "'", "+": return true
        default: return false
        }
    }

    /// The text as inline code.
    static func code(_ text: TerminalText) -> String { "<code>\(inert(text))</code>" }

    /// Lines as they are, in an HTML block: never empty, so that the block goes on to its end tag (CommonMark §4.6).
    static func preformatted(_ lines: [TerminalText]) -> [String] {
        ["<pre>"] + lines.map(line) + ["</pre>"]
    }

    /// One line that is never empty.
    static func line(_ text: TerminalText) -> String { text.isEmpty ? "&#32;" : inert(text) }
}
