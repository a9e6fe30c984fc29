/// A JSON value and where it stands in its file.
public struct JSONNode: Sendable, Equatable {
    /// The value.
    public let value: JSONValue
    /// The offset of the value's first byte; `JSONDocument.location(of:)` turns it into line and column.
    public let offset: Int32

    /// Pairs a value with its offset in bytes.
    public init(_ value: JSONValue, offset: Int32) {
        self.value = value
        self.offset = offset
    }
}

/// One of the six kinds of value of RFC 8259 §3.
public enum JSONValue: Sendable, Equatable {
    /// The literal `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number as it was written, such as `1.50`; see `JSONNode.integer`.
    case number(String)
    /// A string, unescaped.
    case string(String)
    /// The items in their order.
    case array([JSONNode])
    /// The members in the order in which they were written.
    case object([JSONMember])
}

/// One `"key": value` of an object.
public struct JSONMember: Sendable, Equatable {
    /// The key, unescaped.
    public let key: String
    /// The offset of the key's opening quote in bytes.
    public let keyOffset: Int32
    /// The value.
    public let node: JSONNode

    /// Creates a member.
    public init(key: String, keyOffset: Int32, node: JSONNode) {
        self.key = key
        self.keyOffset = keyOffset
        self.node = node
    }
}

extension JSONNode {
    /// Whether the value is `null`.
    public var isNull: Bool { value == .null }

    /// The string, if the value is one.
    public var string: String? {
        if case .string(let text) = value { text } else { nil }
    }

    /// The Boolean, if the value is one.
    public var bool: Bool? {
        if case .bool(let flag) = value { flag } else { nil }
    }

    /// The items, if the value is an array.
    public var array: [JSONNode]? {
        if case .array(let items) = value { items } else { nil }
    }

    /// The members, if the value is an object.
    public var object: [JSONMember]? {
        if case .object(let members) = value { members } else { nil }
    }

    /// The number, if it is whole and fits an `Int`. As in JSON Schema, `5`, `5.0` and `50e-1` are the same number.
    public var integer: Int? {
        if case .number(let text) = value { exactInteger(of: text) } else { nil }
    }

    /// The value of a key, if this is an object that has it.
    public subscript(_ key: String) -> JSONNode? {
        object?.first { $0.key == key }?.node
    }
}
