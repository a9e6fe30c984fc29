/// One file of a workspace, as it was read.
public struct ManifestFile: Sendable, Equatable {
    /// The path that findings show.
    public var path: String
    /// The whole content.
    public var bytes: [UInt8]

    /// Pairs a path with the content found there.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// What the files of a workspace say, and what is wrong with them.
public struct ManifestLoad: Sendable, Equatable {
    /// Everything that could be read; complete only without errors.
    public var manifests: Manifests
    /// All findings of all files in their order.
    public var findings: [Finding]

    /// Pairs manifests with findings.
    public init(manifests: Manifests, findings: [Finding]) {
        self.manifests = manifests
        self.findings = findings
    }

    /// Whether the manifests must not be used.
    public var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

/// Reads all manifests of a workspace, checks each and merges them into one desired state.
///
/// File names and folders carry no meaning. The files are taken in the order of their paths, whatever order they come
/// in, so that of two records with one email it is always the same one that is the second.
public func loadManifests(_ files: [ManifestFile]) -> ManifestLoad {
    var merge = ManifestMerge()
    for file in files.sorted(by: { $0.path < $1.path }) {
        merge.add(file)
    }
    return merge.finish()
}
