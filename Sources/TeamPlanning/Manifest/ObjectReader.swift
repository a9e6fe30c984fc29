/// Reads the fields of one JSON object and collects what is wrong with them.
///
/// A field is known once it has been asked for; `finish()` reports the others. `null` counts as absent.
struct ObjectReader {
    let document: JSONDocument
    let node: JSONNode
    /// How messages name the object, such as `users[3]`; empty for the whole manifest.
    let path: String
    /// The object that findings concern, such as `user:jane@example.com`.
    var resource: String?
    private(set) var findings: [Finding] = []
    private let members: [JSONMember]
    private var known = ["description"]
    private var isFree = false

    /// Starts at an object; `nil` when the node is something else.
    init?(_ node: JSONNode, at path: String, in document: JSONDocument, resource: String? = nil) {
        guard let members = node.object else { return nil }
        self.document = document
        self.node = node
        self.path = path
        self.members = members
        self.resource = resource
    }

    /// The place of the object.
    var location: SourceLocation { document.location(of: node) }

    /// The value of a field, unless it is absent or `null`. Makes the field known.
    mutating func value(_ name: String) -> JSONNode? {
        known.append(name)
        guard let member = members.first(where: { $0.key == name }), !member.node.isNull else { return nil }
        return member.node
    }

    /// The same for a field without which the object makes no sense: its absence is a finding.
    mutating func required(_ name: String) -> JSONNode? {
        if let node = value(name) { return node }
        report(.missingField, "\(subject) has no \(quoted(name)).", remedy: "Add the field \(quoted(name)).", at: node)
        return nil
    }

    /// How messages name a field, or an item of a list in that field.
    func fieldPath(_ name: String, item index: Int? = nil) -> FieldPath {
        FieldPath(object: path, name: name, index: index)
    }

    /// How a sentence about the object itself begins.
    var subject: String { path.isEmpty ? "The manifest" : path }

    /// Adds an error at a value.
    mutating func report(_ code: FindingCode, _ message: String, remedy: String?, at place: JSONNode) {
        add(Finding(.error, code, message, remedy: remedy, resource: resource, at: document.location(of: place)))
    }

    /// Adds any finding.
    mutating func add(_ finding: Finding) { findings.append(finding) }

    /// Adds what the reader of an inner object found.
    mutating func absorb(_ inner: ObjectReader) { findings += inner.findings }

    /// Adds a finding for a value of the wrong JSON type.
    mutating func reportType(of value: JSONNode, at path: FieldPath, expected: String, remedy: String? = nil) {
        report(
            .wrongType,
            "\(path) has to be \(expected), not \(typeName(of: value)).",
            remedy: remedy ?? "Write \(expected).",
            at: value
        )
    }

    /// Accepts every field as it is, for an object whose fields are free.
    mutating func skipFields() { isFree = true }

    /// Checks `description` and reports every field that nobody asked for.
    mutating func finish() {
        if isFree { return }
        for member in members {
            if member.key == "description", !member.node.isNull, member.node.string == nil {
                reportType(of: member.node, at: fieldPath("description"), expected: "a string")
            }
            if !known.contains(member.key) { reportUnknown(member) }
        }
    }

    private mutating func reportUnknown(_ member: JSONMember) {
        let remedy =
            if let nearest = nearestName(to: member.key, among: known) {
                "Did you mean \(quoted(nearest))?"
            } else {
                "Remove it; the fields here are \(Set(known).sorted().joined(separator: ", "))."
            }
        let message = "\(subject) has no field \(quoted(member.key))."
        let location = document.location(of: member.keyOffset)
        add(Finding(.error, .unknownField, message, remedy: remedy, resource: resource, at: location))
    }
}

/// The name of a field in messages, such as `users[3].status`, put together only when a message needs it.
struct FieldPath: CustomStringConvertible {
    let object: String
    let name: String
    var index: Int?

    var description: String {
        let field = object.isEmpty || name.isEmpty ? object + name : "\(object).\(name)"
        return index.map { "\(field)[\($0)]" } ?? field
    }
}

/// How a sentence names the type of a value. Shows no content but that of Booleans.
func typeName(of node: JSONNode) -> String {
    switch node.value {
    case .null: "null"
    case .bool(let flag): "the Boolean \(flag)"
    case .number: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
}
