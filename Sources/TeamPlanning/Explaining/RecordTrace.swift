/// A record of the manifests and how its rule reads it, whether a filter leaves it out or not.
struct RecordTrace {
    /// The email or name that the record has.
    let name: String
    let location: SourceLocation
    let rule: RuleName
    /// Where the rule's mapping stands.
    let mapping: SourceLocation?
    /// What the filter said that scopes the record, if there is one.
    let filter: Explanation.FilterResult?
    /// Where the mapping takes each attribute from.
    let origins: [String: Explanation.Origin]

    var isLeftOut: Bool { filter?.isFulfilled == false }
}

extension RecordTrace {
    /// A record that is read by Dropbox's own attribute names.
    fileprivate init(name: String, at location: SourceLocation) {
        self.init(name: name, location: location, rule: .default, mapping: nil, filter: nil, origins: [:])
    }

    /// A record that a mapping reads.
    fileprivate init<Attribute>(
        name: String,
        at location: SourceLocation,
        _ record: JSONNode,
        _ mapping: Mapping,
        _ attributes: AttributeMapping<Attribute>,
        _ part: Explanation.FilterResult.Part
    ) {
        // A part's own filter stands in for the rule's.
        let filter = attributes.filter.map { ($0, part) } ?? mapping.filter.map { ($0, .rule) }
        self.init(
            name: name,
            location: location,
            rule: mapping.name.value,
            mapping: mapping.location,
            filter: filter.map { Explanation.FilterResult($0.0, of: $0.1, in: mapping, on: record) },
            origins: attributes.origins(in: record)
        )
    }
}

extension AttributeMapping {
    fileprivate func origins(in record: JSONNode) -> [String: Explanation.Origin] {
        var origins: [String: Explanation.Origin] = [:]
        for (attribute, expression) in expressions {
            let source = expression.value.source
            let raw = Expression(source: source).evaluate(on: record)?.plainText
            origins[attribute.rawValue] = Explanation.Origin(source: source.description, raw: raw)
        }
        if let status = Attribute(rawValue: UserAttribute.status.rawValue), expressions[status] == nil,
            let flag = record.member(named: "enabled")?.bool
        {
            origins[status.rawValue] = Explanation.Origin(source: "the field \"enabled\"", raw: String(flag))
        }
        return origins
    }
}

extension JSONNode {
    /// A plain value, or a list of such, as text.
    fileprivate var plainText: String? {
        guard let items = array else { return caseKey }
        let texts = items.compactMap(\.caseKey)
        return texts.count == items.count ? texts.joined(separator: ", ") : nil
    }
}

/// Finds records by name in the files of a workspace, which the loader has found to be valid.
///
/// The loader keeps nothing of records that a filter leaves out, and nothing of where values come from: only an
/// explanation asks for that, so it reads the files again.
struct RecordTracer {
    private var mappings = MappingRegister()
    private var manifests: [(kind: ManifestKind, reader: ObjectReader)] = []

    init(_ files: [ManifestFile]) {
        var findings: [Finding] = []
        for file in files.sorted(by: { $0.path < $1.path }) {
            guard let document = JSONDocument.read(file.bytes, file: file.path, into: &findings),
                var reader = ObjectReader(document.root, at: "", in: document),
                let kind = document.root["kind"]?.string.flatMap(ManifestKind.init)
            else { continue }
            switch kind {
            case .mapping: mappings.insert(&reader)
            case .users, .groups: manifests.append((kind, reader))
            case .connection, .policy: break
            }
        }
    }

    /// The users' records with one of these emails.
    func users(named emails: Set<FoldedName>) -> [RecordTrace] {
        traces(of: .users, part: .users, named: emails) { $0.users }
    }

    /// The groups' records with one of these names.
    func groups(named names: Set<FoldedName>) -> [RecordTrace] {
        traces(of: .groups, part: .groups, named: names) { $0.groups }
    }

    private func traces<Attribute>(
        of kind: ManifestKind,
        part: Explanation.FilterResult.Part,
        named names: Set<FoldedName>,
        _ attributes: (Mapping) -> AttributeMapping<Attribute>?
    ) -> [RecordTrace] {
        var traces: [RecordTrace] = []
        for var reader in manifests.filter({ $0.kind == kind }).map(\.reader) {
            let reference = mappings.reference(in: &reader, speaksOf: part.rawValue) { attributes($0) != nil }
            for record in reader.node[part.rawValue]?.array ?? [] {
                guard let name = reference.name(of: record, attributes), names.contains(FoldedName(name)) else {
                    continue
                }
                let location = reader.document.location(of: record)
                if case .rule(let mapping) = reference, let attributes = attributes(mapping) {
                    traces.append(RecordTrace(name: name, at: location, record, mapping, attributes, part))
                } else {
                    traces.append(RecordTrace(name: name, at: location))
                }
            }
        }
        return traces
    }
}

extension MappingReference {
    /// The email or name of a record, whatever filters say of it.
    fileprivate func name<Attribute>(
        of record: JSONNode,
        _ attributes: (Mapping) -> AttributeMapping<Attribute>?
    ) -> String? {
        switch self {
        case .none: record[Attribute.required.rawValue]?.string
        case .rule(let mapping): attributes(mapping)?.expressions[.required]?.value.evaluate(on: record)?.caseKey
        case .unusable: nil
        }
    }
}
