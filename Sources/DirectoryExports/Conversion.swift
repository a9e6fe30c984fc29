public import TeamPlanning

/// What became of an export.
public struct Conversion: Sendable {
    /// The manifest of the people; `nil` when the export holds none.
    public var users: RecordManifest?
    /// The manifest of the groups; `nil` when the export holds none.
    public var groups: RecordManifest?
    /// A mapping that reads both, for people to edit.
    public var mapping: [UInt8]
    /// How many entries are neither people nor groups.
    public var otherEntries = 0
    /// What is wrong with the export, and what was left out of it; with an error nothing of it may be used.
    public var findings: [Finding]

    /// What is to be known of the mapping, of use only to whoever keeps it.
    public var mappingFindings: [Finding] = []

    /// Whether the manifests must not be used.
    public var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

/// A Users or Groups manifest made of an export.
public struct RecordManifest: Sendable {
    /// The whole file.
    public var bytes: [UInt8]
    /// How many records it has.
    public var count: Int

    /// How the `description` of a manifest starts that a conversion wrote, and the next one may replace.
    public static let mark = "Written by roster convert"

    /// Whether a file is a manifest of this kind that a conversion wrote for the mapping.
    public static func isReplaceable(_ bytes: [UInt8], kind: ManifestKind, mapping: String) -> Bool {
        let head = RecordFile(kind: kind, mapping: mapping).bytes
        guard let mark = head.firstRange(of: Array(Self.mark.utf8)), let end = head.lastIndex(of: UInt8(ascii: "["))
        else { return false }
        // The text of the description may be another version's.
        guard bytes.starts(with: head[..<mark.upperBound]), let newline = bytes[mark.upperBound...].firstIndex(of: 0x0A)
        else { return false }
        let rest = head[mark.upperBound...end]
        return rest.firstIndex(of: 0x0A).map { bytes[newline...].starts(with: rest[$0...]) } ?? false
    }
}
