extension ObjectReader {
    /// A scope: `managed`, `all` or `{"filter": "…"}`, where the filter may name these attributes only.
    mutating func scope(_ name: String, attributes: [String]) -> Scope? {
        guard let node = value(name) else { return nil }
        if node.object != nil { return filterScope(name, node, attributes) }
        let expected = "\"managed\", \"all\" or {\"filter\": \"…\"}"
        switch node.string {
        case "managed": return .managed
        case "all": return .all
        case let text?:
            let message = "\(fieldPath(name)) has to be \(expected), not \(quoted(text))."
            let remedy =
                nearestName(to: text, among: ["managed", "all"]).map { "Did you mean \(quoted($0))?" }
                ?? "Write \(expected)."
            report(.invalidValue, message, remedy: remedy, at: node)
        case nil:
            reportType(of: node, at: fieldPath(name), expected: expected)
        }
        return nil
    }

    private mutating func filterScope(_ name: String, _ node: JSONNode, _ attributes: [String]) -> Scope? {
        var scope: Scope?
        read(node, at: fieldPath(name)) { inner in
            guard inner.required("filter") != nil else { return }
            scope = inner.filter("filter", attributes: attributes).map(Scope.filter)
        }
        return scope
    }
}
