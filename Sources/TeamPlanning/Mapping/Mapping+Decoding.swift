extension Mapping {
    /// Reads a Mapping manifest; `nil` when it has no usable name.
    init?(reading reader: inout ObjectReader) {
        let place = reader.location
        let name = reader.ruleName("name")
        let filter = reader.filter("filter")?.value
        let users: AttributeMapping<UserAttribute>? = reader.attributeMapping("users")
        let groups: AttributeMapping<GroupAttribute>? = reader.attributeMapping("groups")
        guard let name else { return nil }
        self.init(name: name, filter: filter, users: users, groups: groups, location: place)
    }
}

extension AttributeMapping {
    /// Reads the `users` or `groups` object of a mapping.
    fileprivate init(reading reader: inout ObjectReader) {
        filter = reader.filter("filter")?.value
        for attribute in Attribute.allCases {
            let name = attribute.rawValue
            let node = attribute == .required ? reader.required(name) : reader.value(name)
            guard let node else { continue }
            let place = reader.document.location(of: node)
            reader.read(node, at: reader.fieldPath(name)) { inner in
                guard let expression = Expression(reading: &inner, for: attribute.target) else { return }
                expressions[attribute] = Located(expression, at: place)
            }
        }
    }
}

extension ObjectReader {
    /// A filter; a fault is shown at the very character. `attributes` are the only names that it may use.
    mutating func filter(_ name: String, attributes: [String]? = nil) -> Located<Filter>? {
        guard let text = located(name, .nonEmpty) else { return nil }
        switch Filter.parse(text.value, attributes: attributes) {
        case .success(let filter): return Located(filter, at: text.location)
        case .failure(let fault):
            report(fault.message, remedy: fault.remedy, at: fault.offset, inText: name)
            return nil
        }
    }

    /// Adds a finding at one character of a field's string, counted in Unicode scalars from 0.
    mutating func report(
        _ message: String,
        remedy: String,
        at offset: Int,
        inText name: String,
        severity: Severity = .error
    ) {
        let place = value(name).map { document.location(ofScalar: offset, in: $0) } ?? location
        let sentence = "\(fieldPath(name)): \(message)"
        add(Finding(severity, .invalidValue, sentence, remedy: remedy, resource: resource, at: place))
    }

    fileprivate mutating func attributeMapping<Attribute>(_ name: String) -> AttributeMapping<Attribute>? {
        var mapping: AttributeMapping<Attribute>?
        object(name) { mapping = AttributeMapping(reading: &$0) }
        return mapping
    }

    fileprivate mutating func ruleName(_ name: String) -> Located<RuleName>? {
        guard let node = required(name), let text = checkedText(node, at: fieldPath(name), .any) else { return nil }
        guard isRuleName(text) else {
            let message = "\(fieldPath(name)) has to be 1 to 20 of the characters a-z, 0-9 and -, not \(quoted(text))."
            report(.invalidValue, message, remedy: "Write a name such as \"directory\".", at: node)
            return nil
        }
        return Located(RuleName(rawValue: text), at: document.location(of: node))
    }
}

/// `[a-z0-9-]{1,20}`: the name becomes part of external IDs, which have 64 characters in all.
private func isRuleName(_ text: String) -> Bool {
    (1...20).contains(text.utf8.count)
        && text.utf8.allSatisfy { (isASCIILetter($0) && $0 & 0x20 != 0) || isASCIIDigit($0) || $0 == UInt8(ascii: "-") }
}
