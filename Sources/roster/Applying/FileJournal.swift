import Foundation
import Reconciliation

/// The journal as a file that only its owner reads.
struct FileJournal: JournalSink {
    /// Where the file is.
    let path: String
    private let file: any LogFile

    /// The folder of journals that are not put elsewhere.
    static let folder = ".roster/journal"

    /// Makes the file: at the path, or under the time in the default folder.
    init(path: String?, context: CommandContext) throws(FileError) {
        self.path = path ?? "\(Self.folder)/\(Self.name(at: context.now())).jsonl"
        file = try context.files.createLog(self.path)
    }

    func append(_ line: [UInt8]) async throws {
        try file.append(line)
    }

    /// The time in UTC in ISO 8601's basic form, such as `20260131T120000Z`.
    private static func name(at time: Date) -> String {
        time.formatted(.iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
    }
}
