/// A JSON value as it travels between the HTTP layer and the routes.
///
/// Objects are unordered in memory and written with sorted keys, which puts `.tag` first and keeps every answer deterministic.
enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// An object of the given fields without those that are nil, for nullable fields are absent rather than `null`.
    static func object(omittingNil fields: [String: JSONValue?]) -> JSONValue {
        .object(fields.compactMapValues { $0 })
    }

    /// A union value without payload: `{".tag": "complete"}`.
    static func tag(_ tag: String) -> JSONValue {
        .object([".tag": .string(tag)])
    }

    /// A union value with a primitive, list or union payload, which nests under the tag: `{".tag": "email", "email": "…"}`.
    static func tag(_ tag: String, _ payload: JSONValue) -> JSONValue {
        .object([".tag": .string(tag), tag: payload])
    }

    /// A union value with a struct payload, whose fields lie beside the tag.
    static func tag(_ tag: String, flattening payload: [String: JSONValue]) -> JSONValue {
        var fields = payload
        fields[".tag"] = .string(tag)
        return .object(fields)
    }

    /// What the value is called in a message about a wrong type.
    var typeName: String {
        switch self {
        case .null: "null"
        case .bool: "boolean"
        case .integer: "integer"
        case .number: "float"
        case .string: "string"
        case .array: "list"
        case .object: "object"
        }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral {
    init(stringLiteral value: String) { self = .string(value) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(integerLiteral value: Int) { self = .integer(value) }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
    }
}
