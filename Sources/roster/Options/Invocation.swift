import TeamPlanning

/// The commands that belong to the options at hand, for hints that can be copied.
struct Invocation {
    let workspace: WorkspaceOptions
    let connection: ConnectionOptions
    var limits: LimitOptions?

    /// A command, such as `apply`, and its arguments, without any consent.
    func arguments(of command: String) -> [String] {
        var arguments = ["roster", command]
        if workspace.manifests != WorkspaceOptions.defaultFolder { arguments += ["--manifests", workspace.manifests] }
        if connection.simulate { arguments.append("--simulate") }
        arguments += connection.faults.arguments
        if let uri = connection.serviceURI { arguments += ["--service-uri", uri] }
        if let uri = connection.tokenEndpoint { arguments += ["--token-endpoint", uri] }
        if let size = connection.pageSize { arguments += ["--page-size", "\(size)"] }
        for override in limits?.overrideLimit ?? [] { arguments += ["--override-limit", override.argument] }
        return arguments
    }

    /// The apply as a shell reads it.
    var text: String { arguments(of: "apply").map(shellQuoted).joined(separator: " ") }
}
