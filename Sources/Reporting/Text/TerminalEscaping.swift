extension Unicode.Scalar {
    /// Whether a terminal would obey, hide or misplace the scalar: controls, bidirectional and zero-width characters,
    /// line separators, tags, odd spaces, private and unassigned code points.
    ///
    /// Source: Unicode's general categories and `Default_Ignorable_Code_Point`.
    var isUnsafeOnTerminal: Bool {
        if isASCII { return value < 0x20 || value == 0x7F }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: return true
        case .surrogate, .privateUse, .unassigned: return true
        default: return properties.isDefaultIgnorableCodePoint || self == "\u{2800}"
        }
    }

    /// Whether the scalar only picks a glyph for the one before it.
    var isVariationSelector: Bool { properties.isVariationSelector }

    /// Whether the scalar attaches itself to the one before it.
    fileprivate var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: true
        default: false
        }
    }

    /// Whether a mark after this scalar is shown with it, not with something that is not part of the text.
    fileprivate var carriesMarks: Bool { self != " " && !isUnsafeOnTerminal }

    /// Whether a variation selector after this scalar is how people write: emoji and ideographs.
    fileprivate var takesVariationSelector: Bool {
        !isASCII && (properties.isEmoji || properties.isIdeographic)
    }
}

/// The one way in which foreign text gets onto a terminal: every unsafe scalar stands as `\u{…}`.
///
/// The result is one line without control characters. It is unambiguous: a backslash is doubled where it could be
/// read as the start of an escape.
struct TerminalEscaper {
    private let isQuoted: Bool
    private var result = String.UnicodeScalarView()
    private var pendingBackslashes = 0
    private var previous: Unicode.Scalar?

    private init(isQuoted: Bool) { self.isQuoted = isQuoted }

    /// Escapes a text. Inside quotes, `"` becomes `\"`.
    static func escape(_ text: String, isQuoted: Bool = false) -> String {
        if isPlain(text, isQuoted: isQuoted) { return text }
        var escaper = TerminalEscaper(isQuoted: isQuoted)
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            escaper.append(scalar, next: rest.first, startsCommand: escaper.startsCommand(scalar, rest))
        }
        escaper.flushBackslashes(areAmbiguous: isQuoted)
        return String(escaper.result)
    }

    /// Whether there is surely nothing to escape, as in nearly every text: printable ASCII without a backslash, two colons or
    /// two number signs in a row, and without a quote where those are escaped.
    private static func isPlain(_ text: String, isQuoted: Bool) -> Bool {
        var previous: UInt8 = 0
        for byte in text.utf8 {
            guard (0x20..<0x7F).contains(byte), byte != UInt8(ascii: "\\") else { return false }
            switch UnicodeScalar(byte) {
            case "\"" where isQuoted: return false
            case ":" where previous == byte, "#" where previous == byte: return false
            default: previous = byte
            }
        }
        return true
    }

    /// Whether a runner of GitHub Actions that reads this on stdout could take it for the start of a workflow command:
    /// `::` at the start of a word, which may be wrapped to the start of a line, or `##[` anywhere.
    ///
    /// Source: `ActionCommand.cs` of actions/runner.
    private func startsCommand(_ scalar: Unicode.Scalar, _ rest: Substring.UnicodeScalarView) -> Bool {
        switch scalar {
        case ":": rest.first == ":" && (previous ?? " ") == " "
        case "#": rest.startsLegacyCommand
        default: false
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar, next: Unicode.Scalar?, startsCommand: Bool) {
        if scalar == "\\" {
            pendingBackslashes += 1
        } else if startsCommand || needsEscape(scalar) {
            flushBackslashes(areAmbiguous: true)
            result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
        } else if scalar == "\"", isQuoted {
            flushBackslashes(areAmbiguous: true)
            result.append(contentsOf: "\\\"".unicodeScalars)
        } else {
            flushBackslashes(areAmbiguous: scalar == "u" && next == "{")
            result.append(scalar)
        }
        previous = scalar
    }

    private func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.isUnsafeOnTerminal }
        if scalar.isVariationSelector { return !(previous?.takesVariationSelector ?? false) }
        return scalar.isUnsafeOnTerminal || (scalar.isMark && !(previous?.carriesMarks ?? false))
    }

    private mutating func flushBackslashes(areAmbiguous: Bool) {
        let count = areAmbiguous ? pendingBackslashes * 2 : pendingBackslashes
        result.append(contentsOf: repeatElement("\\", count: count))
        pendingBackslashes = 0
    }
}

extension Substring.UnicodeScalarView {
    /// Whether this, after a `#`, completes `##[`, with which workflow commands once began and still may.
    var startsLegacyCommand: Bool {
        guard first == "#" else { return false }
        return dropFirst().first == "["
    }
}
