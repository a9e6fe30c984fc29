extension JSONNode: FilterRecord {
    /// The values at a path of a JSON object; lists along the path and at its end yield their items.
    public func values(at path: [String]) -> [FilterValue] {
        var found = FoundAttribute()
        collect(path[...], into: &found)
        return found.nodes.flatMap(\.filterValues)
    }

    /// The value as a filter sees it. An object with a `value` stands for that too (RFC 7643 §2.4), so that
    /// `emails co "@example.com"` looks into `emails.value`.
    private var filterValues: [FilterValue] {
        switch value {
        case .string(let text): return [.string(text)]
        case .number(let text): return [.number(DecimalNumber(json: text))]
        case .bool(let flag): return [.bool(flag)]
        case .null, .array: return []
        case .object(let members):
            guard !members.isEmpty else { return [] }
            let inner = values(at: ["value"])
            return inner.isEmpty ? [.complex] : inner
        }
    }
}
