/// What has to be known of a JSON text before a decoder reads it that takes the last of two values for one key.
///
/// Programs write such texts, and people read them before they consent: a text that two readers understand in two ways is
/// none to rely on (RFC 8259 §4).
public enum JSONScreening: Sendable, Equatable {
    /// It is JSON, and no object names a key twice.
    case clean
    /// It is no JSON, or not in UTF-8.
    case notJSON
    /// An object names a key twice.
    case repeatedKey(JSONRepeatedKey)

    /// Looks through a text of any size without keeping its values.
    ///
    /// - Parameter file: The file's path, as places show it.
    public init(_ bytes: [UInt8], file: String = "") {
        let fault: JSONFault? = bytes.withUnsafeBufferPointer { buffer in
            var parser = JSONParser(buffer, keepsContents: false)
            do throws(JSONFault) {
                _ = try parser.parseDocument()
                return parser.duplicates.min { $0.offset < $1.offset }
            } catch {
                return error
            }
        }
        switch fault?.kind {
        case nil: self = .clean
        case .duplicateKey(let key, let first)?:
            let lines = LineTable(bytes)
            self = .repeatedKey(
                JSONRepeatedKey(
                    key: key,
                    location: lines.location(of: fault?.offset ?? first, in: file),
                    first: lines.location(of: first, in: file)
                )
            )
        case _?: self = .notJSON
        }
    }
}

/// A key that an object names a second time.
public struct JSONRepeatedKey: Sendable, Hashable {
    /// The key.
    public let key: String
    /// Where it stands the second time.
    public let location: SourceLocation
    /// Where it stands first.
    public let first: SourceLocation
}
