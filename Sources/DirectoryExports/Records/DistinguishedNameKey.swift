/// A reference in the form in which two spellings of one distinguished name are the same: letter case and the spaces
/// around `,`, `+` and `=` do not count (RFC 4514 §4 leaves both to whoever writes a name).
func referenceKey(_ text: String) -> String {
    let bytes = text.utf8
    guard bytes.contains(UInt8(ascii: " ")) else { return text.lowercased() }
    var key: [UInt8] = []
    key.reserveCapacity(bytes.count)
    var pendingSpaces = 0
    var isAfterSeparator = true
    var isEscaped = false
    for byte in bytes {
        if byte == UInt8(ascii: " "), !isEscaped {
            pendingSpaces += 1
            continue
        }
        let isSeparator = !isEscaped && ",+=".utf8.contains(byte)
        if !isSeparator, !isAfterSeparator {
            for _ in 0..<pendingSpaces { key.append(UInt8(ascii: " ")) }
        }
        pendingSpaces = 0
        key.append(byte)
        isAfterSeparator = isSeparator
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
    }
    return String(decoding: key, as: UTF8.self).lowercased()
}
