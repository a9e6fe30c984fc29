/// What must not get into a repository, whoever asks for it.
enum SensitiveContent {
    private static let words = [
        "password", "passwd", "pwd", "passphrase", "secret", "hash", "privatekey", "krbprincipalkey", "pkcs12", "photo",
        "certificate", "totp", "token",
    ]

    /// Whether an attribute by its name holds secrets, keys or pictures, such as `userPassword` or `jpegPhoto`.
    static func isSensitive(attribute name: String) -> Bool {
        let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
        return words.contains { plain.contains($0) }
    }

    /// Whether a value looks like a stored password: `{SSHA}…` (RFC 2307) or `$6$…` (crypt).
    static func isPasswordHash(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return false }
        if first == UInt8(ascii: "{") {
            let scheme = text.utf8.dropFirst().prefix { $0 != UInt8(ascii: "}") }
            let isScheme = scheme.allSatisfy { byte in
                (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & ~0x20)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-_./".utf8.contains(byte)
            }
            return isScheme && (3...24).contains(scheme.count) && scheme.endIndex < text.utf8.endIndex
        }
        guard first == UInt8(ascii: "$") else { return false }
        return ["$1$", "$2a$", "$2b$", "$2y$", "$5$", "$6$", "$7$", "$y$", "$argon2"].contains { text.hasPrefix($0) }
    }
}

extension ConversionOptions {
    /// Keeps further attributes, those apart that are never kept.
    public mutating func keep(_ names: [String]) {
        attributes += names.filter { !SensitiveContent.isSensitive(attribute: $0) && !attributes.contains($0) }
    }

    /// The first attribute among those asked for that is never kept.
    public var sensitiveAttribute: String? {
        (attributes + sources.values.sorted()).first(where: SensitiveContent.isSensitive)
    }
}
