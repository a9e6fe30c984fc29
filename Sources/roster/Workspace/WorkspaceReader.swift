import TeamPlanning

/// The manifests of a folder as bytes, and what kept others from being read.
struct Workspace {
    /// Every manifest, sorted by path.
    var files: [ManifestFile] = []
    /// Files that cannot be read and links that are refused.
    var findings: [Finding] = []
}

/// Finds every `*.json` below a folder. Names that start with `.` are skipped, links that leave the folder refused.
struct WorkspaceReader {
    /// Larger files are refused by the JSON reader, so no more than this is read.
    static let sizeLimit = 64 << 20

    private let files: any FileAccess
    private let root: String
    private var visited: Set<String> = []
    private var workspace = Workspace()

    /// Reads the folder.
    static func read(_ folder: String, files: any FileAccess) throws(WorkspaceError) -> Workspace {
        var name = folder[...]
        while name.count > 1, name.hasSuffix("/") { name = name.dropLast() }
        let folder = String(name)
        var reader = try WorkspaceReader(folder: folder, files: files)
        do {
            try reader.visit(folder: folder)
        } catch {
            throw .unreadable(folder: folder, error)
        }
        var workspace = reader.workspace
        guard !(workspace.files.isEmpty && workspace.findings.isEmpty) else { throw .empty(folder: folder) }
        workspace.files.sort { $0.path < $1.path }
        return workspace
    }

    private init(folder: String, files: any FileAccess) throws(WorkspaceError) {
        self.files = files
        do {
            guard try files.kind(of: folder) == .folder else { throw WorkspaceError.notAFolder(folder) }
            root = try files.realPath(folder)
        } catch let error as FileError {
            throw error.isMissing ? .missing(folder: folder) : .unreadable(folder: folder, error)
        } catch let error as WorkspaceError {
            throw error
        } catch {
            throw .notAFolder(folder)
        }
    }

    private mutating func visit(folder: String) throws(FileError) {
        guard visited.insert(try files.realPath(folder)).inserted else { return }
        for entry in try files.entries(of: folder) where !entry.name.hasPrefix(".") {
            let path = folder == "/" ? "/\(entry.name)" : "\(folder)/\(entry.name)"
            do {
                try visit(entry, path: path)
            } catch {
                refuse(path, "cannot read \(path): \(error.reasonText)", remedy: "check the file and its permissions")
            }
        }
    }

    private mutating func visit(_ entry: FolderEntry, path: String) throws(FileError) {
        if entry.isLink, try leavesRoot(path) {
            refuse(
                path,
                "the link \(path) leaves the manifests folder",
                remedy: "put the file itself into the folder, or remove the link"
            )
            return
        }
        switch try files.kind(of: path) {
        case .folder: try visit(folder: path)
        case .file where entry.name.hasSuffix(".json"): try take(path)
        case .other where entry.name.hasSuffix(".json"):
            refuse(path, "\(path) is not a regular file", remedy: "replace it by a file")
        case .file, .other: break
        }
    }

    /// Two names of one file are one manifest.
    private mutating func take(_ path: String) throws(FileError) {
        guard visited.insert(try files.realPath(path)).inserted else { return }
        workspace.files.append(ManifestFile(path: path, bytes: try files.read(path, limit: Self.sizeLimit + 1)))
    }

    private func leavesRoot(_ path: String) throws(FileError) -> Bool {
        let target = try files.realPath(path)
        return target != root && !target.hasPrefix(root == "/" ? "/" : root + "/")
    }

    private mutating func refuse(_ path: String, _ message: String, remedy: String) {
        workspace.findings.append(
            Finding(
                .error,
                .unreadableFile,
                message,
                remedy: remedy,
                at: SourceLocation(file: path, line: 1, column: 1)
            )
        )
    }
}
