import TeamPlanning

/// What the workspace says of the connection, whatever else is wrong with it.
enum ConnectionManifest {
    /// A Connection manifest without faults; other files have so many errors.
    case found(Connection, file: String, errorsElsewhere: Int)
    /// There is none, so the default connection counts; files have so many errors.
    case absent(reason: String, errors: Int)
    /// There is one, and it has faults.
    case broken(file: String, fault: String, remedy: String?)

    /// Reads the folder; beside the connection, who the policy protects.
    static func read(
        _ options: WorkspaceOptions,
        context: CommandContext
    ) -> (connection: ConnectionManifest, protect: ProtectPolicy) {
        do throws(WorkspaceError) {
            let load = try ManifestSource.read(options, context: context).load
            return (ConnectionManifest(load), load.manifests.policy.protect)
        } catch {
            return (.absent(reason: error.message, errors: 0), ProtectPolicy())
        }
    }

    init(_ load: ManifestLoad) {
        let errors = load.findings.filter { $0.severity == .error }
        guard let file = load.manifests.connection.location?.file else {
            self = .absent(reason: "no manifest is a Connection", errors: errors.count)
            return
        }
        if let fault = errors.first(where: { $0.location?.file == file }) {
            self = .broken(file: file, fault: fault.message, remedy: fault.remedy)
        } else {
            self = .found(load.manifests.connection, file: file, errorsElsewhere: errors.count)
        }
    }

    /// The connection to check; nil when it is not known for certain.
    var connection: Connection? {
        switch self {
        case .found(let connection, _, _): connection
        case .absent: Connection()
        case .broken: nil
        }
    }
}
