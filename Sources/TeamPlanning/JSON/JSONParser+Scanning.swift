extension JSONParser {
    /// Skips space, tab, LF and CR, the only white space of RFC 8259 §2.
    mutating func skipWhitespace() {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x0A, 0x0D, 0x09: index += 1
            default: return
            }
        }
    }

    /// Skips one ASCII character, if it is the next one.
    mutating func skipByte(_ character: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    /// Skips a literal, unless it is only the beginning of a longer word.
    mutating func skip(_ literal: StaticString) -> Bool {
        let end = index + literal.utf8CodeUnitCount
        guard end <= bytes.count else { return false }
        for offset in 0..<literal.utf8CodeUnitCount where bytes[index + offset] != literal.utf8Start[offset] {
            return false
        }
        if end < bytes.count, isWordByte(bytes[end]) { return false }
        index = end
        return true
    }

    /// The fault for a byte that stands where it must not, with the usual suspects named.
    func fault(or kind: JSONFault.Kind) -> JSONFault {
        switch current {
        case UInt8(ascii: "/"), UInt8(ascii: "#"): JSONFault(.comment, at: index)
        case UInt8(ascii: "'"): JSONFault(.singleQuote, at: index)
        default: JSONFault(kind, at: index)
        }
    }

    /// The fault where a value should start.
    func faultForMissingValue() -> JSONFault {
        switch current {
        case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ":"):
            JSONFault(.missingValue, at: index)
        case UInt8(ascii: "+"): JSONFault(.leadingPlus, at: index)
        case UInt8(ascii: "."): JSONFault(.missingDigit, at: index)
        case let byte where isWordByte(byte): JSONFault(.foreignLiteral(word(from: index)), at: index)
        default: fault(or: .unexpected(currentScalar))
        }
    }

    /// The fault where a key should start.
    func faultForMissingKey() -> JSONFault {
        switch current {
        case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "}"), UInt8(ascii: "]"):
            JSONFault(.missingKey, at: index)
        default: fault(or: .unquotedKey)
        }
    }

    /// The fault where a comma or a closing bracket should stand.
    func faultForMissingComma() -> JSONFault {
        switch current {
        case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ":"): JSONFault(.unexpected(currentScalar), at: index)
        default: fault(or: .missingComma)
        }
    }

    /// The letters, digits, signs and dots from `start`, as a message shows them.
    func word(from start: Int) -> String {
        var end = start
        while end < bytes.count, end - start < 30, isWordByte(bytes[end]) || (end == start && bytes[end] == 0x2D) {
            end += 1
        }
        return text(start..<end)
    }

    /// The text of a range of bytes that are known to be UTF-8.
    func text(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }

    private var currentScalar: Unicode.Scalar {
        let end = min(index + 4, bytes.count)
        return text(min(index, end)..<end).unicodeScalars.first ?? "\u{0}"
    }
}

/// Whether a byte can belong to a word such as `NaN` or `None`.
private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        true
    default: false
    }
}
