/// Lines of terminal text, wrapped to a width. Continuation lines are always indented, so foreign text never starts one.
struct TextPage {
    let width: Int
    let colour: Bool
    private var lines: [String] = []

    init(_ layout: TextLayout) {
        width = layout.width
        colour = layout.colour
    }

    /// The page, with a newline after every line.
    var text: String { lines.reduce(into: "") { $0 += "\($1)\n" } }

    /// Adds a line; what does not fit continues `hanging` columns further in.
    mutating func add(_ text: TerminalText, indent: Int = 0, hanging: Int = 4) {
        let pieces = text.wrapped(to: width - indent, hanging: hanging)
        for piece in pieces { append(piece, indent: indent) }
    }

    /// Adds a line that is never broken: something to copy, or to be read by a program.
    mutating func addUnbroken(_ text: TerminalText, indent: Int = 0) {
        append(text, indent: indent)
    }

    /// Adds an empty line between two parts.
    mutating func addGap() {
        if let last = lines.last, !last.isEmpty { lines.append("") }
    }

    /// Adds a heavy box that nobody misses.
    mutating func addBox(titled title: TerminalText, style: TextStyle, _ content: [TerminalText]) {
        let inner = width - 4
        let head = "╔══ \(title) " as TerminalText
        append((head + .repeating("═", count: width - 1 - head.columns) + "╗").styled(style))
        for text in [""] + content + [""] {
            for piece in text.wrapped(to: inner, hanging: text.leadingSpaces + 2, breakingWords: true) {
                append(
                    "\(("║ " as TerminalText).styled(style))\(piece.padded(to: inner))\((" ║" as TerminalText).styled(style))"
                )
            }
        }
        append(("╚" + .repeating("═", count: width - 2) + "╝").styled(style))
    }

    private mutating func append(_ text: TerminalText, indent: Int = 0) {
        lines.append(String(repeating: " ", count: text.isEmpty ? 0 : indent) + text.rendered(colour: colour))
    }
}

extension TerminalText {
    static func repeating(_ symbol: StaticString, count: Int) -> TerminalText {
        TerminalText(spans: [Span(text: String(repeating: "\(symbol)", count: max(0, count)), style: .plain)])
    }

    fileprivate var leadingSpaces: Int { plain.prefix { $0 == " " }.count }
}
