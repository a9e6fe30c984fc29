/// Whether a text is an email address by Dropbox's own pattern (`EmailAddress` in `common.stone`), length aside:
/// `^['#&A-Za-z0-9._%+-]+@[A-Za-z0-9-][A-Za-z0-9.-]*\.[A-Za-z]{2,15}$`.
func isEmailAddress(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, let local = parts.first, let domain = parts.last, !local.isEmpty else { return false }
    guard local.allSatisfy({ isASCIILetter($0) || isASCIIDigit($0) || "'#&._%+-".utf8.contains($0) }),
        domain.allSatisfy({ isASCIILetter($0) || isASCIIDigit($0) || ".-".utf8.contains($0) }),
        domain.first != UInt8(ascii: "."),
        let dot = domain.lastIndex(of: UInt8(ascii: "."))
    else { return false }
    let topLevel = domain[domain.index(after: dot)...]
    return (2...15).contains(topLevel.count) && topLevel.allSatisfy(isASCIILetter)
}

/// Whether white space stands at either end of a text.
func hasOuterWhitespace(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return scalars.first?.properties.isWhitespace == true || scalars.last?.properties.isWhitespace == true
}

/// Whether a scalar is one of C0, DEL and C1.
func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
}

/// Whether a byte is an ASCII letter.
func isASCIILetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

/// Whether a byte is an ASCII digit.
func isASCIIDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

/// The form in which emails and group names are compared: letter case does not count.
func caseFolded(_ text: String) -> String { text.lowercased() }
