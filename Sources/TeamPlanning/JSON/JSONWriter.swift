/// Writes JSON in the one layout of formatted manifests: two spaces, one field or record per line, and small inner
/// values on one line where they fit.
///
/// Numbers stay as they were written. Characters that cannot be seen stand as `\u` escapes.
public struct JSONWriter {
    /// How long a line may become by putting a value onto it.
    static let columns = 100
    /// One step of indentation.
    static let unit = "  "
    /// Lists with one item per line whatever their length, so that one person more is one line more.
    private static let alwaysTall: Set<String> = ["members", "owners"]

    private(set) var text = ""

    /// A whole manifest, with a newline at its end.
    public static func document(_ node: JSONNode) -> String {
        var writer = JSONWriter()
        writer.write(node, Place(depth: 0, isItem: false, key: nil, indent: "", used: 0))
        return writer.text + "\n"
    }

    /// One record as it stands in a manifest's list, its further lines indented by `indent`.
    public static func record(_ node: JSONNode, indent: String) -> String {
        var writer = JSONWriter()
        writer.write(node, Place(depth: 2, isItem: true, key: nil, indent: indent, used: indent.utf8.count))
        return writer.text
    }

    /// A list with one item per line, its further lines indented by `indent`.
    static func list(_ node: JSONNode, indent: String) -> String {
        var writer = JSONWriter()
        writer.write(node, Place(depth: 1, isItem: false, key: nil, indent: indent, used: 0))
        return writer.text
    }

    /// A value on one line; `nil` when it has more than `limit` bytes.
    static func inline(_ node: JSONNode, limit: Int = .max) -> String? {
        var line = InlineWriter(limit: limit)
        line.write(node)
        return line.isTooLong ? nil : line.text
    }

    /// Where a value stands.
    private struct Place {
        /// How many objects and lists are around the value.
        let depth: Int
        let isItem: Bool
        /// The key, also of the list that the value is an item of.
        let key: String?
        let indent: String
        /// How much of the line is used already.
        let used: Int

        /// Whether a value never stands on one line: the manifest, its parts, its records, and lists of people.
        func isTall(_ node: JSONNode) -> Bool {
            depth < 2 || (depth == 2 && isItem)
                || (!isItem && node.array != nil && key.map(alwaysTall.contains) == true)
        }
    }

    private mutating func write(_ node: JSONNode, _ place: Place) {
        if !place.isTall(node), let line = Self.inline(node, limit: Self.columns - place.used - 1) {
            text += line
            return
        }
        switch node.value {
        case .object(let members) where !members.isEmpty: writeObject(members, place)
        case .array(let items) where !items.isEmpty: writeArray(items, place)
        default: text += Self.inline(node) ?? ""
        }
    }

    private mutating func writeObject(_ members: [JSONMember], _ place: Place) {
        let indent = place.indent + Self.unit
        text += "{\n"
        for (index, member) in members.enumerated() {
            let key = quotedJSON(member.key) + ": "
            text += indent + key
            let used = indent.utf8.count + key.utf8.count
            write(
                member.node,
                Place(depth: place.depth + 1, isItem: false, key: member.key, indent: indent, used: used)
            )
            text += index + 1 < members.count ? ",\n" : "\n"
        }
        text += place.indent + "}"
    }

    private mutating func writeArray(_ items: [JSONNode], _ place: Place) {
        let indent = place.indent + Self.unit
        text += "[\n"
        for (index, item) in items.enumerated() {
            text += indent
            write(
                item,
                Place(depth: place.depth + 1, isItem: true, key: place.key, indent: indent, used: indent.utf8.count)
            )
            text += index + 1 < items.count ? ",\n" : "\n"
        }
        text += place.indent + "]"
    }
}

/// Writes a value on one line, as long as that is short enough.
private struct InlineWriter {
    let limit: Int
    private(set) var text = ""

    init(limit: Int) { self.limit = limit }

    var isTooLong: Bool { text.utf8.count > limit }

    mutating func write(_ node: JSONNode) {
        if isTooLong { return }
        switch node.value {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .number(let number): text += number
        case .string(let string): text += quotedJSON(string)
        case .array(let items):
            text += "["
            for (index, item) in items.enumerated() where !isTooLong {
                text += index > 0 ? ", " : ""
                write(item)
            }
            text += "]"
        case .object(let members):
            text += members.isEmpty ? "{" : "{ "
            for (index, member) in members.enumerated() where !isTooLong {
                text += (index > 0 ? ", " : "") + quotedJSON(member.key) + ": "
                write(member.node)
            }
            text += members.isEmpty ? "}" : " }"
        }
    }
}

/// A string as JSON (RFC 8259 §7). Control, formatting and separating characters, which no reader would see, are escaped.
func quotedJSON(_ text: String) -> String {
    // Most text is plain ASCII, and there may be very much of it.
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x5C }) { return "\"\(text)\"" }
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        default:
            if isInvisible(scalar) {
                for unit in String(scalar).utf16 { result += escape(unit) }
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
    }
    return result + "\""
}

private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return scalar.properties.isDefaultIgnorableCodePoint
    }
}

private func escape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
}
