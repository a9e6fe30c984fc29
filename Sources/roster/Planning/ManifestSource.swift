import TeamPlanning

/// The workspace as one desired state.
struct ManifestSource {
    /// How many files were read.
    let fileCount: Int
    /// What they say, with the findings of reading them.
    let load: ManifestLoad

    /// Reads and merges all manifests of the folder.
    static func read(_ options: WorkspaceOptions, context: CommandContext) throws(WorkspaceError) -> ManifestSource {
        let workspace = try WorkspaceReader.read(options.manifests, files: context.files)
        var load = loadManifests(workspace.files)
        load.findings = (workspace.findings + load.findings).sorted(by: Finding.inOrder)
        return ManifestSource(fileCount: workspace.files.count, load: load)
    }
}
