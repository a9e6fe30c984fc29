import TeamPlanning

/// The apply that belongs to the options at hand, for hints that can be copied.
struct Invocation {
    let workspace: WorkspaceOptions
    let connection: ConnectionOptions
    let limits: LimitOptions

    /// The command and its arguments, without any consent.
    var arguments: [String] {
        var arguments = ["roster", "apply"]
        if workspace.manifests != WorkspaceOptions.defaultFolder { arguments += ["--manifests", workspace.manifests] }
        if connection.simulate { arguments.append("--simulate") }
        arguments += connection.faults.arguments
        if let uri = connection.serviceURI { arguments += ["--service-uri", uri] }
        if let uri = connection.tokenEndpoint { arguments += ["--token-endpoint", uri] }
        if let size = connection.pageSize { arguments += ["--page-size", "\(size)"] }
        for override in limits.overrideLimit { arguments += ["--override-limit", override.argument] }
        return arguments
    }

    /// The command as a shell reads it.
    var text: String { arguments.map(shellQuoted).joined(separator: " ") }
}
