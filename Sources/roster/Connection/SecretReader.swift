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
            bytes = try context.files.read(path, limit: Self.sizeLimit)
        } catch {
            throw .secretFileUnreadable(error, field: field)
        }
        if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        guard !bytes.isEmpty else { throw .secretFileEmpty(path: path, field: field) }
        return Secret(String(decoding: bytes, as: UTF8.self))
    }
}
