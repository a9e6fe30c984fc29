import Foundation

extension SystemFiles {
    func openLog(_ path: String, mayExist: Bool) throws(FileError) -> any LogFile {
        let folders = missingFolders(above: path)
        try makeParent(of: path)
        let flags = O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW
        var descriptor = open(absolute(path), flags | O_CREAT | O_EXCL, 0o600)
        let isNew = descriptor >= 0
        if !isNew, errno == EEXIST, mayExist { descriptor = open(absolute(path), flags) }
        guard descriptor >= 0 else {
            throw FileError(operation: .create, path: path, reason: errno == ELOOP ? .isLink : .system(errno))
        }
        do throws(FileError) {
            guard isNew else {
                return SystemLogFile(descriptor, path: path, isLineOpen: try takeOver(descriptor, path))
            }
            for folder in folders + [absolute(path)] { try syncFolder(above: folder) }
            return SystemLogFile(descriptor, path: path, isLineOpen: false)
        } catch {
            close(descriptor)
            throw error
        }
    }

    /// Closes a file to others that was there before. Returns whether it ends within a line.
    private func takeOver(_ descriptor: Int32, _ path: String) throws(FileError) -> Bool {
        let found = attributes(of: absolute(path))
        guard found.type == .typeRegular else { throw FileError(operation: .write, path: path, reason: .isNoFile) }
        if found.permissions.map({ $0 & 0o077 != 0 }) ?? true, fchmod(descriptor, 0o600) != 0 {
            throw FileError(operation: .protect, path: path, reason: .system(errno))
        }
        return endsWithinLine(descriptor)
    }

    func append(_ path: String, _ lines: [UInt8]) throws(FileError) {
        let descriptor = open(absolute(path), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileError(operation: .write, path: path, reason: .system(errno)) }
        defer { close(descriptor) }
        let gap = endsWithinLine(descriptor) ? [UInt8(ascii: "\n")] : []
        try writeAll(gap + lines, to: descriptor, path: path)
    }

    private func endsWithinLine(_ descriptor: Int32) -> Bool {
        let size = lseek(descriptor, 0, SEEK_END)
        var last: UInt8 = 0
        return size > 0 && pread(descriptor, &last, 1, size - 1) == 1 && last != UInt8(ascii: "\n")
    }

    /// The folders above a path that have to be made, the outermost first.
    private func missingFolders(above path: String) -> [String] {
        var missing: [String] = []
        var folder = URL(fileURLWithPath: absolute(path)).deletingLastPathComponent()
        while folder.path != "/", access(folder.path, F_OK) != 0 {
            missing.append(folder.path)
            folder.deleteLastPathComponent()
        }
        return missing.reversed()
    }

    /// Makes sure that an entry of a folder survives a crash.
    private func syncFolder(above absolute: String) throws(FileError) {
        let folder = URL(fileURLWithPath: absolute).deletingLastPathComponent().path
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(operation: .create, path: absolute, reason: .system(errno)) }
        defer { close(descriptor) }
        // Some file systems cannot synchronise folders, and need not.
        guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else {
            throw FileError(operation: .create, path: absolute, reason: .system(errno))
        }
    }
}
