/// How one attribute is made from a directory's record.
struct Expression: Sendable, Equatable {
    /// Where the value comes from.
    var source: Source
    /// What is done to the value, in this order.
    var transforms: [Transform] = []
    /// Replacements by the JSON text of the value, strings without quotes. A value that none matches stays.
    var cases: [String: JSONValue] = [:]
    /// The value when the record has none, and when there are cases but none matches.
    var fallback: JSONValue?

    /// Where a value comes from.
    enum Source: Sendable, Equatable {
        case field(AttributePath)
        case constant(JSONValue)
        case template(Template)
    }

    /// The value for a record, `nil` when it is missing.
    ///
    /// Values keep the place of the field that they come from; others get that of the record. A list goes through
    /// transforms and cases item by item.
    func evaluate(on record: JSONNode) -> JSONNode? {
        var value = source.value(in: record)
        for transform in transforms {
            value = value.flatMap(transform.applied)
        }
        guard let value else { return fallback?.placed(at: record.offset) }
        guard case .array(let items) = value.value else { return replacement(of: value) }
        return JSONNode(.array(items.flatMap { replacement(of: $0).items }), offset: value.offset)
    }

    private func replacement(of node: JSONNode) -> JSONNode {
        guard !cases.isEmpty else { return node }
        if let key = node.caseKey, let replacement = cases[key] { return replacement.placed(at: node.offset) }
        return fallback?.placed(at: node.offset) ?? node
    }
}

extension Expression.Source: CustomStringConvertible {
    fileprivate func value(in record: JSONNode) -> JSONNode? {
        switch self {
        case .constant(let value):
            return value.placed(at: record.offset)
        case .template(let template):
            return template.text(for: record).map { JSONNode(.string($0), offset: record.offset) }
        case .field(let path):
            let found = record.attribute(path)
            guard let list = found.list else { return found.nodes.first }
            return JSONNode(.array(found.nodes), offset: list)
        }
    }

    /// How a sentence names the source.
    var description: String {
        switch self {
        case .field(let path): "the field \(quoted(path.description))"
        case .constant: "a constant"
        case .template(let template): "the template \(quoted(template.description))"
        }
    }
}

extension JSONNode {
    /// The text under which `cases` looks a value up; `nil` for values that have no case.
    var caseKey: String? {
        switch value {
        case .string(let text), .number(let text): text
        case .bool(let flag): String(flag)
        case .null, .array, .object: nil
        }
    }

    /// The items of a list, or the one value that this is.
    fileprivate var items: [JSONNode] { array ?? [self] }
}

extension JSONValue {
    /// The value as one that stands at a place of another file.
    fileprivate func placed(at offset: Int32) -> JSONNode {
        guard case .array(let items) = self else { return JSONNode(self, offset: offset) }
        return JSONNode(.array(items.map { $0.value.placed(at: offset) }), offset: offset)
    }
}
