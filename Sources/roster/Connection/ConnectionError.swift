/// Why no connection can be made before anything is sent.
enum ConnectionError: CommandError, Equatable {
    /// The environment has no such variable.
    case variableMissing(name: String, field: String)
    /// The variable is set to nothing.
    case variableEmpty(name: String, field: String)
    /// The file of a secret cannot be read.
    case secretFileUnreadable(FileError, field: String)
    /// The file of a secret holds nothing.
    case secretFileEmpty(path: String, field: String)
    /// The file of a secret holds something else.
    case secretFileMalformed(path: String, field: String, SecretFault)
    /// An address is no acceptable URI. It is not repeated, since it may hold a password.
    case badAddress(source: String, reason: String)

    var message: String {
        switch self {
        case .variableMissing(let name, let field): "the variable \(name) of \(field) is not set"
        case .variableEmpty(let name, let field): "the variable \(name) of \(field) is empty"
        case .secretFileUnreadable(let cause, let field):
            "the file \(cause.path) of \(field) cannot be read: \(cause.reasonText)"
        case .secretFileEmpty(let path, let field): "the file \(path) of \(field) is empty"
        case .secretFileMalformed(let path, let field, let fault): "the file \(path) of \(field) \(fault.rawValue)"
        case .badAddress(let source, let reason): "the address in \(source) is refused: \(reason)"
        }
    }

    var nextStep: String {
        switch self {
        case .variableMissing(let name, _), .variableEmpty(let name, _):
            "set \(name), or set DROPBOX_ACCESS_TOKEN; `roster plan --simulate` needs no account"
        case .secretFileUnreadable, .secretFileEmpty: "put the secret into the file, or name another in the Connection"
        case .secretFileMalformed: "write the secret alone into the file, as one line of plain text"
        case .badAddress: "use an https:// address, or http:// to a loopback host"
        }
    }
}
