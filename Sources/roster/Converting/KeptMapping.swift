import TeamPlanning

/// A mapping that the workspace has already: it is kept, and what it reads has to be in the records.
struct KeptMapping {
    /// The file that holds it.
    let path: String
    let hasUsers: Bool
    let hasGroups: Bool
    /// Where it takes emails from.
    let email: String?
    /// The attributes that its expressions and filters name.
    let attributes: [String]

    /// The mapping of a name in a file; `nil` when the file holds something else.
    init?(_ file: ManifestFile, name: String) {
        var findings: [Finding] = []
        guard let root = JSONDocument.read(file.bytes, file: file.path, into: &findings)?.root,
            root["kind"]?.string == ManifestKind.mapping.rawValue, root["name"]?.string == name
        else { return nil }
        path = file.path
        hasUsers = root["users"].map { !$0.isNull } ?? false
        hasGroups = root["groups"].map { !$0.isNull } ?? false
        email = root["users"]?["email"]?["from"]?.string
        var names: Set<String> = []
        Self.collect(root, into: &names)
        attributes = names.sorted()
    }

    private static func collect(_ node: JSONNode, into names: inout Set<String>) {
        for member in node.object ?? [] {
            switch (member.key, member.node.string) {
            case ("from", let path?): names.insert(path)
            case ("filter", let filter?): names.formUnion(words(of: filter))
            case ("template", let template?): names.formUnion(fields(of: template))
            default: collect(member.node, into: &names)
            }
        }
    }

    /// The words of a filter outside of quotes, the attributes among them.
    private static func words(of filter: String) -> [String] {
        let outside = filter.replacing(#/"(\\.|[^"\\])*"/#, with: " ")
        let operators: Set<String> = [
            "eq", "ne", "co", "sw", "ew", "pr", "gt", "ge", "lt", "le", "and", "or", "not", "true", "false", "null",
        ]
        return outside.split { " ()".contains($0) }.map(String.init).filter { !operators.contains($0.lowercased()) }
    }

    private static func fields(of template: String) -> [String] {
        template.matches(of: #/\{([^{}]+)\}/#).map { String($0.output.1) }
    }
}
