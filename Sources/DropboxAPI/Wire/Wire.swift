/// The types that travel: one per struct and union of dropbox-api-spec that roster needs.
///
/// Decoding is tolerant (unknown fields are ignored, unknown tags become `other`), encoding is strict (documented
/// fields only, an absent value is left out).
public enum Wire {
    /// The coding key of a union's tag, and of a payload that lies under its tag's name.
    struct UnionKey: CodingKey {
        static let tag = UnionKey(stringValue: ".tag")
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// The argument and the result of routes without one: `null` on the wire.
    public struct Nothing: Codable, Sendable, Hashable {
        /// The only value.
        public init() {}

        /// Accepts any JSON, since nothing in it matters.
        public init(from decoder: any Decoder) throws {}

        /// Writes `null`; Dropbox refuses `{}` for some routes.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encodeNil()
        }
    }
}

extension KeyedDecodingContainer<Wire.UnionKey> {
    /// The payload that lies under the name of `tag`: primitives, lists and unions.
    func payload<Value: Decodable>(_ type: Value.Type, of tag: String) throws -> Value {
        try decode(type, forKey: Wire.UnionKey(stringValue: tag))
    }
}

extension Decoder {
    /// The tag of a union value, given as an object or as a bare string, with the container of its payload if any.
    func union() throws -> (tag: String, fields: KeyedDecodingContainer<Wire.UnionKey>?) {
        if let fields = try? container(keyedBy: Wire.UnionKey.self) {
            return (try fields.decode(String.self, forKey: .tag), fields)
        }
        return (try singleValueContainer().decode(String.self), nil)
    }
}

extension Encoder {
    /// Writes a union value: the tag alone, or with its payload under the tag's name.
    func encodeUnion(tag: String, payload: (any Encodable)? = nil) throws {
        var container = container(keyedBy: Wire.UnionKey.self)
        try container.encode(tag, forKey: .tag)
        if let payload { try container.encode(payload, forKey: Wire.UnionKey(stringValue: tag)) }
    }
}
