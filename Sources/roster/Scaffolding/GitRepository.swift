/// What the files of a git repository say of its branches, without git (gitrepository-layout(5)).
struct GitRepository {
    /// Files of a repository that are read are no larger.
    private static let sizeLimit = 16 << 20

    private let files: any FileAccess
    /// Where `HEAD` is: of a worktree, its own.
    private let own: String
    /// Where the branches are.
    private let common: String

    /// The repository that a folder is in, if it is in one.
    init?(around folder: String, _ files: any FileAccess) {
        var place = files.place(of: folder)
        while (try? files.kind(of: "\(place)/.git")) == nil {
            guard let slash = place.lastIndex(of: "/"), place != "/" else { return nil }
            place = slash == place.startIndex ? "/" : String(place[..<slash])
        }
        self.files = files
        let marker = "\(place)/.git"
        let link = Self.line(of: marker, files).flatMap { Self.rest(of: $0, after: "gitdir: ") }
        own = link.map { Self.path($0, from: place) } ?? marker
        common = Self.line(of: "\(own)/commondir", files).map { [own] in Self.path($0, from: own) } ?? own
    }

    /// The branch that changes are merged into: the remote's default branch, else the only one there is, else the one of
    /// `main` and `master` that there is. `nil` when it cannot be told.
    var defaultBranch: String? {
        if let remote = target(of: "\(common)/refs/remotes/origin/HEAD", after: "ref: refs/remotes/origin/") {
            return remote
        }
        var branches = Set(looseBranches(in: "") + packedBranches)
        if let head = target(of: "\(own)/HEAD", after: "ref: refs/heads/") { branches.insert(head) }
        if branches.count == 1 { return branches.first }
        let usual = branches.intersection(["main", "master"])
        return usual.count == 1 ? usual.first : nil
    }

    private func target(of file: String, after prefix: String) -> String? {
        let name = Self.line(of: file, files).flatMap { Self.rest(of: $0, after: prefix) }
        // A repository with another store of references has a HEAD that names no branch: none starts with a dot.
        return name?.hasPrefix(".") == true ? nil : name
    }

    private func looseBranches(in folder: String) -> [String] {
        let entries = (try? files.entries(of: "\(common)/refs/heads/\(folder)")) ?? []
        return entries.filter { !$0.isLink && !$0.name.hasSuffix(".lock") }.flatMap { entry in
            switch try? files.kind(of: "\(common)/refs/heads/\(folder)\(entry.name)") {
            case .folder: looseBranches(in: "\(folder)\(entry.name)/")
            case .file: ["\(folder)\(entry.name)"]
            case .other, nil: [String]()
            }
        }
    }

    private var packedBranches: [String] {
        guard let bytes = try? files.read("\(common)/packed-refs", limit: Self.sizeLimit) else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
            line.split(separator: " ").last.flatMap { Self.rest(of: String($0), after: "refs/heads/") }
        }
    }

    /// The first line of a file.
    private static func line(of file: String, _ files: any FileAccess) -> String? {
        guard let bytes = try? files.read(file, limit: sizeLimit) else { return nil }
        return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).first.map(String.init)
    }

    private static func rest(of text: String, after prefix: String) -> String? {
        text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : nil
    }

    private static func path(_ path: String, from folder: String) -> String {
        path.hasPrefix("/") ? path : "\(folder)/\(path)"
    }
}

/// The default branch of the repository has a name that cannot stand in a pipeline.
struct UnsuitableBranchError: CommandError, Equatable {
    let branch: String

    var message: String { "the repository's default branch is \(branch), and a pipeline cannot name such a branch" }
    var nextStep: String { "name the branch to apply with --branch, in letters, digits, '.', '_', '-' and '/'" }
}
