import TeamPlanning

/// Which files are formatted, and the faults for which others are left alone.
struct FormatSelection {
    /// The files without faults, by path.
    private(set) var files: [ManifestFile] = []
    /// The faults of the files that are left alone.
    private(set) var faults: [Finding] = []
    /// How many files were asked for.
    private(set) var fileCount = 0

    /// Faults that lie between files are no reason not to format one of them.
    private static let acrossFiles: Set<FindingCode> = [
        .duplicateManifest, .duplicateUser, .duplicateGroup, .duplicateMapping, .unknownMapping,
    ]

    /// Reads the files and folders, or the whole workspace when there are none.
    ///
    /// Whether a file has faults may depend on others, such as the mapping that reads its records: a named file of the
    /// workspace is looked at together with the rest of it.
    ///
    /// - Throws: ``WorkspaceError``, ``FileError``.
    static func read(_ paths: [String], workspace: String, files: any FileAccess) throws -> FormatSelection {
        var selected: [String: ManifestFile] = [:]
        var findings: [Finding] = []
        func take(_ found: Workspace) throws {
            findings += found.findings
            for file in found.files { selected[try files.realPath(file.path)] = file }
        }
        var hasFiles = false
        for path in paths.isEmpty ? [workspace] : paths {
            if try paths.isEmpty || files.kind(of: path) == .folder {
                try take(try WorkspaceReader.read(path, files: files))
            } else {
                hasFiles = true
                let bytes = try files.read(path, limit: WorkspaceReader.sizeLimit + 1)
                selected[try files.realPath(path)] = ManifestFile(path: path, bytes: bytes)
            }
        }
        var all = selected
        if hasFiles, let rest = try? WorkspaceReader.read(workspace, files: files) {
            let places = try rest.files.map { (try files.realPath($0.path), $0) }
            if places.contains(where: { selected[$0.0] != nil }) { all.merge(places) { named, _ in named } }
        }
        return FormatSelection(Array(selected.values), among: Array(all.values), findings)
    }

    private init(_ selected: [ManifestFile], among all: [ManifestFile], _ unreadable: [Finding]) {
        let names = Set(selected.map(\.path))
        let found = loadManifests(all).findings.filter { finding in
            finding.severity == .error && !Self.acrossFiles.contains(finding.code)
                && finding.location.map { names.contains($0.file) } == true
        }
        faults = (unreadable + found).sorted(by: Finding.inOrder)
        let faulty = Set(faults.compactMap(\.location?.file))
        files = selected.filter { !faulty.contains($0.path) }.sorted { $0.path < $1.path }
        fileCount = selected.count + unreadable.count
    }
}
