import TeamPlanning

/// A person or a group in the export's own vocabulary.
struct SourceRecord {
    let kind: RowKind
    let place: SourceLocation
    /// The fields in their lasting order.
    var fields: [JSONMember]

    /// The texts at a path, those of lists one by one. Numbers and Booleans count as text.
    func texts(at path: FieldPath) -> [String] {
        var found: [String] = []
        Self.collect(path.keys[...], in: fields, into: &found)
        return found
    }

    private static func collect(_ keys: ArraySlice<String>, in fields: [JSONMember], into found: inout [String]) {
        guard let key = keys.first, let field = fields.first(where: { $0.key == key }) else { return }
        collect(keys.dropFirst(), in: field.node, into: &found)
    }

    private static func collect(_ keys: ArraySlice<String>, in node: JSONNode, into found: inout [String]) {
        switch node.value {
        case .array(let items): for item in items { collect(keys, in: item, into: &found) }
        case .object(let members): collect(keys, in: members, into: &found)
        case .string(let text), .number(let text): if keys.isEmpty { found.append(text) }
        case .bool(let flag): if keys.isEmpty { found.append(String(flag)) }
        case .null: break
        }
    }

    /// Replaces a list of the record by those of its items that `keep` accepts; a list of objects is looked into by the
    /// path's last key.
    mutating func filter(_ path: FieldPath, _ keep: (String) -> JSONNode?) {
        guard let key = path.keys.first, let index = fields.firstIndex(where: { $0.key == key }) else { return }
        let items = fields[index].node.array ?? [fields[index].node]
        let kept = items.compactMap { item in
            path.keys.count == 1
                ? item.string.flatMap(keep) : item[path.keys[1]]?.string.flatMap(keep).map { _ in item }
        }
        fields[index] = JSONMember(key: key, .array(kept))
    }
}

/// The way to an attribute of a record, as a mapping's `from` writes it.
struct FieldPath: Sendable, Hashable {
    /// What a mapping writes.
    let text: String
    /// The keys on the way.
    let keys: [String]

    /// A path with single dots between its keys; a SCIM schema's URN before the last colon is a key of its own.
    init(_ text: String) {
        self.text = text
        let colon = text.hasPrefix("urn:") ? text.lastIndex(of: ":") : nil
        let rest = colon.map { text[text.index(after: $0)...] } ?? text[...]
        keys = (colon.map { [String(text[..<$0])] } ?? []) + rest.split(separator: ".").map(String.init)
    }
}

extension JSONMember {
    /// A field of a record that is made, not read.
    init(key: String, _ value: JSONValue) {
        self.init(key: key, keyOffset: 0, node: JSONNode(value, offset: 0))
    }
}

extension JSONValue {
    /// A list of texts.
    static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { JSONNode(.string($0), offset: 0) }) }

    /// An object of fields.
    static func fields(_ fields: [(String, JSONValue)]) -> JSONValue {
        .object(fields.map { JSONMember(key: $0.0, $0.1) })
    }
}
