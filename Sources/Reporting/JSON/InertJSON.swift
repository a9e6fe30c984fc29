/// JSON text in which no character can act on a terminal, nor a text on a runner of GitHub Actions that reads it on stdout
/// and looks for `##[` anywhere: such characters stand as `\u` escapes.
///
/// They occur only inside strings, since JSON's own syntax is plain ASCII, so the value stays the same.
func inertJSON(_ json: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(json.utf8.count + 1)
    var rest = json.unicodeScalars[...]
    while let scalar = rest.popFirst() {
        if scalar == "#", rest.startsLegacyCommand {
            bytes.append(contentsOf: jsonEscape(UInt16(UInt8(ascii: "#"))))
        } else if scalar.isASCII, scalar.value != 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        } else if scalar.isUnsafeOnTerminal {
            for unit in String(scalar).utf16 { bytes.append(contentsOf: jsonEscape(unit)) }
        } else {
            bytes.append(contentsOf: String(scalar).utf8)
        }
    }
    return bytes
}

private func jsonEscape(_ unit: UInt16) -> String.UTF8View {
    let digits = String(unit, radix: 16)
    return "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
}
