import Reconciliation

/// The journals of a workspace.
enum JournalFolder {
    /// The folder of journals that are not put elsewhere.
    static let path = ".roster/journal"
    /// More than a hundred thousand changes take.
    private static let sizeLimit = 1 << 28

    /// The file of the newest journal; `nil` when there is none.
    static func newest(_ files: any FileAccess) throws(FileError) -> String? {
        let entries: [FolderEntry]
        do throws(FileError) {
            entries = try files.entries(of: path)
        } catch {
            guard error.isMissing else { throw error }
            return nil
        }
        let names = entries.compactMap { $0.isLink ? nil : JournalName($0.name) }
        return names.max().map { "\(path)/\($0.fileName)" }
    }

    /// The last apply of a journal; `nil` when it ended before its first entry was written.
    ///
    /// - Throws: `FileError` or ``UnreadableJournal``.
    static func lastApply(of path: String, _ files: any FileAccess) throws -> RecordedApply? {
        let bytes = try files.read(path, limit: sizeLimit)
        do throws(JournalReadError) {
            return try JournalReader.lastApply(in: bytes)
        } catch {
            throw UnreadableJournal(path: path, cause: error)
        }
    }
}

/// The name of a journal in the default folder: a time, and a number where two applies began in the same second.
struct JournalName: Comparable {
    /// The time in UTC in ISO 8601's basic form, such as `20260131T120000Z`.
    let time: String
    /// One for the first of its second.
    let number: Int

    init(time: String, number: Int) {
        self.time = time
        self.number = number
    }

    /// Takes a file's name apart; `nil` when it is not that of a journal.
    init?(_ fileName: String) {
        guard let parts = fileName.wholeMatch(of: /([0-9]{8}T[0-9]{6}Z)(?:-([0-9]{1,3}))?\.jsonl/)?.output else {
            return nil
        }
        time = String(parts.1)
        number = parts.2.flatMap { Int($0) } ?? 1
    }

    var fileName: String { "\(time)\(number == 1 ? "" : "-\(number)").jsonl" }

    static func < (left: JournalName, right: JournalName) -> Bool {
        (left.time, left.number) < (right.time, right.number)
    }
}

/// A journal that could not be read.
struct UnreadableJournal: CommandError {
    let path: String
    let cause: JournalReadError

    var message: String { "\(path) cannot be read as a journal: \(cause.problem)" }
    var nextStep: String { cause.nextStep }
}
