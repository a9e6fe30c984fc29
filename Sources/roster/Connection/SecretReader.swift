import DropboxAPI
import TeamPlanning

/// Fetches secrets from where a Connection says they are kept.
struct SecretReader {
    let context: CommandContext

    /// A secret is a line, not a document.
    static let sizeLimit = 64 << 10

    /// The secret itself, without one newline at its end.
    ///
    /// - Parameter field: the Connection's field, to name in errors.
    func read(_ reference: SecretReference, field: String) throws(ConnectionError) -> Secret {
        switch reference {
        case .environment(let name):
            guard let value = context.environment[name] else { throw .variableMissing(name: name, field: field) }
            guard !value.isEmpty else { throw .variableEmpty(name: name, field: field) }
            return Secret(value)
        case .file(let path):
            return try read(file: path, field: field)
        }
    }

    private func read(file path: String, field: String) throws(ConnectionError) -> Secret {
        var bytes: [UInt8]
        do {
            bytes = try context.files.readStream(path, limit: Self.sizeLimit)
        } catch {
            throw .secretFileUnreadable(error, field: field)
        }
        if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        guard !bytes.isEmpty else { throw .secretFileEmpty(path: path, field: field) }
        if let fault = SecretFault(in: bytes) { throw .secretFileMalformed(path: path, field: field, fault) }
        return Secret(String(decoding: bytes, as: UTF8.self))
    }
}

/// What makes the content of a file no secret: it would be sent all the same, and refused without anybody knowing why.
enum SecretFault: String, Sendable {
    case byteOrderMark = "begins with a byte order mark"
    case severalLines = "holds several lines"
    case controlCharacter = "holds a NUL or another control character"
    case notUTF8 = "is not UTF-8 text"

    /// What is wrong with a line that was read; `nil` if nothing is.
    init?(in bytes: [UInt8]) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            self = .byteOrderMark
        } else if String(validating: bytes, as: UTF8.self) == nil {
            self = .notUTF8
        } else if bytes.contains(where: { [UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains($0) }) {
            self = .severalLines
        } else if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
            self = .controlCharacter
        } else {
            return nil
        }
    }
}
