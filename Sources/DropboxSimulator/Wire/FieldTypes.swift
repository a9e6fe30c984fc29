/// The API's own string types, with the bounds and patterns of the official specification.
extension FieldType<String> {
    /// `common.EmailAddress`.
    static let email = string(
        length: 0...255,
        pattern: #"^['#&A-Za-z0-9._%+-]+@[A-Za-z0-9-][A-Za-z0-9.-]*\.[A-Za-z]{2,15}$"#,
        matches: isEmail
    )

    /// `common.OptionalNamePart`.
    static let namePart = string(length: 0...50, pattern: #"[^\/:?*<>"|]*"#) { text in
        !text.contains { #"/:?*<>"|"#.contains($0) }
    }

    /// `team_common.MemberExternalId`.
    static let memberExternalID = string(length: 0...64)

    /// `team.TeamMemberRoleId`.
    static let roleID = string(length: 0...128, pattern: "pid_dbtmr:.*") { $0.hasPrefix("pid_dbtmr:") }

    /// `common.DropboxTimestamp`, kept as text: `2026-01-31T09:00:00Z`.
    static let timestamp = string(length: 20...20, pattern: "%Y-%m-%dT%H:%M:%SZ") { text in
        zip(text.utf8, "0000-00-00T00:00:00Z".utf8).allSatisfy { byte, shape in
            shape == UInt8(ascii: "0") ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) : byte == shape
        }
    }

    @Sendable
    private static func isEmail(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, let local = parts.first, let domain = parts.last, !local.isEmpty,
            let dot = domain.lastIndex(of: UInt8(ascii: "."))
        else { return false }
        let host = domain[..<dot]
        let topLevel = domain[domain.index(after: dot)...]
        return local.allSatisfy { isAlphanumeric($0) || "'#&._%+-".utf8.contains($0) }
            && host.first.map { isAlphanumeric($0) || $0 == UInt8(ascii: "-") } == true
            && host.allSatisfy { isAlphanumeric($0) || ".-".utf8.contains($0) }
            && (2...15).contains(topLevel.count) && topLevel.allSatisfy(isLetter)
    }

    @Sendable
    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
