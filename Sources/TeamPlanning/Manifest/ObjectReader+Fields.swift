extension ObjectReader {
    /// A string that follows a rule.
    mutating func text(_ name: String, _ rule: TextRule = .any) -> String? {
        value(name).flatMap { checkedText($0, at: fieldPath(name), rule) }
    }

    /// The same with its place.
    mutating func located(_ name: String, _ rule: TextRule = .any) -> Located<String>? {
        guard let node = value(name), let text = checkedText(node, at: fieldPath(name), rule) else { return nil }
        return Located(text, at: document.location(of: node))
    }

    /// The same for a field without which the object makes no sense.
    mutating func requiredText(_ name: String, _ rule: TextRule) -> Located<String>? {
        guard let node = required(name), let text = checkedText(node, at: fieldPath(name), rule) else { return nil }
        return Located(text, at: document.location(of: node))
    }

    /// A Boolean.
    mutating func bool(_ name: String) -> Bool? {
        guard let node = value(name) else { return nil }
        if let flag = node.bool { return flag }
        let isQuoted = node.string == "true" || node.string == "false"
        let remedy = isQuoted ? "Remove the quotes: a string is not a Boolean." : nil
        reportType(of: node, at: fieldPath(name), expected: "true or false", remedy: remedy)
        return nil
    }

    /// A whole number within bounds.
    mutating func integer(_ name: String, in bounds: ClosedRange<Int>) -> Int? {
        guard let node = value(name) else { return nil }
        if let number = node.integer, bounds.contains(number) { return number }
        let expected = "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
        if case .number(let text) = node.value {
            let message = "\(fieldPath(name)) has to be \(expected), not \(text)."
            report(.invalidValue, message, remedy: "Write \(expected).", at: node)
        } else {
            let isQuoted = node.string.flatMap { Int($0) } != nil
            let remedy = isQuoted ? "Remove the quotes: a string is not a number." : nil
            reportType(of: node, at: fieldPath(name), expected: expected, remedy: remedy)
        }
        return nil
    }

    /// One of the raw values of a type.
    mutating func choice<Choice>(_ name: String, _ type: Choice.Type = Choice.self) -> Choice?
    where Choice: RawRepresentable<String> & CaseIterable {
        guard let node = value(name) else { return nil }
        let names = Choice.allCases.map(\.rawValue)
        let expected = alternatives(names)
        guard let text = node.string else {
            reportType(of: node, at: fieldPath(name), expected: expected)
            return nil
        }
        if let choice = Choice(rawValue: text) { return choice }
        let message = "\(fieldPath(name)) has to be \(expected), not \(quoted(text))."
        let remedy = nearestName(to: text, among: names).map { "Did you mean \(quoted($0))?" } ?? "Write \(expected)."
        report(.invalidValue, message, remedy: remedy, at: node)
        return nil
    }

    /// A list of strings that follow a rule. A string that comes twice is a warning and kept once.
    mutating func texts(
        _ name: String,
        _ rule: TextRule,
        sameWhen key: (String) -> String = { $0 }
    ) -> [Located<String>]? {
        var kept: [Located<String>] = []
        let isList = eachText(name, rule, sameWhen: key) { kept.append($0) }
        return isList ? kept : nil
    }

    /// A list of people's names, as ``texts(_:_:sameWhen:)`` reads it; letter case does not matter.
    mutating func names(_ name: String, _ rule: TextRule) -> NameList? {
        var kept: NameList = []
        let isList = eachText(name, rule, sameWhen: foldedName) { kept.append($0) }
        return isList ? kept : nil
    }

    /// Reads a list; `false` when there is none.
    private mutating func eachText(
        _ name: String,
        _ rule: TextRule,
        sameWhen key: (String) -> String,
        _ keep: (Located<String>) -> Void
    ) -> Bool {
        guard let node = value(name) else { return false }
        guard let items = node.array else {
            reportType(of: node, at: fieldPath(name), expected: "a list of strings")
            return false
        }
        var seen = Set<String>(minimumCapacity: items.count)
        seen.reserveCapacity(items.count)
        for (index, item) in items.enumerated() {
            let path = fieldPath(name, item: index)
            guard let text = checkedText(item, at: path, rule) else { continue }
            let location = document.location(of: item)
            if seen.insert(key(text)).inserted {
                keep(Located(text, at: location))
            } else {
                let message = "\(path) repeats \(quoted(text)), which the list names already."
                let remedy = "Remove one of the two."
                add(Finding(.warning, .repeatedItem, message, remedy: remedy, resource: resource, at: location))
            }
        }
        return true
    }

    /// An inner object, read by `body`.
    mutating func object(_ name: String, _ body: (inout ObjectReader) -> Void) {
        guard let node = value(name) else { return }
        read(node, at: fieldPath(name), body)
    }

    /// A list of objects, each read by `body`.
    mutating func objects(_ name: String, _ body: (inout ObjectReader) -> Void) {
        guard let node = required(name) else { return }
        guard let items = node.array else {
            reportType(of: node, at: fieldPath(name), expected: "a list of objects")
            return
        }
        for (index, item) in items.enumerated() {
            read(item, at: fieldPath(name, item: index), body)
        }
    }

    /// Reads one object and reports its unknown fields.
    mutating func read(_ node: JSONNode, at path: FieldPath, _ body: (inout ObjectReader) -> Void) {
        guard var inner = ObjectReader(node, at: path.description, in: document, resource: resource) else {
            reportType(of: node, at: path, expected: "an object")
            return
        }
        body(&inner)
        inner.finish()
        absorb(inner)
    }

    /// The string of a node, once its type and its form have been checked.
    mutating func checkedText(_ node: JSONNode, at path: FieldPath, _ rule: TextRule) -> String? {
        guard let text = node.string else {
            let isNumber = if case .number = node.value { true } else { false }
            reportType(of: node, at: path, expected: "a string", remedy: isNumber ? "Put it in double quotes." : nil)
            return nil
        }
        guard let problem = rule.problem(in: text) else { return text }
        report(.invalidValue, "\(path) \(problem.predicate).", remedy: problem.remedy, at: node)
        return nil
    }
}

/// `"a", "b" or "c"`.
func alternatives(_ names: [String]) -> String {
    let quotedNames = names.map { "\"\($0)\"" }
    guard let last = quotedNames.last, quotedNames.count > 1 else { return quotedNames.joined() }
    return quotedNames.dropLast().joined(separator: ", ") + " or " + last
}
