/// Which file a new record goes to.
///
/// Without `--into` and `--split`: the one Users manifest that there is, else `users.json` in the folder of the
/// manifests, or `imported-users.json` where that name is taken by something else. For groups alike.
struct ImportTargets {
    private let options: ImportOptions
    private let usersFile: String
    private let groupsFile: String

    init(_ options: ImportOptions, _ draft: ImportDraft) {
        self.options = options
        usersFile = options.usersFile ?? Self.file(of: .users, "users", options, draft)
        groupsFile = options.groupsFile ?? Self.file(of: .groups, "groups", options, draft)
    }

    /// The file for a user who is in these groups.
    func file(forUser email: String, groups: [String]) -> String {
        guard options.usersFile == nil else { return usersFile }
        switch options.split {
        case .none: return usersFile
        case .letter:
            let letter = email.lowercased().utf8.first.flatMap { isASCIILetter($0) ? String(Unicode.Scalar($0)) : nil }
            return "\(options.folder)/users/\(letter ?? "other").json"
        case .group:
            let first = groups.map { (SortKey($0), $0) }.min { $0.0 < $1.0 }?.1
            return "\(options.folder)/users/\(first.map(Self.fileName) ?? "in-no-group").json"
        }
    }

    /// The file for a group.
    func file(forGroup name: String) -> String {
        guard options.groupsFile == nil, options.split == .group else { return groupsFile }
        return "\(options.folder)/groups/\(Self.fileName(for: name)).json"
    }

    private static func file(
        of kind: ManifestKind,
        _ name: String,
        _ options: ImportOptions,
        _ draft: ImportDraft
    ) -> String {
        let present = draft.paths(of: kind)
        if present.count == 1, let only = present.first { return only }
        let usual = "\(options.folder)/\(name).json"
        return draft.takesRecords(of: kind, at: usual) ? usual : "\(options.folder)/imported-\(name).json"
    }

    /// A name in lower-case letters, digits and hyphens, for any file system.
    private static func fileName(for name: String) -> String {
        var result = ""
        for byte in name.lowercased().utf8.prefix(200) {
            if isASCIILetter(byte) || isASCIIDigit(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else if let last = result.last, last != "-" {
                result += "-"
            }
        }
        let trimmed = result.last == "-" ? result.dropLast() : result[...]
        return trimmed.isEmpty ? "group" : String(trimmed.prefix(60))
    }
}
