import Foundation

/// The file system. Relative paths start at the working directory.
protocol FileAccess: Sendable {
    /// Reads a whole file of at most `limit` bytes.
    func read(_ path: String, limit: Int) throws(FileError) -> [UInt8]
    /// As ``read(_:limit:)``, for a file or a pipe, such as /dev/stdin or what a shell puts in the place of `<(…)`. A pipe into
    /// which nobody writes is an error after a while.
    func readStream(_ path: String, limit: Int) throws(FileError) -> [UInt8]
    /// Reads a file of any size piece by piece.
    func read(_ path: String, _ take: (ArraySlice<UInt8>) -> Void) throws(FileError)
    /// The entries of a folder, sorted by name.
    func entries(of folder: String) throws(FileError) -> [FolderEntry]
    /// What a path leads to, links followed.
    func kind(of path: String) throws(FileError) -> FileKind
    /// The absolute path without links.
    func realPath(_ path: String) throws(FileError) -> String
    /// Writes a file so that readers see the old or the new content, never a part; folders are made.
    func replace(_ path: String, with bytes: [UInt8]) throws(FileError)
    /// As ``replace(_:with:)``, but afterwards only the owner can read the file, whoever could before.
    func replacePrivately(_ path: String, with bytes: [UInt8]) throws(FileError)
    /// Writes several files: all are written beside their places before the first is put there.
    func replaceAll(_ contents: [FileContent]) throws(FileError)
    /// Finds out whether ``replace(_:with:)`` can write a file, as far as that shows without writing it; folders are made.
    func ensureReplaceable(_ path: String) throws(FileError)
    /// Removes a file.
    func remove(_ path: String) throws(FileError)
    /// Adds lines to a file that others write to as well; it is made if it is not there, but no folder is. They start on a
    /// new line.
    func append(_ path: String, _ lines: [UInt8]) throws(FileError)
    /// Opens a file that grows line by line and that only its owner reads; folders are made. Links are not followed.
    ///
    /// - Parameter mayExist: whether a file that is there already is continued, on a new line and closed to others if it is
    ///   not; otherwise it is an error.
    func openLog(_ path: String, mayExist: Bool) throws(FileError) -> any LogFile
    /// Takes a file's lock, which ends with the process at the latest; file and folders are made. Links are not followed.
    ///
    /// - Parameter contents: what the file is to hold, for those who find it locked.
    /// - Returns: `nil` when someone else holds the lock.
    func lock(_ path: String, contents: [UInt8]) throws(FileError) -> (any FileLock)?
    /// Whether someone holds a file's lock. Looking takes the lock for a moment.
    func isLocked(_ path: String) throws(FileError) -> Bool
}

/// What a file is to hold.
struct FileContent: Sendable, Equatable {
    let path: String
    let bytes: [UInt8]
}

/// What a path leads to.
enum FileKind: Sendable, Equatable {
    case file
    case folder
    /// A device, pipe or socket.
    case other
}

/// An entry of a folder.
struct FolderEntry: Sendable, Equatable {
    /// The name without its folder.
    let name: String
    /// Whether the entry is a symbolic link.
    let isLink: Bool
}

/// A file that grows.
protocol LogFile: Sendable {
    /// Appends bytes and returns once they are on the disk.
    func append(_ bytes: [UInt8]) async throws(FileError)
}

/// The lock of a file.
protocol FileLock: Sendable {
    /// Gives the lock up and empties the file. Further calls do nothing.
    func release()
}

/// A file operation that the system refused.
struct FileError: Error, Equatable {
    /// What was tried.
    enum Operation: String, Sendable {
        case read
        case list
        case write
        case create
        case lock
        case remove
        /// Closing a file to others.
        case protect
    }

    /// What was tried.
    let operation: Operation
    /// The path as it was given.
    let path: String
    /// Why not.
    let reason: Reason

    /// Why the system refused.
    enum Reason: Sendable, Equatable {
        /// The system's error number.
        case system(Int32)
        /// The file holds more bytes than are read.
        case tooLarge(limit: Int)
        /// There is a link, which is not followed here.
        case isLink
        /// There is a device, pipe or folder.
        case isNoFile
        /// Nothing came through a pipe for so long.
        case silent(Duration)
    }

    /// Whether there is nothing at the path.
    var isMissing: Bool { reason == .system(ENOENT) || reason == .system(ENOTDIR) }

    /// Whether there is something at the path that should not be there.
    var isTaken: Bool { reason == .system(EEXIST) }

    /// The reason in the system's words.
    var reasonText: String {
        switch reason {
        case .system(let number): String(cString: strerror(number))
        case .tooLarge(let limit): "larger than \(limit) bytes"
        case .isLink: "it is a symbolic link, which could lead anywhere"
        case .isNoFile: "it is not a file"
        case .silent(let patience): "nobody has written to this pipe for \(patience.components.seconds) seconds"
        }
    }
}

extension FileError: CommandError {
    var message: String { "cannot \(operation.rawValue) \(path): \(reasonText)" }
    var nextStep: String { "check the path and its permissions, then run the command again" }
}
