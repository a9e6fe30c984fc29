extension JSONParser {
    /// Reads a number (RFC 8259 §6) and keeps it as it is written.
    mutating func parseNumber() throws(JSONFault) -> String {
        let start = index
        _ = skipByte("-")
        if current == UInt8(ascii: "I") { throw JSONFault(.foreignLiteral(word(from: start)), at: start) }
        if skipByte("0") {
            if isDigit(current) { throw JSONFault(.leadingZero, at: start) }
        } else {
            try skipDigits()
        }
        if skipByte(".") { try skipDigits() }
        if skipByte("e") || skipByte("E") {
            if !skipByte("+") { _ = skipByte("-") }
            try skipDigits()
        }
        return text(start..<index)
    }

    private mutating func skipDigits() throws(JSONFault) {
        guard isDigit(current) else { throw JSONFault(.missingDigit, at: index) }
        while isDigit(current) { index += 1 }
    }
}

private func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
}
