/// The provisioning rules of a workspace by name.
struct MappingRegister {
    /// `nil` for a rule that has faults: its records are not looked at, since they would only repeat them.
    private var mappings: [RuleName: Mapping?] = [:]
    private var locations: [RuleName: SourceLocation] = [:]

    /// The names of all rules.
    var names: Set<RuleName> { Set(mappings.keys) }

    /// Reads a Mapping manifest and adds it, or a finding when another has its name.
    mutating func insert(_ reader: inout ObjectReader) {
        guard let mapping = Mapping(reading: &reader) else { return }
        let name = mapping.name
        if let first = locations[name.value] {
            let message = "The mapping \(quoted(name.value.rawValue)) stands at \(first.description) already."
            let remedy = "Give each mapping a name of its own."
            reader.reportDuplicate(.duplicateMapping, message, remedy: remedy, at: name.location)
            return
        }
        let hasErrors = reader.findings.contains { $0.severity == .error }
        mappings[name.value] = .some(hasErrors ? nil : mapping)
        locations[name.value] = name.location
    }

    /// The rule that a Users or Groups manifest names in `mapping`.
    func reference(
        in reader: inout ObjectReader,
        speaksOf part: String,
        _ speaks: (Mapping) -> Bool
    ) -> MappingReference {
        guard let node = reader.value("mapping") else { return .none }
        let path = reader.fieldPath("mapping")
        guard let text = node.string else {
            reader.reportType(of: node, at: path, expected: "the name of a Mapping manifest")
            return .unusable
        }
        guard let known = mappings[RuleName(rawValue: text)] else {
            let names = names.map(\.rawValue).sorted()
            let nearest = nearestName(to: text, among: names).map { "Did you mean \(quoted($0))?" }
            let message = "\(path) is \(quoted(text)), and there is no Mapping manifest of that name."
            let remedy = nearest ?? "Write a Mapping manifest with \"name\": \(quoted(text))."
            reader.report(.unknownMapping, message, remedy: remedy, at: node)
            return .unusable
        }
        guard let mapping = known else { return .unusable }
        guard speaks(mapping) else {
            let message = "The mapping \(quoted(text)) at \(mapping.location.description) says nothing of \(part)."
            reader.report(.missingField, message, remedy: "Add \(quoted(part)) to the mapping.", at: node)
            return .unusable
        }
        return .rule(mapping)
    }
}

/// How the records of a manifest are read.
enum MappingReference {
    /// By Dropbox's own attribute names.
    case none
    /// Through a rule.
    case rule(Mapping)
    /// Not at all: the rule is missing or has faults.
    case unusable

    /// The user of a record.
    func user(from record: inout ObjectReader) -> DesiredUser? {
        switch self {
        case .none: return DesiredUser(reading: &record)
        case .rule(let mapping): return mapping.user(from: &record)
        case .unusable:
            record.skipFields()
            return nil
        }
    }

    /// The group of a record; without mapping, members are emails or `references`.
    func group(from record: inout ObjectReader, references: Set<FoldedName>) -> DesiredGroup? {
        switch self {
        case .none: return DesiredGroup(reading: &record, people: .person(references: references))
        case .rule(let mapping): return mapping.group(from: &record)
        case .unusable:
            record.skipFields()
            return nil
        }
    }
}
