import Foundation

extension SystemFiles {
    func readStream(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
        guard try kind(of: path) != .file else { return try read(path, limit: limit) }
        // Opens without waiting for a writer, whom a pipe may never get.
        let descriptor = open(absolute(path), O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(operation: .read, path: path, reason: .system(errno)) }
        defer { close(descriptor) }
        // Pipes have no position; folders and most devices do.
        guard isatty(descriptor) == 0, lseek(descriptor, 0, SEEK_CUR) == -1, errno == ESPIPE else {
            throw FileError(operation: .read, path: path, reason: .isNoFile)
        }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: limit + 1)
        while true {
            try wait(for: descriptor, path)
            let count = Foundation.read(descriptor, &chunk, chunk.count)
            if count == 0 { return bytes }
            guard count > 0 else {
                if errno == EINTR || errno == EAGAIN { continue }
                throw FileError(operation: .read, path: path, reason: .system(errno))
            }
            bytes += chunk[..<count]
            guard bytes.count <= limit else {
                throw FileError(operation: .read, path: path, reason: .tooLarge(limit: limit))
            }
        }
    }

    /// Waits until there is something to read, or the last writer has gone.
    private func wait(for descriptor: Int32, _ path: String) throws(FileError) {
        let deadline = ContinuousClock.now + pipePatience
        while true {
            let left = (deadline - .now).components
            let milliseconds = max(left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000, 0)
            var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let count = poll(&ready, 1, Int32(milliseconds))
            if count > 0 { return }
            guard count < 0, errno == EINTR else {
                let reason = count == 0 ? FileError.Reason.silent(pipePatience) : .system(errno)
                throw FileError(operation: .read, path: path, reason: reason)
            }
        }
    }
}
