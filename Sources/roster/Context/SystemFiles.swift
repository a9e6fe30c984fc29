import Foundation

/// The real file system.
struct SystemFiles: FileAccess {
    /// The folder at which relative paths start; `nil` is the process' own.
    var workingDirectory: String?

    init(workingDirectory: String? = nil) {
        self.workingDirectory = workingDirectory
    }

    func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
        let descriptor = open(absolute(path), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(operation: .read, path: path, reason: .system(errno)) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Foundation.read(descriptor, &chunk, chunk.count)
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileError(operation: .read, path: path, reason: .system(errno))
            }
            bytes.append(contentsOf: chunk[..<count])
            guard bytes.count <= limit else {
                throw FileError(operation: .read, path: path, reason: .tooLarge(limit: limit))
            }
        }
    }

    func entries(of folder: String) throws(FileError) -> [FolderEntry] {
        guard let stream = opendir(absolute(folder)) else {
            throw FileError(operation: .list, path: folder, reason: .system(errno))
        }
        closedir(stream)
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: absolute(folder))
        } catch {
            throw FileError(operation: .list, path: folder, reason: .system(EIO))
        }
        return names.sorted().map { name in
            var status = stat()
            let isLink = lstat(absolute("\(folder)/\(name)"), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
            return FolderEntry(name: name, isLink: isLink)
        }
    }

    func kind(of path: String) throws(FileError) -> FileKind {
        var status = stat()
        guard stat(absolute(path), &status) == 0 else {
            throw FileError(operation: .read, path: path, reason: .system(errno))
        }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        default: .other
        }
    }

    func realPath(_ path: String) throws(FileError) -> String {
        guard let resolved = realpath(absolute(path), nil) else {
            throw FileError(operation: .read, path: path, reason: .system(errno))
        }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
        // Devices such as /dev/stdout cannot be replaced, only written to.
        if (try? kind(of: path)) == .other { return try write(bytes, to: absolute(path), flags: O_WRONLY, as: path) }
        try makeParent(of: path)
        // A link stays a link: its target is replaced.
        let target = (try? realPath(path)) ?? absolute(path)
        let temporary = "\(target).\(getpid())-\(UInt32.random(in: .min ... .max)).tmp"
        // Whom the old file was closed to, the new one is closed to.
        let mode = permissions(of: target) ?? 0o644
        do throws(FileError) {
            try write(bytes, to: temporary, flags: O_WRONLY | O_CREAT | O_EXCL, mode: mode, as: path)
            guard rename(temporary, target) == 0 else {
                throw FileError(operation: .write, path: path, reason: .system(errno))
            }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    func openLog(_ path: String, mayExist: Bool) throws(FileError) -> any LogFile {
        try makeParent(of: path)
        let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | (mayExist ? 0 : O_EXCL)
        let descriptor = open(absolute(path), flags, 0o600)
        guard descriptor >= 0 else { throw FileError(operation: .create, path: path, reason: .system(errno)) }
        return SystemLogFile(descriptor: descriptor, path: path)
    }
}

extension SystemFiles {
    private func absolute(_ path: String) -> String {
        guard let workingDirectory, !path.hasPrefix("/") else { return path }
        return "\(workingDirectory)/\(path)"
    }

    private func makeParent(of path: String) throws(FileError) {
        let parent = URL(fileURLWithPath: absolute(path)).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        } catch {
            throw FileError(operation: .create, path: parent.path, reason: .system(errno == 0 ? EACCES : errno))
        }
    }

    private func permissions(of absolute: String) -> mode_t? {
        var status = stat()
        return stat(absolute, &status) == 0 ? status.st_mode & 0o777 : nil
    }

    private func write(
        _ bytes: [UInt8],
        to absolute: String,
        flags: Int32,
        mode: mode_t = 0o644,
        as path: String
    ) throws(FileError) {
        let descriptor = open(absolute, flags | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw FileError(operation: .write, path: path, reason: .system(errno)) }
        defer { close(descriptor) }
        try writeAll(bytes, to: descriptor, path: path)
        // Pipes and terminals cannot be synchronised, and need not be.
        guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else {
            throw FileError(operation: .write, path: path, reason: .system(errno))
        }
    }
}

/// A log file of the real file system.
private final class SystemLogFile: LogFile {
    private let descriptor: Int32
    private let path: String

    init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit { close(descriptor) }

    func append(_ bytes: [UInt8]) throws(FileError) {
        try writeAll(bytes, to: descriptor, path: path)
        guard fsync(descriptor) == 0 || errno == EINVAL else {
            throw FileError(operation: .write, path: path, reason: .system(errno))
        }
    }
}

private func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileError) {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
        if count >= 0 {
            rest = rest.dropFirst(count)
        } else if errno != EINTR {
            throw FileError(operation: .write, path: path, reason: .system(errno))
        }
    }
}
