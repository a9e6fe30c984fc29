/// Text for a terminal: one line, safe to print by construction.
///
/// Literals are trusted; every interpolated `String` is escaped and shortened on its way in, so foreign text cannot
/// break a line, move the cursor or hide itself.
public struct TerminalText: Sendable, Equatable, ExpressibleByStringInterpolation {
    /// A piece in one style.
    struct Span: Sendable, Equatable {
        var text: String
        var style: TextStyle
    }

    private(set) var spans: [Span]

    /// A trusted literal.
    public init(stringLiteral literal: StaticString) {
        spans = [Span(text: "\(literal)", style: .plain)]
    }

    /// A literal with foreign text in it.
    public init(stringInterpolation interpolation: Interpolation) {
        spans = interpolation.spans
    }

    init(spans: [Span]) { self.spans = spans }

    /// Foreign text on one line, with everything that a terminal would obey or hide shown as `\u{…}`.
    public static func escaped(_ text: String) -> String { TerminalEscaper.escape(text) }

    /// The text without styles.
    public var plain: String { spans.reduce(into: "") { $0 += $1.text } }

    var columns: Int { spans.reduce(0) { $0 + $1.text.columns } }
    var isEmpty: Bool { spans.allSatisfy(\.text.isEmpty) }

    func styled(_ style: TextStyle) -> TerminalText {
        TerminalText(spans: spans.map { Span(text: $0.text, style: $0.style == .plain ? style : $0.style) })
    }

    /// The text filled up with spaces to `columns`.
    func padded(to columns: Int) -> TerminalText {
        let missing = max(0, columns - self.columns)
        return TerminalText(spans: spans + [Span(text: String(repeating: " ", count: missing), style: .plain)])
    }

    /// The text with its styles as ANSI sequences, or without them.
    func rendered(colour: Bool) -> String {
        guard colour else { return plain }
        let runs = spans.reduce(into: [Span]()) { runs, span in
            if let last = runs.last, last.style == span.style {
                runs[runs.count - 1].text += span.text
            } else {
                runs.append(span)
            }
        }
        return runs.reduce(into: "") { $0 += $1.style.applied(to: $1.text) }
    }

    static func + (left: TerminalText, right: TerminalText) -> TerminalText {
        TerminalText(spans: left.spans + right.spans)
    }
}

extension TerminalText {
    /// Collects literals and foreign text.
    public struct Interpolation: StringInterpolationProtocol, Sendable {
        var spans: [Span] = []

        /// Starts empty.
        public init(literalCapacity: Int, interpolationCount: Int) {}

        /// Takes a trusted literal.
        public mutating func appendLiteral(_ literal: StaticString) {
            spans.append(Span(text: "\(literal)", style: .plain))
        }

        /// Takes foreign text: escaped, and a long one shortened in its middle.
        public mutating func appendInterpolation(_ foreign: String, limit: Int = TextLimit.name) {
            spans.append(Span(text: TerminalEscaper.escape(foreign.shortened(to: limit)), style: .plain))
        }

        /// Takes foreign text and puts it in double quotes.
        public mutating func appendInterpolation(quoted foreign: String) {
            let text = TerminalEscaper.escape(foreign.shortened(to: TextLimit.name), isQuoted: true)
            spans.append(Span(text: "\"\(text)\"", style: .plain))
        }

        /// Takes a number.
        public mutating func appendInterpolation(_ number: Int) {
            spans.append(Span(text: "\(number)", style: .plain))
        }

        /// Takes text that is safe already.
        public mutating func appendInterpolation(_ text: TerminalText) {
            spans.append(contentsOf: text.spans)
        }
    }
}

/// How much of foreign text is shown, in Unicode scalars.
public enum TextLimit {
    /// Names, emails and other values.
    public static let name = 80
    /// Sentences and paths, which may hold several names.
    public static let sentence = 600
}

extension String {
    /// The text with its middle replaced by the number of hidden characters, if it has more scalars than `limit`.
    func shortened(to limit: Int) -> String {
        guard utf8.count > limit, unicodeScalars.count > limit else { return self }
        let head = limit * 2 / 3
        let tail = limit - head
        let hidden = unicodeScalars.count - limit
        return String(unicodeScalars.prefix(head)) + "…(\(hidden) more characters)…"
            + String(unicodeScalars.suffix(tail))
    }
}
