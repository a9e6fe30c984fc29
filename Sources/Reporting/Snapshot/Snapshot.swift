public import TeamPlanning

/// A live state that was stored in a file.
public struct Snapshot: Sendable, Equatable {
    /// When the team had been read, RFC 3339 in UTC.
    public let readAt: String
    /// The same in seconds since 1970.
    public let secondsSince1970: Int64
    /// The team as it was.
    public let live: LiveState
}

extension Snapshot {
    /// Reads a stored state.
    ///
    /// - Parameters:
    ///   - bytes: The file's content.
    ///   - file: The file's path, as faults name it.
    /// - Throws: ``SnapshotError``, with line and column.
    public init(_ bytes: [UInt8], file: String) throws(SnapshotError) {
        do {
            let report = try SnapshotReport(json: bytes)
            guard let seconds = Timestamp.seconds(report.readAt) else {
                throw SnapshotFault(.notATime, at: [.key("read_at")])
            }
            let live = try report.liveState()
            self.init(readAt: report.readAt, secondsSince1970: seconds, live: live)
        } catch let fault as SnapshotFault {
            throw SnapshotError(fault, bytes, file: file)
        } catch let error as ReportError {
            throw SnapshotError(SnapshotFault(error), bytes, file: file)
        } catch {
            throw SnapshotError(SnapshotFault(.notJSON, at: []), bytes, file: file)
        }
    }
}
