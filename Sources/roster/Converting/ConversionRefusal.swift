/// Why the manifests of an export are not written.
enum ConversionRefusal: CommandError, Equatable {
    /// There is a file that no conversion wrote, or one that did for another mapping.
    case foreignFile(String)
    /// The file of the mapping holds something else.
    case otherMapping(String, name: String)
    /// The mapping that is kept says nothing of `users` or `groups`, which the export holds.
    case silentMapping(String, part: String)

    var message: String {
        switch self {
        case .foreignFile(let path): "\(path) was not written by roster convert for this mapping, and is not replaced"
        case .otherMapping(let path, let name): "\(path) is there and does not hold the mapping \(name)"
        case .silentMapping(let path, let part):
            "the mapping in \(path) says nothing of \(part), which the export holds"
        }
    }

    var nextStep: String {
        switch self {
        case .foreignFile, .otherMapping: "name another folder with --output-dir DIR, or move the file away"
        case .silentMapping(_, let part): "add \"\(part)\" to it, or convert under another mapping with --name NAME"
        }
    }
}
