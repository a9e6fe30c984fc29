import TeamPlanning

/// Collects the people and groups of an export and makes manifests of them.
///
/// People are kept as the text that they become, since there are many; groups as they are, since their members can be
/// checked only once all people are known.
struct RecordCollection {
    /// A record as it stands in a manifest.
    private struct Entry {
        let order: String
        let place: SourceLocation
        let text: String
    }

    /// What stands between the parts of an order; no export has it in a text.
    private static let separator = "\u{0}"

    var findings = ExportFindings()
    var otherEntries = 0
    private(set) var sources: SourceTable
    private let options: ConversionOptions
    private var users: [Entry] = []
    private var groups: [SourceRecord] = []
    private var people: PeopleIndex
    private var userFields: FieldUse

    init(_ options: ConversionOptions, _ sources: SourceTable) {
        self.options = options
        self.sources = sources
        people = PeopleIndex(sources)
        userFields = FieldUse(sources, UserFields.all)
    }

    /// Takes the table of a format that knows it only from the export.
    mutating func use(_ table: SourceTable) {
        sources = table
        people = PeopleIndex(sources)
        userFields = FieldUse(sources, UserFields.all)
    }

    mutating func add(_ record: SourceRecord) {
        switch record.kind {
        case .users:
            userFields.note(record)
            people.insert(record)
            users.append(entry(record, sources.userOrder))
        case .groups: groups.append(record)
        }
    }

    mutating func finish() -> Conversion {
        if users.isEmpty, groups.isEmpty, !findings.hasErrors { reportEmpty() }
        let email = userFields.best(.email)
        if !users.isEmpty { resolveMembers(email: options.hasEmailField ? email : nil) }
        var groupFields = FieldUse(sources, GroupFields.all)
        for group in groups { groupFields.note(group) }
        var starter = StarterMapping(name: options.mapping, sources: sources, users: userFields, groups: groupFields)
        let mapping = starter.bytes()
        if !users.isEmpty, email == nil, options.hasEmailField { reportNoEmail() }
        let notes = starter.notes.map { Finding(.warning, .leftOut, $0.message, remedy: $0.remedy) }
        // A large export leaves no room for what is not needed any more.
        people = PeopleIndex(SourceTable([:]))
        userFields = FieldUse(SourceTable([:]), [])
        let groupEntries = groups.map { entry($0, sources.groupOrder) }
        groups = []
        let userManifest = manifest(.users, users)
        users = []
        return Conversion(
            users: userManifest,
            groups: manifest(.groups, groupEntries),
            mapping: mapping,
            otherEntries: otherEntries,
            findings: findings.inOrder(),
            mappingFindings: notes
        )
    }

    private func entry(_ record: SourceRecord, _ order: [FieldPath]) -> Entry {
        let key = order.map { record.texts(at: $0).first ?? "" }.joined(separator: Self.separator)
        let node = JSONNode(.object(record.fields), offset: 0)
        let text = JSONWriter.record(node, indent: RecordFile.indent)
        return Entry(order: referenceKey(key), place: record.place, text: text)
    }

    /// The file, its records in their order; two with one key are a fault.
    private mutating func manifest(_ kind: ManifestKind, _ unsorted: [Entry]) -> RecordManifest? {
        guard !unsorted.isEmpty else { return nil }
        let entries = unsorted.sorted { ($0.order, $0.text) < ($1.order, $1.text) }
        let size = entries.reduce(0) { $0 + $1.text.utf8.count + RecordFile.indent.utf8.count + 2 }
        var file = RecordFile(kind: kind, mapping: options.mapping, capacity: size)
        for (index, entry) in entries.enumerated() {
            if index > 0, entries[index - 1].order == entry.order,
                let name = entry.order.split(separator: Self.separator).first
            {
                let message = "The entry \(quotedShort(name)) stands in the export twice."
                findings.fault(message, remedy: "Export every entry once.", at: entry.place)
            }
            file.append(entry.text)
        }
        let manifest = RecordManifest(bytes: file.finish(), count: entries.count)
        if manifest.bytes.count > JSONDocument.maximumBytes {
            let message =
                "The \(kind.rawValue) manifest would have more than \(JSONDocument.maximumBytes >> 20) MiB, which roster does not read."
            let remedy = "Export fewer attributes, or parts of the directory under mappings of their own."
            findings.fault(message, remedy: remedy, line: 1)
        }
        return manifest
    }
}

extension RecordCollection {
    /// Leaves out members that are no people of the export: other groups, contacts, people without email.
    private mutating func resolveMembers(email: FieldPath?) {
        for index in groups.indices {
            for membership in sources.memberships {
                var unknown: [String] = []
                groups[index].filter(membership.group) { text in
                    let spelled = people.spelling(of: text, by: membership.user, email: email)
                    if spelled == nil { unknown.append(text) }
                    return spelled.map { JSONNode(.string($0), offset: 0) }
                }
                if !unknown.isEmpty { report(unknown, of: groups[index]) }
            }
        }
    }

    private mutating func report(_ unknown: [String], of group: SourceRecord) {
        let name = sources[.groupName].lazy.compactMap { group.texts(at: $0).first }.first ?? ""
        let count = unknown.count == 1 ? "a member" : "\(unknown.count) members"
        findings.warn(
            "The group \(quotedShort(name)) has \(count) that the export has no person with an email for, such as "
                + "\(quotedShort(unknown[0])).",
            remedy:
                "Members of nested groups count only when the export names them; export people and groups together.",
            at: group.place
        )
    }

    private mutating func reportEmpty() {
        findings.fault(
            "The export holds neither people nor groups.",
            remedy: "Check the search that makes the export: taken for a desired state it would ask for an empty team.",
            line: 1
        )
    }

    private mutating func reportNoEmail() {
        let names = sources[.email].map(\.text).joined(separator: ", ")
        findings.fault(
            "Nobody in the export has an email; looked for: \(names.isEmpty ? "nothing" : names).",
            remedy: "Name the field with --map email=FIELD.",
            line: 1
        )
    }
}
