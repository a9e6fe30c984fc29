extension ManifestFile {
    /// The file in its canonical form; `nil` when it is no manifest, or an object in it names a key twice.
    ///
    /// Fields stand in one order per kind, users by email, groups by name, and people and groups in lists by theirs.
    /// What the file means stays the same: numbers keep their digits, nothing is added or dropped. Records that a
    /// mapping reads keep the order of their fields, and their own order, since both belong to their source.
    ///
    /// Formatting does not check values: whoever formats a file that has faults keeps them.
    public func formatted() -> ManifestFile? {
        var findings: [Finding] = []
        guard let root = JSONDocument.read(bytes, file: path, into: &findings)?.root, findings.isEmpty,
            let kind = root["kind"]?.string.flatMap(ManifestKind.init)
        else { return nil }
        let isMapped = root["mapping"].map { !$0.isNull } ?? false
        var node = FieldOrder.manifest(kind, isMapped: isMapped).sorted(root)
        if !isMapped {
            switch kind {
            case .users: node = node.replacing("users") { $0.sortedRecords(by: "email", lists: ["groups"]) }
            case .groups:
                node = node.replacing("groups") { $0.sortedRecords(by: "name", lists: ["members", "owners"]) }
            case .connection, .policy, .mapping: break
            }
        }
        return ManifestFile(path: path, bytes: Array(JSONWriter.document(node).utf8))
    }
}

/// The order of emails and names: letter case counts only between those that differ in nothing else.
struct SortKey: Comparable {
    private let folded: FoldedName
    private let raw: String

    init(_ text: String) {
        folded = FoldedName(text)
        raw = text
    }

    static func < (left: SortKey, right: SortKey) -> Bool {
        left.folded == right.folded ? left.raw < right.raw : left.folded < right.folded
    }
}

extension JSONNode {
    /// The object with the value of one key replaced.
    fileprivate func replacing(_ key: String, _ change: (JSONNode) -> JSONNode) -> JSONNode {
        guard let members = object else { return self }
        let changed = members.map { member in
            member.key == key
                ? JSONMember(key: key, keyOffset: member.keyOffset, node: change(member.node)) : member
        }
        return JSONNode(.object(changed), offset: offset)
    }

    /// A list of records, sorted by one field, with some of their lists sorted.
    fileprivate func sortedRecords(by key: String, lists: [String]) -> JSONNode {
        guard let items = array else { return self }
        let records = items.map { item in
            lists.reduce(item) { record, list in record.replacing(list) { $0.sortedItems { $0.string } } }
        }
        return JSONNode(.array(records), offset: offset).sortedItems { $0[key]?.string }
    }

    /// The list with its items in order. A list with an item that has no text is left as it is.
    private func sortedItems(by text: (JSONNode) -> String?) -> JSONNode {
        guard let items = array else { return self }
        let texts = items.compactMap(text)
        guard texts.count == items.count else { return self }
        let order = zip(texts.map(SortKey.init), items.indices).sorted { ($0.0, $0.1) < ($1.0, $1.1) }
        return JSONNode(.array(order.map { items[$0.1] }), offset: offset)
    }
}
