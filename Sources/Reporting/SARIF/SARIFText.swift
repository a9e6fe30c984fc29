/// The one way in which text gets into a SARIF message, where braces hold placeholders and brackets links.
enum SARIFText {
    /// The text as a viewer shows it literally: no placeholder (SARIF 2.1.0 §3.11.5) and no link (§3.11.6).
    ///
    /// A text that holds no `](` cannot hold a link and keeps its brackets, as not every viewer takes the escapes away.
    static func escaped(_ text: TerminalText) -> String {
        let scalars = text.plain.unicodeScalars
        let mayLink = zip(scalars, scalars.dropFirst()).contains { $0 == "]" && $1 == "(" }
        var result = String.UnicodeScalarView()
        for scalar in scalars {
            switch scalar {
            case "{", "}": result.append(scalar)
            case "[" where mayLink, "]" where mayLink, "\\" where mayLink: result.append("\\")
            default: break
            }
            result.append(scalar)
        }
        return String(result)
    }

    /// A path as a URI reference (RFC 3986 §4.2).
    static func uri(_ path: String) -> String {
        let path = repositoryPath(path)
        return path.utf8.reduce(into: path.hasPrefix("/") ? "file://" : "") { uri, byte in
            uri += isUnreserved(byte) ? String(UnicodeScalar(byte)) : percentEncoded(byte)
        }
    }

    private static func percentEncoded(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return byte < 16 ? "%0\(digits)" : "%\(digits)"
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch UnicodeScalar(byte) {
        case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "/": true
        default: false
        }
    }
}
