import DropboxAPI

/// Where the refresh token goes: to the person at the terminal, or into a file that only they can read.
enum TokenDelivery: Sendable, Equatable {
    case terminal
    case file(path: String)

    /// Finds out beforehand whether the token can be handed out, so that nobody authorises in vain.
    ///
    /// - Throws: ``LoginError``, or `FileError` when no file can be made at the path.
    init(file path: String?, context: CommandContext) throws {
        guard let path else {
            guard context.console.isOutputTerminal else { throw LoginError.nowhereToShow }
            self = .terminal
            return
        }
        guard !Self.isTaken(path, context.files) else { throw LoginError.tokenFileTaken(path: path) }
        try context.files.ensureReplaceable(path)
        self = .file(path: path)
    }

    /// Hands the token out, once.
    ///
    /// - Throws: `FileError`, also when something has come to be at the path meanwhile.
    func deliver(_ token: Secret, context: CommandContext) async throws {
        switch self {
        case .terminal: try context.console.writeOutput(token.reveal() + "\n")
        case .file(let path):
            let file = try context.files.openLog(path, mayExist: false)
            try await file.append(Array((token.reveal() + "\n").utf8))
        }
    }

    /// Whether anything is at the path, be it a link that leads nowhere.
    private static func isTaken(_ path: String, _ files: any FileAccess) -> Bool {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        return ((try? files.entries(of: folder)) ?? []).contains { $0.name == name }
    }
}
