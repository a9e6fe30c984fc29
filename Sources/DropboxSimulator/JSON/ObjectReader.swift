/// Takes the declared fields out of a JSON object one by one and refuses what is left over.
struct ObjectReader {
    private let path: String
    private var fields: [String: JSONValue]

    init(_ value: JSONValue, path: String) throws(ArgumentFault) {
        guard case .object(let fields) = value else { throw FieldType<Void>.mismatch("object", value, path) }
        self.path = path
        self.fields = fields
    }

    mutating func required<Value>(_ name: String, _ type: FieldType<Value>) throws(ArgumentFault) -> Value {
        guard let value = fields.removeValue(forKey: name) else {
            throw ArgumentFault(path: path, problem: "missing required field '\(name)'")
        }
        return try type.read(value, path(of: name))
    }

    /// A nullable field: absent and `null` are the same.
    mutating func optional<Value>(_ name: String, _ type: FieldType<Value>) throws(ArgumentFault) -> Value? {
        guard let value = fields.removeValue(forKey: name), value != .null else { return nil }
        return try type.read(value, path(of: name))
    }

    /// A field with a default, which may be absent but not `null`.
    mutating func optional<Value>(
        _ name: String,
        _ type: FieldType<Value>,
        default fallback: Value
    ) throws(ArgumentFault) -> Value {
        guard let value = fields.removeValue(forKey: name) else { return fallback }
        return try type.read(value, path(of: name))
    }

    func finish() throws(ArgumentFault) {
        guard let unknown = fields.keys.min() else { return }
        throw ArgumentFault(path: path, problem: "unknown field '\(unknown)'")
    }

    private func path(of name: String) -> String {
        path.isEmpty ? name : "\(path).\(name)"
    }
}
