extension JSONParser {
    /// Reads a string (RFC 8259 §7) from its opening quote on.
    mutating func parseString() throws(JSONFault) -> String {
        let opening = index
        index += 1
        let start = index
        skipPlainBytes()
        if current == UInt8(ascii: "\""), !isAtEnd {
            defer { index += 1 }
            return text(start..<index)
        }
        return try parseRest(from: start, openedAt: opening)
    }

    /// The slow path: a string with escapes, or one that is broken.
    private mutating func parseRest(from start: Int, openedAt opening: Int) throws(JSONFault) -> String {
        var result = text(start..<index)
        while true {
            if isAtEnd { throw JSONFault(.unterminatedString, at: opening) }
            switch current {
            case UInt8(ascii: "\""):
                index += 1
                return result
            case UInt8(ascii: "\\"):
                result.unicodeScalars.append(try parseEscape())
            case let byte where byte < 0x20:
                throw JSONFault(.controlCharacter(byte), at: index)
            default:
                let plain = index
                skipPlainBytes()
                result += text(plain..<index)
            }
        }
    }

    private mutating func skipPlainBytes() {
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { return }
            index += 1
        }
    }

    private mutating func parseEscape() throws(JSONFault) -> Unicode.Scalar {
        let backslash = index
        index += 1
        let escape = current
        index += 1
        switch escape {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(escape)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try parseUnicodeEscape(from: backslash)
        default: throw JSONFault(.invalidEscape, at: backslash)
        }
    }

    private mutating func parseUnicodeEscape(from backslash: Int) throws(JSONFault) -> Unicode.Scalar {
        let unit = try parseHexadecimal(from: backslash)
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard UTF16.isLeadSurrogate(UInt16(truncatingIfNeeded: unit)), skipByte("\\"), skipByte("u") else {
            throw JSONFault(.loneSurrogate, at: backslash)
        }
        let trail = try parseHexadecimal(from: index - 2)
        guard UTF16.isTrailSurrogate(UInt16(truncatingIfNeeded: trail)),
            let scalar = Unicode.Scalar(0x1_0000 + ((unit & 0x3FF) << 10) + (trail & 0x3FF))
        else { throw JSONFault(.loneSurrogate, at: backslash) }
        return scalar
    }

    /// Four hexadecimal digits of the escape whose backslash stands at `backslash`.
    private mutating func parseHexadecimal(from backslash: Int) throws(JSONFault) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            let digit: UInt8
            switch current {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = current - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = current - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = current - UInt8(ascii: "A") + 10
            default: throw JSONFault(.invalidUnicodeEscape, at: backslash)
            }
            unit = unit << 4 | UInt32(digit)
            index += 1
        }
        return unit
    }
}
