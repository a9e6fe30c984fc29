import Foundation

extension SystemFiles {
    func replaceAll(_ contents: [FileContent]) throws(FileError) {
        var staged: [StagedFile] = []
        do throws(FileError) {
            for content in contents { staged.append(try stage(content.bytes, for: content.path, mode: modeOfOldFile)) }
            while let next = staged.first {
                try next.put()
                staged.removeFirst()
            }
        } catch {
            for file in staged { file.discard() }
            throw error
        }
    }

    /// Whom the old file was closed to, the new one is closed to. A link that leads nowhere is open to all, and has no say.
    func modeOfOldFile(_ target: String) -> mode_t {
        let old = attributes(of: target)
        return old.type == .typeRegular ? old.permissions ?? 0o644 : 0o644
    }

    /// Writes a file beside its place; folders are made.
    func stage(
        _ bytes: [UInt8],
        for path: String,
        mode: (_ target: String) -> mode_t
    ) throws(FileError) -> StagedFile {
        try makeParent(of: path)
        // A link stays a link: its target is replaced.
        let target = (try? realPath(path)) ?? absolute(path)
        let staged = StagedFile(path: path, temporary: temporaryPath(beside: target), target: target)
        do throws(FileError) {
            try write(bytes, to: staged.temporary, flags: O_WRONLY | O_CREAT | O_EXCL, mode: mode(target), as: path)
            return staged
        } catch {
            staged.discard()
            throw error
        }
    }
}

/// A file that lies beside its place.
struct StagedFile {
    /// The path as it was given.
    let path: String
    let temporary: String
    let target: String

    /// Puts the file in its place.
    func put() throws(FileError) {
        guard rename(temporary, target) == 0 else {
            throw FileError(operation: .write, path: path, reason: .system(errno))
        }
    }

    /// Removes the file.
    func discard() { unlink(temporary) }
}
