/// The files of a workspace with the changes that an import collects for them.
struct ImportDraft {
    /// A record, or a value in it, that can be edited.
    struct Place {
        let path: String
        let node: JSONNode
    }

    private var files: [String: FileDraft] = [:]
    private var newFiles: [String: NewFile] = [:]
    private var places: [SourceLocation: Place] = [:]

    /// A file that is there.
    private struct FileDraft {
        let bytes: [UInt8]
        let root: JSONNode
        let kind: ManifestKind
        let isMapped: Bool
        var edits: JSONEdits
        /// Changes of lists by the place of the list.
        var lists: [Int32: ListChange] = [:]
        /// New fields by the place of their record.
        var fields: [Int32: NewFields] = [:]
    }

    /// A file to be made.
    private struct NewFile {
        let kind: ManifestKind
        var records: [JSONNode] = []
    }

    private struct NewFields {
        let record: JSONNode
        var insertions: [JSONEdits.Insertion] = []
    }

    fileprivate struct ListChange {
        let list: JSONNode
        var removed: Set<Int> = []
        var added: [JSONNode] = []
    }

    /// Starts with files that have no faults.
    init(_ manifests: [ManifestFile]) {
        for manifest in manifests {
            var findings: [Finding] = []
            guard let document = JSONDocument.read(manifest.bytes, file: manifest.path, into: &findings),
                let kind = document.root["kind"]?.string.flatMap(ManifestKind.init)
            else { continue }
            let root = document.root
            let isMapped = root["mapping"].map { !$0.isNull } ?? false
            files[manifest.path] = FileDraft(
                bytes: manifest.bytes,
                root: root,
                kind: kind,
                isMapped: isMapped,
                edits: JSONEdits(manifest.bytes)
            )
            guard !isMapped, let field = kind.recordField else { continue }
            for record in root[field]?.array ?? [] {
                places[document.location(of: record)] = Place(path: manifest.path, node: record)
            }
        }
    }

    /// The record that starts at a location; `nil` when a mapping reads it, so that it is not ours to write.
    func place(of location: SourceLocation) -> Place? { places[location] }

    /// The paths of the manifests of a kind whose records no mapping reads.
    func paths(of kind: ManifestKind) -> [String] {
        files.filter { $0.value.kind == kind && !$0.value.isMapped }.map(\.key).sorted()
    }

    /// Whether records of a kind can go to a path: nothing is there, or a manifest of that kind without mapping.
    func takesRecords(of kind: ManifestKind, at path: String) -> Bool {
        if let file = files[path] { return file.kind == kind && !file.isMapped }
        return newFiles[path].map { $0.kind == kind } ?? true
    }

    // MARK: Changes

    /// Gives a field of a record another value.
    mutating func set(_ field: String, of place: Place, to value: JSONValue) {
        guard let node = place.node[field], let text = JSONWriter.inline(JSONNode(value, offset: 0)) else { return }
        files[place.path]?.edits.replace(node, with: text)
    }

    /// Puts another text in the place of a list's item.
    mutating func replace(_ item: JSONNode, with text: String, at place: Place) {
        files[place.path]?.edits.replace(item, with: quotedJSON(text))
    }

    /// Removes an item of a record's list.
    mutating func remove(item index: Int, of list: JSONNode, at place: Place) {
        files[place.path]?.lists[list.offset, default: ListChange(list: list)].removed.insert(index)
    }

    /// Adds a text to a record's list.
    mutating func add(_ text: String, to list: JSONNode, at place: Place) {
        let item = JSONNode(.string(text), offset: 0)
        files[place.path]?.lists[list.offset, default: ListChange(list: list)].added.append(item)
    }

    /// Adds a field with a list of texts to a record that has no such field.
    mutating func add(_ field: String, _ texts: [String], to place: Place) {
        let items = texts.map { JSONNode(.string($0), offset: 0) }
        let value = JSONNode(.array(items), offset: 0)
        let count = place.node.object?.count ?? 0
        let insertion = JSONEdits.Insertion(
            at: count,
            inline: "\(quotedJSON(field)): \(JSONWriter.inline(value) ?? "[]")"
        ) { indent in
            "\(quotedJSON(field)): \(JSONWriter.list(value, indent: indent))"
        }
        add(insertion, to: place)
    }

    /// Adds a field with a text to a record that has no such field.
    mutating func add(_ field: String, text: String, to place: Place) {
        add(
            JSONEdits.Insertion(at: place.node.object?.count ?? 0, "\(quotedJSON(field)): \(quotedJSON(text))"),
            to: place
        )
    }

    private mutating func add(_ insertion: JSONEdits.Insertion, to place: Place) {
        files[place.path]?.fields[place.node.offset, default: NewFields(record: place.node)].insertions.append(
            insertion
        )
    }

    /// Removes a record.
    mutating func remove(_ place: Place) {
        guard let file = files[place.path], let field = file.kind.recordField, let list = file.root[field],
            let index = list.array?.firstIndex(where: { $0.offset == place.node.offset })
        else { return }
        remove(item: index, of: list, at: place)
    }

    /// Adds a record to a file that is there, or to a new one.
    mutating func add(_ record: JSONNode, _ kind: ManifestKind, to path: String) {
        if let field = kind.recordField, let list = files[path]?.root[field] {
            files[path]?.lists[list.offset, default: ListChange(list: list)].added.append(record)
        } else {
            newFiles[path, default: NewFile(kind: kind)].records.append(record)
        }
    }

    // MARK: Result

    /// The files that change and those that are made, by path.
    ///
    /// - Parameter folder: the folder of the manifests, beside which the schemas are looked for.
    func imported(in folder: String) -> [ImportedFile] {
        let changed = files.compactMap { path, file -> ImportedFile? in
            var edits = file.edits
            for change in file.lists.values { change.apply(to: &edits) }
            for new in file.fields.values { edits.edit(object: new.record, inserting: new.insertions) }
            return edits.isEmpty ? nil : ImportedFile(path: path, before: file.bytes, after: edits.applied())
        }
        let made = newFiles.map { path, file in
            let text = NewManifest.text(file.kind, records: file.records, path: path, folder: folder)
            return ImportedFile(path: path, before: nil, after: Array(text.utf8))
        }
        return (changed + made).sorted { $0.path < $1.path }
    }
}

extension ImportDraft.ListChange {
    /// New items go where the order of the list wants them, or to its end when it is in no order.
    fileprivate func apply(to edits: inout JSONEdits) {
        let keys = (list.array ?? []).map { $0.sortKey }
        let known = keys.compactMap { $0 }
        let isSorted = known.count == keys.count && zip(known, known.dropFirst()).allSatisfy { $0.0 <= $0.1 }
        let items = added.map { ($0.sortKey, $0) }.sorted { left, right in
            guard let first = left.0, let second = right.0 else { return false }
            return first < second
        }
        let insertions = items.map { key, item in
            let next = isSorted ? key.map { known.firstPosition(after: $0) } : nil
            return JSONEdits.Insertion(at: next ?? keys.count, inline: JSONWriter.inline(item) ?? "null") {
                JSONWriter.record(item, indent: $0)
            }
        }
        edits.edit(list: list, removing: removed, inserting: insertions)
    }
}

extension [SortKey] {
    /// Where the first key stands that comes after another; the keys are sorted.
    fileprivate func firstPosition(after key: SortKey) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if key < self[middle] { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension JSONNode {
    /// What an item of a list is sorted by: itself, its email or its name.
    fileprivate var sortKey: SortKey? { (string ?? self["email"]?.string ?? self["name"]?.string).map(SortKey.init) }
}

extension ManifestKind {
    /// The field that holds the records.
    var recordField: String? {
        switch self {
        case .users: "users"
        case .groups: "groups"
        case .connection, .policy, .mapping: nil
        }
    }
}
