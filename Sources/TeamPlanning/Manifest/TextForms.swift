/// Whether a text is an email address by Dropbox's own pattern (`EmailAddress` in `common.stone`), length aside:
/// `^['#&A-Za-z0-9._%+-]+@[A-Za-z0-9-][A-Za-z0-9.-]*\.[A-Za-z]{2,15}$`.
///
/// Every member of every group is checked: one pass over the bytes, without a copy.
func isEmailAddress(_ text: String) -> Bool {
    var bytes = text.utf8.makeIterator()
    var isLocalEmpty = true
    while let byte = bytes.next(), byte != UInt8(ascii: "@") {
        guard isASCIILetter(byte) || isASCIIDigit(byte) || isEmailMark(byte) else { return false }
        isLocalEmpty = false
    }
    var isDomainEmpty = true
    /// How many letters follow the last dot; `nil` when there is no dot, or something else follows it.
    var topLevelLength: Int?
    while let byte = bytes.next() {
        if isASCIILetter(byte) {
            topLevelLength = topLevelLength.map { $0 + 1 }
        } else if byte == UInt8(ascii: "."), !isDomainEmpty {
            topLevelLength = 0
        } else {
            guard isASCIIDigit(byte) || byte == UInt8(ascii: "-") else { return false }
            topLevelLength = nil
        }
        isDomainEmpty = false
    }
    guard !isLocalEmpty, let topLevelLength else { return false }
    return (2...15).contains(topLevelLength)
}

/// Whether a byte is one of the signs that may stand before the `@`.
private func isEmailMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "-"):
        true
    default: false
    }
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

/// A text without the white space at its ends (Unicode's `White_Space`, to which no-break spaces belong).
func withoutOuterWhitespace(_ text: String) -> String {
    let scalars = text.unicodeScalars.drop { $0.properties.isWhitespace }
    guard let last = scalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    return String(scalars[...last])
}

/// The form in which emails and group names are compared.
func foldedName(_ text: String) -> String { FoldedName(text).rawValue }
