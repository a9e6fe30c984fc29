import TeamPlanning

/// A Users or Groups manifest in its canonical form, put together record by record.
struct RecordFile {
    /// What stands before a record.
    static let indent = "    "

    private(set) var bytes: [UInt8]
    private var count = 0

    init(kind: ManifestKind, mapping: String, capacity: Int = 0) {
        let head: JSONValue = .fields([
            ("apiVersion", .string("roster/v1")), ("kind", .string(kind.rawValue)),
            (
                "description",
                .string("\(RecordManifest.mark), which replaces the whole file: change the directory instead.")
            ),
            ("mapping", .string(mapping)), (kind.rawValue.lowercased(), .array([])),
        ])
        // The document with an empty list, up to that list's end.
        let document = JSONWriter.document(JSONNode(head, offset: 0))
        bytes = []
        bytes.reserveCapacity(document.utf8.count + capacity + 16)
        bytes += Array(document.utf8.dropLast("]\n}\n".utf8.count))
    }

    mutating func append(_ record: String) {
        bytes.append(contentsOf: (count > 0 ? ",\n" : "\n").utf8)
        bytes.append(contentsOf: Self.indent.utf8)
        bytes.append(contentsOf: record.utf8)
        count += 1
    }

    mutating func finish() -> [UInt8] {
        bytes.append(contentsOf: "\n  ]\n}\n".utf8)
        return bytes
    }
}
