/// Why a folder of manifests cannot be used at all.
enum WorkspaceError: CommandError, Equatable {
    /// There is nothing at the path.
    case missing(folder: String)
    /// The path leads to something else.
    case notAFolder(String)
    /// The system refuses to open the folder.
    case unreadable(folder: String, FileError)
    /// The folder holds no manifest. Taken for a desired state it would ask for an empty team.
    case empty(folder: String)

    var message: String {
        switch self {
        case .missing(let folder): "there is no folder \(folder)"
        case .notAFolder(let path): "\(path) is not a folder"
        case .unreadable(let folder, let cause): "cannot open the folder \(folder): \(cause.reasonText)"
        case .empty(let folder): "\(folder) holds no manifest, and an empty desired state is never meant"
        }
    }

    var nextStep: String {
        switch self {
        case .missing, .notAFolder:
            "run roster where the manifests folder is, or name the folder with --manifests DIR"
        case .unreadable: "check the folder's permissions"
        case .empty: "add a *.json manifest below it, or name another folder with --manifests DIR"
        }
    }
}
