import Foundation
import Synchronization

/// A log file of the real file system.
final class SystemLogFile: LogFile {
    private let descriptor: Int32
    private let path: String
    /// Whether the file ends within a line, because a write did not get through. The next line begins on a new one.
    private let isLineOpen: Mutex<Bool>

    /// Takes over an open descriptor.
    init(_ descriptor: Int32, path: String, isLineOpen: Bool) {
        self.descriptor = descriptor
        self.path = path
        self.isLineOpen = Mutex(isLineOpen)
    }

    deinit { close(descriptor) }

    /// Waits on a thread of its own: the disk must not hold up one that others need. A thread costs little beside it.
    func append(_ bytes: [UInt8]) async throws(FileError) {
        let result: Result<Void, FileError> = await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: self.write(bytes)) }
        }
        try result.get()
    }

    private func write(_ bytes: [UInt8]) -> Result<Void, FileError> {
        isLineOpen.withLock { isOpen in
            Result { () throws(FileError) in
                let start: [UInt8] = isOpen ? [UInt8(ascii: "\n")] : []
                isOpen = true
                try writeAll(start + bytes, to: descriptor, path: path)
                isOpen = false
                guard fsync(descriptor) == 0 else {
                    throw FileError(operation: .write, path: path, reason: .system(errno))
                }
            }
        }
    }
}
