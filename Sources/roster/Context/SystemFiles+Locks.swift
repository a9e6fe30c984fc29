import Foundation
import Synchronization

extension SystemFiles {
    func lock(_ path: String, contents: [UInt8]) throws(FileError) -> (any FileLock)? {
        try makeParent(of: path)
        let descriptor = open(absolute(path), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else {
            throw FileError(operation: .lock, path: path, reason: errno == ELOOP ? .isLink : .system(errno))
        }
        let lock = SystemFileLock(descriptor)
        guard try takeLock(of: descriptor, LOCK_EX, path) else {
            lock.abandon()
            return nil
        }
        guard ftruncate(descriptor, 0) == 0 else {
            throw FileError(operation: .lock, path: path, reason: .system(errno))
        }
        try writeAll(contents, to: descriptor, path: path)
        return lock
    }

    func isLocked(_ path: String) throws(FileError) -> Bool {
        let descriptor = open(absolute(path), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return false }
            throw FileError(operation: .read, path: path, reason: errno == ELOOP ? .isLink : .system(errno))
        }
        defer { close(descriptor) }
        return try !takeLock(of: descriptor, LOCK_SH, path)
    }

    /// False when someone else holds the lock. It ends when the descriptor is closed, in whatever way the process ends.
    private func takeLock(of descriptor: Int32, _ kind: Int32, _ path: String) throws(FileError) -> Bool {
        while flock(descriptor, kind | LOCK_NB) != 0 {
            if errno == EWOULDBLOCK { return false }
            guard errno == EINTR else { throw FileError(operation: .lock, path: path, reason: .system(errno)) }
        }
        return true
    }
}

/// A lock of the real file system.
private final class SystemFileLock: FileLock {
    private let descriptor: Mutex<Int32?>

    init(_ descriptor: Int32) {
        self.descriptor = Mutex(descriptor)
    }

    deinit { abandon() }

    func release() {
        descriptor.withLock { if let open = $0 { ftruncate(open, 0) } }
        abandon()
    }

    /// Closes the file and leaves its contents alone.
    func abandon() {
        descriptor.withLock { descriptor in
            if let open = descriptor { close(open) }
            descriptor = nil
        }
    }
}
