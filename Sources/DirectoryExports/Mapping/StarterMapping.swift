import TeamPlanning

/// The attributes of each kind of record that a starter mapping reads.
enum UserFields {
    static let all: [StarterAttribute] = [.email, .externalID, .givenName, .surname, .status, .groups]
}

enum GroupFields {
    static let all: [StarterAttribute] = [.groupName, .groupID, .members]
}

/// A mapping that reads the records of an export so that they have no faults but their own, for people to edit.
struct StarterMapping {
    let name: String
    let sources: SourceTable
    let users: FieldUse
    let groups: FieldUse
    /// What readers should know about it.
    private(set) var notes: [(message: String, remedy: String)] = []

    init(name: String, sources: SourceTable, users: FieldUse, groups: FieldUse) {
        self.name = name
        self.sources = sources
        self.users = users
        self.groups = groups
    }

    /// The manifest in its canonical form.
    mutating func bytes() -> [UInt8] {
        var fields: [(String, JSONValue)] = [
            ("apiVersion", .string("roster/v1")), ("kind", .string("Mapping")),
            (
                "description",
                .string("How records of the export become users and groups; started by roster convert, kept since.")
            ),
            ("name", .string(name)),
        ]
        if users.recordCount > 0 { fields.append(("users", userPart())) }
        if groups.recordCount > 0 { fields.append(("groups", groupPart())) }
        let document = JSONWriter.document(JSONNode(.fields(fields), offset: 0))
        let file = ManifestFile(path: "", bytes: Array(document.utf8))
        return file.formatted()?.bytes ?? file.bytes
    }

    private mutating func userPart() -> JSONValue {
        var fields: [(String, JSONValue)] = []
        if let reference = reference { fields.append(("id", .fields([("from", .string(reference.text))]))) }
        if let email = users.best(.email) {
            if !users.isEverywhere(.email, email) {
                fields.append(("filter", .string("\(email.text) pr")))
                note(
                    "Some people have no \(email.text): the mapping leaves them out.",
                    "Give them an email, or export only people who have one."
                )
            }
            fields.append(("email", Self.text(from: email, ["first", "trim", "lowercase"])))
        }
        fields += names() + [key(users, .externalID, of: "people")].compactMap { $0 }
        if let status = statusField() { fields.append(("status", status)) }
        if groups.recordCount == 0, let field = users.best(.groups) {
            fields.append(("groups", .fields([("from", .string(field.text)), ("transform", .texts(["cn"]))])))
        }
        return .fields(fields)
    }

    private mutating func groupPart() -> JSONValue {
        var fields = [key(groups, .groupID, of: "groups")].compactMap { $0 }
        if let name = groups.best(.groupName) { fields.append(("name", Self.text(from: name, ["first", "trim"]))) }
        if let members = membersField { fields.append(("members", .fields([("from", .string(members.text))]))) }
        return .fields(fields)
    }

    /// The field by which groups name people decides which field of people is their reference ID.
    private var reference: FieldPath? {
        let membership = sources.memberships.first { $0.group == membersField }
        return membership?.user ?? sources.reference
    }

    private var membersField: FieldPath? {
        groups.best(.members) ?? (groups.recordCount > 0 ? sources[.members].first : nil)
    }

    private func names() -> [(String, JSONValue)] {
        [StarterAttribute.givenName, .surname].compactMap { attribute in
            users.best(attribute).map { (attribute.rawValue, Self.text(from: $0, ["first", "trim"])) }
        }
    }

    private mutating func key(_ use: FieldUse, _ attribute: StarterAttribute, of things: String) -> (String, JSONValue)?
    {
        if let path = use.key(attribute) { return (attribute.rawValue, Self.text(from: path, ["first"])) }
        let names = sources[attribute].map(\.text).joined(separator: ", ")
        note(
            "No field is a key of all \(things): a change of \(things == "groups" ? "name" : "email") will look like another one.",
            names.isEmpty
                ? "Name a field that never changes with --map \(attribute.rawValue)=FIELD."
                : "Export one of \(names) for all, or name another with --map \(attribute.rawValue)=FIELD."
        )
        return nil
    }

    /// The status, when the export tells who may sign in, in words that are known.
    private mutating func statusField() -> JSONValue? {
        guard let path = users.best(.status) else { return nil }
        let words = users.words(path)
        guard let cases = StatusWords.cases(for: words) else {
            let unknown = words.filter { StatusWords.status(of: $0) == nil }.sorted().prefix(3).map(quotedShort)
            note(
                "The field \(path.text) has words for a status that are not known, such as \(unknown.joined(separator: ", ")): the mapping leaves the status alone.",
                "Add \"status\" with \"cases\" to the mapping."
            )
            return nil
        }
        var fields: [(String, JSONValue)] = [
            ("from", .string(path.text)), ("transform", .texts(["first", "trim", "lowercase"])),
        ]
        fields.append(("cases", .fields(cases.map { ($0.word, .string($0.status)) })))
        if sources.isActiveByDefault, !users.isEverywhere(.status, path) {
            fields.append(("default", .string("active")))
        }
        return .fields(fields)
    }

    private mutating func note(_ message: String, _ remedy: String) { notes.append((message, remedy)) }

    private static func text(from path: FieldPath, _ transforms: [String]) -> JSONValue {
        .fields([("from", .string(path.text)), ("transform", .texts(transforms))])
    }
}
