extension ObjectReader {
    /// A scope: `managed`, `all` or `{"filter": "…"}`.
    mutating func scope(_ name: String) -> Scope? {
        guard let node = value(name) else { return nil }
        if node.object != nil { return filterScope(name, node) }
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

    private mutating func filterScope(_ name: String, _ node: JSONNode) -> Scope? {
        var scope: Scope?
        read(node, at: fieldPath(name)) { inner in
            guard let filter = inner.required("filter"),
                let text = inner.checkedText(filter, at: inner.fieldPath("filter"), .nonEmpty)
            else { return }
            scope = .filter(Located(text, at: inner.document.location(of: filter)))
            inner.reportNotSupported("\(inner.fieldPath("filter")) holds a filter", at: filter)
        }
        return scope
    }
}
