/// What a Dropbox error body says: the `.tag` chain and the strings at its end.
///
/// `error_summary` is never looked at: its end varies (see Dropbox's error handling guide).
struct ErrorEnvelope: Decodable {
    var tags: [String] = []
    var offenders: [String] = []
    var requiredScope: String?
    var retryAfterSeconds: Int64?
    var userMessage: String?

    private enum CodingKeys: String, CodingKey {
        case error
        case userMessage = "user_message"
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let message = try? container.decodeIfPresent([String: String].self, forKey: .userMessage)
        userMessage = message?["text"]
        read(try container.decode(LooseJSON.self, forKey: .error))
    }

    private mutating func read(_ error: LooseJSON) {
        // A void variant may also come as a bare string.
        if case .string(let tag) = error { tags = [tag.specifiedName] }
        guard case .object(let root) = error else { return }
        if case .string(let scope) = root["required_scope"] { requiredScope = scope.specifiedName }
        if case .integer(let seconds) = root["retry_after"] { retryAfterSeconds = seconds }
        // RateLimitError is a struct whose union is called `reason`.
        var next: LooseJSON? = root[LooseJSON.tagKey] == nil ? root["reason"] : error
        while case .object(let object) = next, case .string(let tag) = object[LooseJSON.tagKey] {
            tags.append(tag.specifiedName)
            next = object[tag]
        }
        switch next {
        case .string(let value): offenders = [value]
        case .array(let values): offenders = values.compactMap(\.text)
        default: break
        }
    }
}

extension String {
    /// The text if it may be a tag or a scope of the specification, else `other`: an error shows tags as they are, so nothing
    /// else may pass for one, least of all a token that the service repeats.
    fileprivate var specifiedName: String {
        let isName = utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F || byte == 0x2E
        }
        return isName && (1...100).contains(utf8.count) ? self : "other"
    }
}

/// JSON of unknown shape, as far as errors need it.
enum LooseJSON: Decodable {
    case object([String: LooseJSON])
    case array([LooseJSON])
    case string(String)
    case integer(Int64)
    case other

    static let tagKey = ".tag"

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([String: LooseJSON].self) {
            self = .object(value)
        } else if let value = try? container.decode([LooseJSON].self) {
            self = .array(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .integer(value)
        } else {
            self = .other
        }
    }

    var text: String? {
        if case .string(let value) = self { value } else { nil }
    }
}
