/// Writes JSON with sorted keys, either on one line for the wire or indented by two spaces for a file that people read.
struct JSONWriter {
    private let isPretty: Bool
    private var bytes: [UInt8] = []
    private var depth = 0

    static func compact(_ value: JSONValue) -> [UInt8] {
        var writer = JSONWriter(isPretty: false)
        writer.write(value)
        return writer.bytes
    }

    /// Indented, with a newline at the end.
    static func pretty(_ value: JSONValue) -> [UInt8] {
        var writer = JSONWriter(isPretty: true)
        writer.write(value)
        writer.append("\n")
        return writer.bytes
    }

    private init(isPretty: Bool) {
        self.isPretty = isPretty
    }

    private mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func write(_ value: JSONValue) {
        switch value {
        case .null: append("null")
        case .bool(let flag): append(flag ? "true" : "false")
        case .integer(let integer): append(String(integer))
        case .number(let number): append(String(number))
        case .string(let text): write(text)
        case .array(let elements):
            list(elements, open: "[", close: "]") { writer, element in writer.write(element) }
        case .object(let fields):
            list(fields.sorted { $0.key < $1.key }, open: "{", close: "}") { writer, field in
                writer.write(field.key)
                writer.append(writer.isPretty ? ": " : ":")
                writer.write(field.value)
            }
        }
    }

    private mutating func list<Element>(
        _ elements: [Element],
        open: String,
        close: String,
        write: (inout JSONWriter, Element) -> Void
    ) {
        append(open)
        depth += 1
        for (index, element) in elements.enumerated() {
            if index > 0 { append(",") }
            newLine()
            write(&self, element)
        }
        depth -= 1
        if !elements.isEmpty { newLine() }
        append(close)
    }

    private mutating func newLine() {
        guard isPretty else { return }
        append("\n")
        append(String(repeating: "  ", count: depth))
    }

    private mutating func write(_ text: String) {
        append("\"")
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case UInt8(ascii: "\n"): append("\\n")
            case 0..<0x20, 0x7F:
                let digits = String(byte, radix: 16)
                append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
            default: bytes.append(byte)
            }
        }
        append("\"")
    }
}
