import TeamPlanning

/// How a product writes people and groups in JSON, and what of them is kept.
protocol ResourceVocabulary: Sendable {
    var sources: SourceTable { get }
    /// What the format is called in findings.
    var name: String { get }
    /// The lists of a page of resources by their keys; `nil` when the object is no page.
    func lists(of page: JSONNode) -> [(key: String, items: [JSONNode])]?
    /// How many resources of its kind there are on all pages, if the page says so.
    func total(of page: JSONNode) -> Int?
    /// Whether a page says that another one follows.
    func hasNext(_ page: JSONNode) -> Bool
    /// What a resource is; `nil` when it is neither a person nor a group. `list` is the key of its list, if that has one.
    func kind(of resource: JSONNode, in list: String) -> RowKind?
    /// The fields that are kept, in their order.
    func fields(of resource: JSONNode, _ kind: RowKind) -> [JSONMember]
}

/// A field that is kept.
struct KeptField: Sendable {
    let name: String
    /// The fields that are kept of the object, or of each object in the list; all of them when there are none.
    let inner: [String]

    init(_ name: String, _ inner: [String] = []) {
        self.name = name
        self.inner = inner
    }

    /// The field of a resource, cut to what is kept; `nil` when there is nothing.
    func member(of resource: JSONNode) -> JSONMember? {
        let field =
            resource[name]
            ?? resource.object?.first { ConversionOptions.folded($0.key) == ConversionOptions.folded(name) }?.node
        guard let field, let kept = cut(field) else { return nil }
        return JSONMember(key: name, keyOffset: 0, node: kept)
    }

    private func cut(_ node: JSONNode) -> JSONNode? {
        switch node.value {
        case .null: return nil
        case .string(let text): return text.isEmpty || SensitiveContent.isPasswordHash(text) ? nil : node
        case .array(let items):
            let kept = items.compactMap(cut)
            return kept.isEmpty ? nil : JSONNode(.array(kept), offset: 0)
        case .object(let members):
            let kept: [JSONMember] =
                inner.isEmpty
                ? members.filter { !$0.node.isNull && !SensitiveContent.isSensitive(attribute: $0.key) }
                : inner.compactMap { KeptField($0).member(of: node) }
            return kept.isEmpty ? nil : JSONNode(.object(kept), offset: 0)
        case .bool, .number: return node
        }
    }
}

extension ConversionOptions {
    /// The fields that are kept because somebody asked for them, of those that a format does not keep by itself.
    func furtherFields(besides fields: [KeptField]) -> [KeptField] {
        let known = Set(fields.map(\.name))
        let asked = (attributes + sources.values).compactMap { FieldPath($0).keys.first }
        return Set(asked).subtracting(known).sorted().map { KeptField($0) }
    }
}
