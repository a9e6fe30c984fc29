import TeamPlanning

/// The workspace as one desired state.
struct ManifestSource {
    /// The files that were read.
    let paths: [String]
    /// What they say, with the findings of reading them.
    let load: ManifestLoad
    /// A SHA-256 over the contents of all manifests, whatever their files are called and in whatever order they come.
    let digest: String

    /// Merges the manifests of a folder that was read.
    init(_ workspace: Workspace) {
        paths = workspace.files.map(\.path)
        digest = Digest.sha256.ofAll(workspace.files.map(\.bytes))
        var load = loadManifests(workspace.files)
        load.findings = (workspace.findings + load.findings).sorted(by: Finding.inOrder)
        self.load = load
    }

    /// Reads and merges all manifests of the folder.
    static func read(_ options: WorkspaceOptions, context: CommandContext) throws(WorkspaceError) -> ManifestSource {
        ManifestSource(try WorkspaceReader.read(options.manifests, files: context.files))
    }
}
