import FoundationEssentials

/// A form-encoded body, or a query, with every field once.
struct FormBody {
    private var fields: [String: String] = [:]

    /// Nil if the body is not well-formed or names a field twice.
    init?(bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        for pair in text.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = parts.first.flatMap(Self.decoded), let value = parts.last.flatMap(Self.decoded),
                parts.count == 2, fields.updateValue(value, forKey: name) == nil
            else { return nil }
        }
    }

    /// The names of all fields.
    var names: Set<String> { Set(fields.keys) }

    subscript(name: String) -> String? {
        fields[name]
    }

    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(0x20)
            case UInt8(ascii: "%"):
                let digits = String(decoding: rest.prefix(2), as: UTF8.self)
                guard digits.count == 2, digits.allSatisfy(\.isHexDigit), let decoded = UInt8(digits, radix: 16)
                else { return nil }
                bytes.append(decoded)
                rest = rest.dropFirst(2)
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}

/// User and password of an HTTP Basic header, RFC 7617.
struct BasicCredentials {
    let user: String
    let password: String

    init?(authorization: String) {
        guard authorization.hasPrefix("Basic "),
            let data = Data(base64Encoded: String(authorization.dropFirst("Basic ".count))),
            let text = String(validating: data, as: UTF8.self)
        else { return nil }
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let user = parts.first, let password = parts.last, parts.count == 2 else { return nil }
        self.user = String(user)
        self.password = String(password)
    }
}
