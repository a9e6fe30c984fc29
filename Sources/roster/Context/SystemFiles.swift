import Foundation

/// The real file system.
struct SystemFiles: FileAccess {
    /// The folder at which relative paths start; `nil` is the process' own.
    var workingDirectory: String?

    /// How long a pipe may be silent.
    var pipePatience = Duration.seconds(10)

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

    func read(_ path: String, _ take: (ArraySlice<UInt8>) -> Void) throws(FileError) {
        let descriptor = open(absolute(path), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(operation: .read, path: path, reason: .system(errno)) }
        defer { close(descriptor) }
        try readPieces(from: descriptor, path: path, take)
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
            FolderEntry(name: name, isLink: attributes(of: absolute("\(folder)/\(name)")).type == .typeSymbolicLink)
        }
    }

    func kind(of path: String) throws(FileError) -> FileKind {
        guard access(absolute(path), F_OK) == 0 else {
            throw FileError(operation: .read, path: path, reason: .system(errno))
        }
        // A pipe that /dev/stdout leads to has no path.
        guard let target = try? realPath(path) else { return .other }
        return switch attributes(of: target).type {
        case .typeRegular?: .file
        case .typeDirectory?: .folder
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
        try replace(path, with: bytes, mode: modeOfOldFile)
    }

    func replacePrivately(_ path: String, with bytes: [UInt8]) throws(FileError) {
        try replace(path, with: bytes) { _ in 0o600 }
    }

    private func replace(
        _ path: String,
        with bytes: [UInt8],
        mode: (_ target: String) -> mode_t
    ) throws(FileError) {
        // Devices such as /dev/stdout cannot be replaced, only written to.
        if (try? kind(of: path)) == .other { return try write(bytes, to: absolute(path), flags: O_WRONLY, as: path) }
        let staged = try stage(bytes, for: path, mode: mode)
        do throws(FileError) {
            try staged.put()
        } catch {
            staged.discard()
            throw error
        }
    }

    func ensureReplaceable(_ path: String) throws(FileError) {
        switch try? kind(of: path) {
        case .other: return
        case .folder: throw FileError(operation: .write, path: path, reason: .isNoFile)
        case .file, nil: break
        }
        try makeParent(of: path)
        let probe = temporaryPath(beside: (try? realPath(path)) ?? absolute(path))
        try write([], to: probe, flags: O_WRONLY | O_CREAT | O_EXCL, mode: 0o600, as: path)
        unlink(probe)
    }

    func remove(_ path: String) throws(FileError) {
        guard unlink((try? realPath(path)) ?? absolute(path)) == 0 else {
            throw FileError(operation: .remove, path: path, reason: .system(errno))
        }
    }

    func temporaryPath(beside target: String) -> String {
        "\(target).\(getpid())-\(UInt32.random(in: .min ... .max)).tmp"
    }
}

extension SystemFiles {
    func absolute(_ path: String) -> String {
        guard let workingDirectory, !path.hasPrefix("/") else { return path }
        return "\(workingDirectory)/\(path)"
    }

    /// Makes the folders above a path.
    func makeParent(of path: String) throws(FileError) {
        let parent = URL(fileURLWithPath: absolute(path)).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        } catch {
            throw FileError(operation: .create, path: parent.path, reason: .system(errno == 0 ? EACCES : errno))
        }
    }

    /// What is at a path, links not followed; `nil` where there is nothing.
    func attributes(of absolute: String) -> (type: FileAttributeType?, permissions: mode_t?) {
        let found = try? FileManager.default.attributesOfItem(atPath: absolute)
        let permissions = found?[.posixPermissions] as? Int
        return (found?[.type] as? FileAttributeType, permissions.map { mode_t($0) & 0o777 })
    }

    /// Writes bytes to a file that is there, or to a new one, and waits until they are on the disk.
    func write(
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

/// Reads to the end of a file or pipe, piece by piece.
func readPieces(from descriptor: Int32, path: String, _ take: (ArraySlice<UInt8>) -> Void) throws(FileError) {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = Foundation.read(descriptor, &piece, piece.count)
        if count == 0 { return }
        if count > 0 {
            take(piece[..<count])
        } else if errno != EINTR {
            throw FileError(operation: .read, path: path, reason: .system(errno))
        }
    }
}

/// Writes all bytes, however often the system takes only some.
func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileError) {
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
