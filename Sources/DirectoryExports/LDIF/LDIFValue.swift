/// The value of a line of LDIF.
enum LDIFValue: Equatable {
    case text(String)
    /// Base64 of something that is no UTF-8.
    case binary([UInt8])
    /// The place of the value.
    case url
    /// Not as LDIF writes values; the reason as the end of a sentence.
    case broken(String)

    /// Reads what follows the colon after an attribute's name.
    init(_ bytes: ArraySlice<UInt8>, isCut: Bool) {
        if bytes.first == UInt8(ascii: "<") {
            self = .url
        } else if isCut {
            self = .broken("has more than \(LDIFLines.limit) bytes")
        } else if bytes.first == UInt8(ascii: ":") {
            self = Self.base64(Self.trimmed(bytes.dropFirst()))
        } else {
            let value = bytes.drop { $0 == UInt8(ascii: " ") }
            if value.contains(0) {
                self = .broken("holds a NUL byte")
            } else {
                self = String(validating: value, as: UTF8.self).map(LDIFValue.text) ?? .broken("is no UTF-8")
            }
        }
    }

    /// The bytes of a value that was read from base64, whether they happen to be text or not.
    func encodedBytes(_ written: ArraySlice<UInt8>) -> [UInt8]? {
        guard written.first == UInt8(ascii: ":") else { return nil }
        return switch self {
        case .text(let text): Array(text.utf8)
        case .binary(let bytes): bytes
        case .url, .broken: nil
        }
    }

    private static func base64(_ digits: ArraySlice<UInt8>) -> LDIFValue {
        guard let bytes = decodedBase64(digits) else { return .broken("is no complete base64") }
        guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else { return .binary(bytes) }
        return .text(text)
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = bytes.drop { $0 == UInt8(ascii: " ") }
        let end = start.lastIndex { $0 != UInt8(ascii: " ") }.map { $0 + 1 } ?? start.startIndex
        return start[..<end]
    }
}
