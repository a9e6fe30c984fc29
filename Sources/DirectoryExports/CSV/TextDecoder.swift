/// Turns the bytes of a text in one of the known encodings into UTF-8, piece by piece.
///
/// What is no text in the encoding becomes a byte that is no UTF-8, so that whoever reads the text finds the place.
struct TextDecoder {
    private static let invalid: UInt8 = 0xFF

    private let encoding: TextEncoding
    private var start: [UInt8] = []
    private var isAtStart = true
    private var isBigEndian = false
    private var pendingByte: UInt8?
    private var pendingSurrogate: UInt32?

    init(_ encoding: TextEncoding) { self.encoding = encoding }

    mutating func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        let ready = isAtStart ? withoutMark(bytes, isLast: false) : Array(bytes)
        return converted(ready)
    }

    /// What is left at the end of the text.
    mutating func finish() -> [UInt8] {
        var rest = isAtStart ? converted(withoutMark([], isLast: true)) : []
        if pendingByte != nil || pendingSurrogate != nil { rest.append(Self.invalid) }
        self = TextDecoder(encoding)
        return rest
    }

    /// The first bytes without a byte order mark; nothing until there are enough to tell.
    private mutating func withoutMark(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> [UInt8] {
        start += bytes
        guard isLast || start.count >= 3 else { return [] }
        defer { start = [] }
        isAtStart = false
        switch encoding {
        case .utf8: return start.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(start.dropFirst(3)) : start
        case .latin1: return start
        case .utf16:
            isBigEndian = start.starts(with: [0xFE, 0xFF])
            return isBigEndian || start.starts(with: [0xFF, 0xFE]) ? Array(start.dropFirst(2)) : start
        }
    }

    private mutating func converted(_ bytes: [UInt8]) -> [UInt8] {
        switch encoding {
        case .utf8: return bytes
        case .latin1:
            return bytes.flatMap { $0 < 0x80 ? [$0] : [0xC0 | $0 >> 6, 0x80 | $0 & 0x3F] }
        case .utf16:
            var text: [UInt8] = []
            text.reserveCapacity(bytes.count)
            for byte in bytes {
                guard let first = pendingByte else {
                    pendingByte = byte
                    continue
                }
                pendingByte = nil
                append(isBigEndian ? UInt32(first) << 8 | UInt32(byte) : UInt32(byte) << 8 | UInt32(first), to: &text)
            }
            return text
        }
    }

    /// Adds a unit of UTF-16, of which two may make one character.
    private mutating func append(_ unit: UInt32, to text: inout [UInt8]) {
        if let high = pendingSurrogate {
            pendingSurrogate = nil
            if (0xDC00...0xDFFF).contains(unit) {
                return append(scalar: 0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00), to: &text)
            }
            text.append(Self.invalid)
        }
        if (0xD800...0xDBFF).contains(unit) { pendingSurrogate = unit } else { append(scalar: unit, to: &text) }
    }

    private func append(scalar value: UInt32, to text: inout [UInt8]) {
        guard let scalar = Unicode.Scalar(value) else { return text.append(Self.invalid) }
        text.append(contentsOf: String(scalar).utf8)
    }
}
