/// The text of manifests that an import makes.
enum NewManifest {
    /// A manifest with records, in canonical form.
    static func text(_ kind: ManifestKind, records: [JSONNode], path: String, folder: String) -> String {
        let field = kind.recordField ?? ""
        let members = head(kind, path: path, folder: folder, description: nil) + [(field, .array(records))]
        let text = JSONWriter.document(.record(members))
        // Sorted by the one function that sorts manifests.
        let sorted = ManifestFile(path: path, bytes: Array(text.utf8)).formatted()?.bytes
        return sorted.map { String(decoding: $0, as: UTF8.self) } ?? text
    }

    /// The policy of a workspace that has just been imported: the next plan changes nothing, and nothing is deleted
    /// because no manifest names it.
    static func policy(path: String, folder: String) -> String {
        let note =
            "A careful start after an import: groups are managed by their names and none is deleted for want of a record. "
            + "Remove \"mark_existing\" to let roster know its groups by their external IDs, so that renames are seen, "
            + "and \"delete\" to have groups deleted that no manifest names."
        let groups = JSONNode.record([
            ("delete", .string(GroupDeletion.tombstone.rawValue)), ("mark_existing", .bool(false)),
        ])
        let members = head(.policy, path: path, folder: folder, description: note) + [("groups", groups.value)]
        return JSONWriter.document(.record(members))
    }

    private static func head(
        _ kind: ManifestKind,
        path: String,
        folder: String,
        description: String?
    ) -> [(String, JSONValue?)] {
        // The schemas stand beside the folder of the manifests, as in the reference workspace.
        let depth = path.utf8.count { $0 == UInt8(ascii: "/") } - folder.utf8.count { $0 == UInt8(ascii: "/") }
        let way = String(repeating: "../", count: max(depth, 1))
        return [
            ("$schema", .string("\(way)schemas/\(kind.rawValue.lowercased()).schema.json")),
            ("apiVersion", .string(manifestAPIVersion)), ("kind", .string(kind.rawValue)),
            ("description", description.map(JSONValue.string)),
        ]
    }
}
