extension ObjectReader {
    /// The attributes that a mapping makes of this record; `nil` when the required one cannot be made.
    ///
    /// `part` is `users` or `groups`, for messages.
    mutating func translated<Attribute>(
        by mapping: AttributeMapping<Attribute>,
        part: String,
        of rule: RuleName
    ) -> [JSONMember]? {
        var members: [JSONMember] = []
        for attribute in Attribute.allCases {
            guard let expression = mapping.expressions[attribute]?.value else { continue }
            let field = MappedField(
                path: fieldPath(attribute.rawValue),
                part: part,
                rule: rule,
                source: expression.source
            )
            if let node = expression.evaluate(on: node) {
                guard let value = converted(node, to: attribute.target, field) else { continue }
                members.append(JSONMember(key: attribute.rawValue, keyOffset: node.offset, node: value))
                if attribute == .required { resource = value.string.flatMap(Attribute.resource) }
            } else if attribute == .required {
                reportMissing(field)
            }
        }
        return members.contains { $0.key == Attribute.required.rawValue } ? members : nil
    }

    private mutating func reportMissing(_ field: MappedField) {
        report(
            .missingField,
            "\(field.path) has no value: \(field.place) takes it from \(field.source).",
            remedy: "Add what is missing to the record, or leave such records out by a \"filter\".",
            at: node
        )
    }

    /// The value in the type that the attribute takes; a number becomes text as it is written.
    private mutating func converted(
        _ node: JSONNode,
        to target: MappingTarget,
        _ field: MappedField
    ) -> JSONNode? {
        switch (target, node.value) {
        case (.text, .string), (.boolean, .bool):
            return node
        case (.text, .number(let text)):
            return JSONNode(.string(text), offset: node.offset)
        case (.list, .array(let items)):
            let texts = items.compactMap { converted($0, to: .text, field) }
            return texts.count == items.count ? JSONNode(.array(texts), offset: node.offset) : nil
        case (.list, _):
            return converted(node, to: .text, field).map { JSONNode(.array([$0]), offset: node.offset) }
        case (.choice(let names), .string(let text)):
            if names.contains(text) { return node }
            let message = "\(field.path) has to be \(alternatives(names)), not \(quoted(text))."
            report(.invalidValue, message, remedy: field.remedy(for: node, as: target), at: node)
        case (.text, _), (.boolean, _), (.choice, _):
            let remedy = field.remedy(for: node, as: target)
            reportType(of: node, at: field.path, expected: target.expectation, remedy: remedy)
        }
        return nil
    }
}

/// One attribute of a record that a mapping fills, as messages need it.
private struct MappedField {
    let path: FieldPath
    /// `users` or `groups`.
    let part: String
    let rule: RuleName
    let source: Expression.Source

    /// Where the expression stands, such as `users.status of the mapping "directory"`.
    var place: String { "\(part).\(path.name) of the mapping \(quoted(rule.rawValue))" }

    /// What to add to the expression so that a value fits.
    func remedy(for node: JSONNode, as target: MappingTarget) -> String {
        switch (node.value, target) {
        case (.array, _):
            return "Add \"transform\": [\"first\"] to \(place)."
        case (.object(let members), _):
            let field = members.first.map { " such as \(quoted($0.key))" } ?? ""
            return "Let \"from\" in \(place) lead to one field of the object\(field)."
        case (.bool, .choice(let names)) where names.count >= 2:
            return "To \(place), add \"cases\": {\"true\": \"\(names[0])\", \"false\": \"\(names[1])\"}."
        case (_, .choice(let names)):
            let key = node.caseKey ?? ""
            return "Add \"cases\" to \(place), such as {\(quoted(key)): \"\(names.first ?? "")\"}."
        case (_, .boolean):
            return "Add \"cases\" to \(place), such as {\(quoted(node.caseKey ?? "")): true}."
        case (_, .text), (_, .list):
            return "Add \"cases\" to \(place) that replace true and false by text, or take another field."
        }
    }
}

extension MappingTarget {
    /// How a sentence names what the attribute takes.
    var expectation: String {
        switch self {
        case .text: "a string"
        case .boolean: "true or false"
        case .list: "a string or a list of strings"
        case .choice(let names): alternatives(names)
        }
    }
}
