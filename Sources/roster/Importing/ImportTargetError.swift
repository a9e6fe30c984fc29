import TeamPlanning

/// Why a file cannot take what is imported.
enum ImportTargetError: CommandError, Equatable {
    /// The reader of the workspace would not find the file.
    case notInWorkspace(path: String, folder: String)
    /// Something is there that is no manifest of the workspace.
    case taken(String)
    /// It is a manifest of another kind, or one that a mapping reads.
    case unsuitable(path: String, ManifestKind)

    var message: String {
        switch self {
        case .notInWorkspace(let path, let folder): "\(path) is no *.json file below \(folder)"
        case .taken(let path): "\(path) is there already and is no manifest of this workspace"
        case .unsuitable(let path, let kind): "\(path) is no \(kind.rawValue) manifest without a mapping"
        }
    }

    var nextStep: String {
        switch self {
        case .notInWorkspace(_, let folder): "name a file such as \(folder)/imported.json"
        case .taken: "move it away, or name another file with --into and --groups-into"
        case .unsuitable: "name another file; one that is not there yet is made"
        }
    }
}

/// A team that must not be imported.
struct ImportRefused: CommandError, Equatable {
    let message: String
    let nextStep: String

    /// Takes over why; a file that is not suitable is an error of another kind.
    init?(_ refusal: ImportRefusal) {
        switch refusal {
        case .incompleteRead(let problem):
            message = "nothing is imported: \(problem)"
            nextStep = "run again, with a smaller --page-size if it persists"
        case .otherTeam(let expected, let found):
            message = "nothing is imported: the Connection pins team \(expected), and team \(found) answered"
            nextStep = "use the credentials of the right team, or correct \"team_id\" in the Connection"
        case .unsuitableFile: return nil
        }
    }
}
