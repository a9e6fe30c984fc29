/// Markup that is safe to put into a page by construction.
///
/// Literals are trusted; every interpolated `String` is made visible as on a terminal, shortened and escaped on its way
/// in, so foreign text is neither an element nor an attribute, and cannot hide.
struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
    private(set) var markup: String

    /// A trusted literal.
    init(stringLiteral literal: StaticString) { markup = "\(literal)" }

    /// A literal with foreign text in it.
    init(stringInterpolation interpolation: Interpolation) { markup = interpolation.markup }

    var isEmpty: Bool { markup.isEmpty }

    /// The one way in which text gets into a page, as content or as an attribute in quotes.
    ///
    /// What a browser would obey becomes a character reference (HTML Living Standard, §13.3); what it would hide was
    /// made visible by ``TerminalText``.
    static func escape(_ text: TerminalText) -> String {
        let plain = text.plain
        guard plain.utf8.contains(where: { reference(to: $0) != nil }) else { return plain }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(plain.utf8.count * 2)
        for byte in plain.utf8 {
            if let reference = reference(to: byte) {
                bytes.append(contentsOf: reference.utf8)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func reference(to byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }

    static func + (left: HTML, right: HTML) -> HTML { "\(left)\(right)" }
    static func += (left: inout HTML, right: HTML) { left.markup += right.markup }
}

extension HTML {
    /// Collects literals and escaped text.
    struct Interpolation: StringInterpolationProtocol {
        fileprivate(set) var markup = ""

        init(literalCapacity: Int, interpolationCount: Int) {}

        /// Takes a trusted literal.
        mutating func appendLiteral(_ literal: StaticString) { markup += "\(literal)" }

        /// Takes foreign text: escaped, and a long one shortened in its middle.
        mutating func appendInterpolation(_ foreign: String, limit: Int = TextLimit.name) {
            markup += HTML.escape("\(foreign, limit: limit)")
        }

        /// Takes text that is fit for a terminal, without its colours.
        mutating func appendInterpolation(_ text: TerminalText) { markup += HTML.escape(text) }

        /// Takes a number.
        mutating func appendInterpolation(_ number: Int) { markup += "\(number)" }

        /// Takes markup as it is.
        mutating func appendInterpolation(_ html: HTML) { markup += html.markup }

        /// Takes a style sheet or a script of ours as it is.
        mutating func appendInterpolation(asset: PageAsset) { markup += asset.source }
    }
}

extension [HTML] {
    func joined() -> HTML {
        reduce(into: "" as HTML) { $0 += $1 }
    }
}
