import ArgumentParser

/// Where the manifests are.
struct WorkspaceOptions: ParsableArguments {
    @Option(
        name: [.customShort("m"), .long],
        help: ArgumentHelp("The folder of the manifests.", valueName: "dir")
    )
    var manifests = Self.defaultFolder

    /// The folder that is used when none is named.
    static let defaultFolder = "manifests"
}
