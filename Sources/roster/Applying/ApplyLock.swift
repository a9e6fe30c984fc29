import Foundation

/// Keeps two applies of one workspace apart: a plan that is made while another apply writes is worth nothing.
enum ApplyLock {
    /// The file whose lock an apply holds from before it plans until its result is written.
    static let path = ".roster/apply.lock"
    /// `roster status` holds the lock for a moment when it looks.
    private static let tries = 3

    /// Takes the lock.
    ///
    /// - Throws: ``ApplyLockError`` when another apply holds it, `FileError` when the file cannot be locked.
    static func take(_ context: CommandContext) async throws -> any FileLock {
        let holder = LockHolder(context.process, startedAt: context.timestamp())
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let contents = Array(try encoder.encode(holder)) + [UInt8(ascii: "\n")]
        for number in 1...tries {
            if let lock = try context.files.lock(path, contents: contents) { return lock }
            if number < tries { try await context.sleep(.milliseconds(50)) }
        }
        throw ApplyLockError(holder: holderNow(context.files))
    }

    /// Who holds the lock, if anybody does; a holder that is not known has no name.
    ///
    /// - Throws: `FileError` when that cannot be told.
    static func state(_ files: any FileAccess) throws -> (isHeld: Bool, holder: LockHolder?) {
        guard try files.isLocked(path) else { return (false, nil) }
        return (true, holderNow(files))
    }

    /// Who wrote the file: `nil` when it cannot be read, as in the moment in which it is written.
    private static func holderNow(_ files: any FileAccess) -> LockHolder? {
        guard let bytes = try? files.read(path, limit: 10_000) else { return nil }
        return try? JSONDecoder().decode(LockHolder.self, from: Data(bytes))
    }
}

/// Who holds the lock, as the locked file names them. Raw text: anybody may have written it.
struct LockHolder: Codable, Sendable, Equatable {
    let pid: Int32
    let host: String
    let user: String?
    let startedAt: String

    private enum CodingKeys: String, CodingKey {
        case pid, host, user
        case startedAt = "started_at"
    }

    init(_ process: ProcessIdentity, startedAt: String) {
        pid = process.id
        host = process.host
        user = process.user
        self.startedAt = startedAt
    }

    /// `process 4711 of ann on ci-3, since 2026-01-31T12:00:00Z`.
    var text: String {
        "process \(pid)\(user.map { " of \($0)" } ?? "") on \(host), since \(startedAt)"
    }
}

/// That another apply is under way in this workspace.
struct ApplyLockError: CommandError, Equatable {
    /// Who, where that is known.
    let holder: LockHolder?

    var message: String {
        "another apply is under way in this workspace (\(holder?.text ?? "\(ApplyLock.path) does not say whose"))"
    }

    var nextStep: String {
        "wait until it has ended or stop it, then run apply again; `roster status` shows how far it has come"
    }
}
