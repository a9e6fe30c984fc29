/// The value of the first `cn` of a distinguished name (RFC 4514 §3), unescaped; `nil` when there is none, or when the
/// text is no distinguished name.
///
/// Values in double quotes, which RFC 2253 still allowed and some directories still write, are understood too.
func commonName(of text: String) -> String? {
    var scanner = DistinguishedNameScanner(rest: text.utf8[...])
    var commonName: String?
    repeat {
        guard let (type, value) = scanner.nextAttribute() else { return nil }
        if commonName == nil, isEqualIgnoringCase(type, "cn") || type == "2.5.4.3" { commonName = value }
    } while scanner.skipSeparator()
    return scanner.rest.isEmpty ? commonName : nil
}

/// Walks over the attributes of a distinguished name.
private struct DistinguishedNameScanner {
    var rest: Substring.UTF8View

    /// The next `type=value`; `nil` when there is none.
    mutating func nextAttribute() -> (type: String, value: String)? {
        skipSpaces()
        let type = rest.prefix {
            isASCIILetter($0) || isASCIIDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
        }
        rest = rest.dropFirst(type.count)
        skipSpaces()
        guard !type.isEmpty, rest.popFirst() == UInt8(ascii: "=") else { return nil }
        skipSpaces()
        let bytes = rest.first == UInt8(ascii: "\"") ? quotedValue() : plainValue()
        guard let bytes, let value = String(validating: bytes, as: UTF8.self) else { return nil }
        return (String(Substring(type)), value)
    }

    /// Skips `,` between names or `+` between the attributes of one name.
    mutating func skipSeparator() -> Bool {
        guard rest.first == UInt8(ascii: ",") || rest.first == UInt8(ascii: "+") else { return false }
        rest = rest.dropFirst()
        return true
    }

    private mutating func skipSpaces() {
        rest = rest.drop { $0 == UInt8(ascii: " ") }
    }

    /// A value up to the next separator; spaces at its end count only when escaped.
    private mutating func plainValue() -> [UInt8]? {
        var bytes: [UInt8] = []
        var end = 0
        while let byte = rest.first, byte != UInt8(ascii: ","), byte != UInt8(ascii: "+") {
            rest = rest.dropFirst()
            if byte == UInt8(ascii: "\\") {
                guard let escaped = escapedByte() else { return nil }
                bytes.append(escaped)
                end = bytes.count
            } else {
                bytes.append(byte)
                if byte != UInt8(ascii: " ") { end = bytes.count }
            }
        }
        return Array(bytes.prefix(end))
    }

    /// A value in double quotes, in which separators stand for themselves.
    private mutating func quotedValue() -> [UInt8]? {
        var bytes: [UInt8] = []
        rest = rest.dropFirst()
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""):
                skipSpaces()
                return bytes
            case UInt8(ascii: "\\"):
                guard let escaped = escapedByte() else { return nil }
                bytes.append(escaped)
            default:
                bytes.append(byte)
            }
        }
        return nil
    }

    /// What follows a backslash: two hexadecimal digits for any byte, or a character that stands for itself.
    private mutating func escapedByte() -> UInt8? {
        guard let first = rest.popFirst() else { return nil }
        guard let high = hexadecimalDigit(first) else { return first }
        guard let low = rest.popFirst().flatMap(hexadecimalDigit) else { return nil }
        return high << 4 | low
    }
}

private func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
}
