import TeamPlanning

/// A file by what a command does with it, as an error names it.
struct FileRole: Equatable {
    let path: String
    /// Such as `the snapshot of --live`, or `-o json`.
    let role: String
}

/// Keeps the files that a command writes apart from those that it reads, and from each other: a result in the place of a
/// manifest, of an approved plan or of a secret would be the end of it.
struct OutputPlaces {
    let outputs: [FileRole]

    /// Makes sure of it, however the paths are written and whatever links lead to the files.
    func check(apartFrom inputs: [FileRole], _ files: any FileAccess) throws(OverwritingError) {
        guard !outputs.isEmpty else { return }
        var taken: [String: FileRole] = [:]
        for input in inputs { taken[files.place(of: input.path)] = input }
        // Writing to a device, such as a terminal, takes nothing away.
        for output in outputs where (try? files.kind(of: output.path)) != .other {
            if let other = taken.updateValue(output, forKey: files.place(of: output.path)) {
                throw OverwritingError(output: output, other: other)
            }
        }
    }
}

/// An output in the place of a file that is read, or of another output.
struct OverwritingError: CommandError, Equatable {
    let output: FileRole
    let other: FileRole

    var message: String { "\(output.role) is to write to \(output.path), but that is \(other.role)\(alias)" }
    var nextStep: String { "name another file with \(output.role)" }

    /// The path by which the other one goes, where it is another one.
    private var alias: String { output.path == other.path ? "" : ", \(other.path)" }
}

extension FileAccess {
    /// Where a path leads, also if there is nothing yet: the absolute path without links, as far as there is one.
    func place(of path: String) -> String {
        if let real = try? realPath(path) { return real }
        guard let slash = path.lastIndex(of: "/") else {
            return "\((try? realPath(".")) ?? "")/\(path)"
        }
        let parent = slash == path.startIndex ? "/" : place(of: String(path[..<slash]))
        switch path[path.index(after: slash)...] {
        case "", ".": return parent
        case "..": return parent.lastIndex(of: "/").map { String(parent[..<$0]) } ?? parent
        case let name: return parent == "/" ? "/\(name)" : "\(parent)/\(name)"
        }
    }
}

extension ManifestSource {
    /// The files that were read, and those that the Connection keeps its secrets in.
    var inputs: [FileRole] {
        let connection = load.manifests.connection
        var references = [connection.clientSecret, connection.refreshToken]
        if case .reference(let reference)? = connection.clientID { references.append(reference) }
        return paths.map { FileRole(path: $0, role: "a manifest") }
            + references.compactMap { reference in
                guard case .file(let path)? = reference else { return nil }
                return FileRole(path: path, role: "where the Connection keeps a secret")
            }
    }
}
