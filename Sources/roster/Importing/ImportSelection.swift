import ArgumentParser
import TeamPlanning

/// What of the team is imported, and into which files.
struct ImportSelection: ParsableArguments {
    @Flag(help: "Import users only, unless --groups is there too.")
    var users = false

    @Flag(help: "Import groups and memberships only, unless --users is there too.")
    var groups = false

    @Flag(help: "Add active members only. Who has a record already is kept up to date in any case.")
    var onlyActive = false

    @Option(
        help: ArgumentHelp(
            "Add only members whom this SCIM filter selects, such as 'email ew \"@acme.com\"'.",
            valueName: "scim"
        ),
        transform: { try ImportSelection.filter($0, attributes: LiveMemberAttribute.names) }
    )
    var filter: Filter?

    @Option(
        help: ArgumentHelp(
            "Add only groups that this SCIM filter selects, such as 'name sw \"dbx-\"'.",
            valueName: "scim"
        ),
        transform: { try ImportSelection.filter($0, attributes: LiveGroupAttribute.names) }
    )
    var groupFilter: Filter?

    @Option(help: ArgumentHelp("The file that new users go to.", valueName: "file"))
    var into: String?

    @Option(help: ArgumentHelp("The file that new groups go to.", valueName: "file"))
    var groupsInto: String?

    @Option(
        help: ArgumentHelp(
            "Spread new records over files: one per group, or one per first letter of emails.",
            valueName: "group|letter"
        ),
        transform: ImportSelection.split
    )
    var split = ImportOptions.Split.none

    @Flag(help: "Also remove records of whom the team knows nothing, such as people who are still to be invited.")
    var prune = false

    /// The options for a folder of manifests.
    func options(folder: String) throws(ImportTargetError) -> ImportOptions {
        var name = folder[...]
        while name.count > 1, name.hasSuffix("/") { name = name.dropLast() }
        var options = ImportOptions(folder: String(name))
        options.includesUsers = users || !groups
        options.includesGroups = groups || !users
        options.onlyActive = onlyActive
        options.userFilter = filter
        options.groupFilter = groupFilter
        options.prunes = prune
        options.usersFile = try into.map { path throws(ImportTargetError) in try Self.inside(options.folder, path) }
        options.groupsFile = try groupsInto.map { path throws(ImportTargetError) in
            try Self.inside(options.folder, path)
        }
        options.split = split
        return options
    }

    /// A path that the workspace's reader would find again.
    private static func inside(_ folder: String, _ path: String) throws(ImportTargetError) -> String {
        let rest = path.hasPrefix(folder + "/") ? path.dropFirst(folder.count + 1) : ""
        let parts = rest.split(separator: "/", omittingEmptySubsequences: false)
        guard rest.hasSuffix(".json"), parts.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") }) else {
            throw .notInWorkspace(path: path, folder: folder)
        }
        return path
    }

    private static func filter(_ text: String, attributes: [String]) throws -> Filter {
        switch Filter.parse(text, attributes: attributes) {
        case .success(let filter): return filter
        case .failure(let fault): throw ValidationError("\(fault.message) \(fault.remedy)")
        }
    }

    private static func split(_ name: String) throws -> ImportOptions.Split {
        guard let split = ImportOptions.Split(rawValue: name), split != .none else {
            throw ValidationError("unknown way to split: \(name); use group or letter")
        }
        return split
    }
}
