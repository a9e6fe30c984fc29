extension Expression {
    /// Reads an expression whose constants have to fit the attribute; `nil` when it has no usable source.
    init?(reading reader: inout ObjectReader, for target: MappingTarget) {
        let source = reader.source(for: target)
        let transforms = reader.transforms("transform")
        let cases = reader.cases("cases", target)
        let fallback = reader.constant("default", target)
        guard let source else { return nil }
        self.init(source: source, transforms: transforms, cases: cases, fallback: fallback)
    }
}

extension ObjectReader {
    /// The one of `from`, `value` and `template` that is there.
    fileprivate mutating func source(for target: MappingTarget) -> Expression.Source? {
        let names = ["from", "value", "template"]
        let present = names.filter { value($0) != nil }
        guard let name = present.first, present.count == 1 else {
            let message =
                "\(subject) has \(present.isEmpty ? "none" : "more than one") of \"from\", \"value\" and \"template\"."
            let code: FindingCode = present.isEmpty ? .missingField : .conflictingFields
            report(code, message, remedy: "Write exactly one of them, such as \"from\": \"mail\".", at: node)
            return nil
        }
        switch name {
        case "from": return path(name).map(Expression.Source.field)
        case "template": return template(name).map(Expression.Source.template)
        default: return constant(name, target).map(Expression.Source.constant)
        }
    }

    private mutating func path(_ name: String) -> AttributePath? {
        guard let text = located(name, .nonEmpty) else { return nil }
        if let path = AttributePath(text.value) { return path }
        let message = "\(fieldPath(name)) is \(quoted(text.value)), a path with an empty part."
        let remedy = "Write names with single dots between them, such as name.familyName."
        add(Finding(.error, .invalidValue, message, remedy: remedy, resource: resource, at: text.location))
        return nil
    }

    private mutating func template(_ name: String) -> Template? {
        guard let text = located(name, .nonEmpty) else { return nil }
        do throws(Template.Fault) {
            return try Template(text.value)
        } catch {
            report(error.message, remedy: error.remedy, at: error.offset, inText: name)
            return nil
        }
    }

    fileprivate mutating func transforms(_ name: String) -> [Transform] {
        guard let node = value(name) else { return [] }
        let names = Transform.allCases.map(\.rawValue)
        guard let items = node.array else {
            reportType(of: node, at: fieldPath(name), expected: "a list of \(alternatives(names))")
            return []
        }
        return items.enumerated().compactMap { index, item in
            let path = fieldPath(name, item: index)
            guard let text = checkedText(item, at: path, .any) else { return nil }
            if let transform = Transform(rawValue: text) { return transform }
            let nearest = nearestName(to: text, among: names).map { "Did you mean \(quoted($0))?" }
            let message = "\(path) has to be \(alternatives(names)), not \(quoted(text))."
            report(.invalidValue, message, remedy: nearest ?? "Write \(alternatives(names)).", at: item)
            return nil
        }
    }

    fileprivate mutating func cases(_ name: String, _ target: MappingTarget) -> [String: JSONValue] {
        guard let node = value(name) else { return [:] }
        guard let members = node.object else {
            reportType(of: node, at: fieldPath(name), expected: "an object of replacements")
            return [:]
        }
        var cases: [String: JSONValue] = [:]
        for member in members {
            let path = FieldPath(object: fieldPath(name).description, name: member.key)
            cases[member.key] = checkedConstant(member.node, at: path, target)
        }
        return cases
    }

    /// A constant that fits the attribute.
    fileprivate mutating func constant(_ name: String, _ target: MappingTarget) -> JSONValue? {
        value(name).flatMap { checkedConstant($0, at: fieldPath(name), target) }
    }

    private mutating func checkedConstant(_ node: JSONNode, at path: FieldPath, _ target: MappingTarget) -> JSONValue? {
        switch (target, node.value) {
        case (.text, .string), (.boolean, .bool), (.list, .string):
            return node.value
        case (.list, .array(let items)) where items.allSatisfy({ $0.string != nil }):
            return node.value
        case (.choice(let names), .string(let text)):
            if names.contains(text) { return node.value }
            let message = "\(path) has to be \(alternatives(names)), not \(quoted(text))."
            let nearest = nearestName(to: text, among: names).map { "Did you mean \(quoted($0))?" }
            report(.invalidValue, message, remedy: nearest ?? "Write \(alternatives(names)).", at: node)
        default:
            reportType(of: node, at: path, expected: target.expectation)
        }
        return nil
    }
}
