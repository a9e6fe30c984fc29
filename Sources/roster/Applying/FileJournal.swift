import Foundation
import Reconciliation

/// The journal as a file that only its owner reads.
struct FileJournal: JournalSink {
    /// Where the file is.
    let path: String
    private let file: any LogFile

    /// Opens the file: the named one, which is continued if it exists, or a new one in the default folder.
    init(path: String?, context: CommandContext) throws(FileError) {
        if let path {
            self.path = path
            file = try context.files.openLog(path, mayExist: true)
        } else {
            (self.path, file) = try Self.open(JournalName(time: Self.name(at: context.now()), number: 1), context.files)
        }
    }

    /// Two applies of one second get two journals.
    private static func open(
        _ name: JournalName,
        _ files: any FileAccess
    ) throws(FileError) -> (String, any LogFile) {
        let path = "\(JournalFolder.path)/\(name.fileName)"
        do throws(FileError) {
            return (path, try files.openLog(path, mayExist: false))
        } catch {
            guard error.isTaken, name.number < 100 else { throw error }
            return try open(JournalName(time: name.time, number: name.number + 1), files)
        }
    }

    func append(_ line: [UInt8]) async throws {
        try await file.append(line)
    }

    /// The time in UTC in ISO 8601's basic form, such as `20260131T120000Z`.
    private static func name(at time: Date) -> String {
        time.formatted(.iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
    }
}
