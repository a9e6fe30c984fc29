/// The live team brought into the manifests: what has to change in which file so that they say what Dropbox says.
///
/// A function of its arguments. Records are matched to live objects as planning matches them. Records that stay keep
/// every byte that need not change. Left out are the acting admin's record, system-managed groups, removed members, and
/// what no manifest could express.
public struct TeamImport: Sendable {
    /// The files that change and those that are made, by path.
    public let files: [ImportedFile]
    /// What was left out or left alone, and why.
    public let findings: [Finding]
    /// How many users' records are touched.
    public let users: ImportCounts
    /// How many groups' records are touched.
    public let groups: ImportCounts

    /// Works an import out.
    ///
    /// - Parameters:
    ///   - files: All manifests of the workspace; none for the first import.
    ///   - load: What they say, without errors.
    ///   - live: The team, with its roles and the access of members in user-managed groups.
    ///   - options: What is brought in.
    /// - Throws: ``ImportRefusal`` when the read of the team is not to be trusted, or is that of another team.
    public init(
        files: [ManifestFile],
        load: ManifestLoad,
        live: LiveState,
        options: ImportOptions
    ) throws(ImportRefusal) {
        if let problem = ReadProblem(in: live) { throw .incompleteRead(problem.message) }
        if let pin = load.manifests.connection.teamID, pin != live.team.id {
            throw .otherTeam(expected: pin, found: live.team.id)
        }
        let context = PlanningContext(importing: load.manifests, live)
        let matching = ImportMatching(context)
        var draft = ImportDraft(files)
        let targets = ImportTargets(options, draft)
        try Self.check(targets, options, draft)
        var users = UserImport(matching, options)
        users.run(&draft, targets)
        var groups = GroupImport(matching, options, removedUsers: users.removed)
        groups.run(&draft, targets)
        var imported = draft.imported(in: options.folder)
        if files.isEmpty {
            let path = "\(options.folder)/policy.json"
            let text = NewManifest.policy(path: path, folder: options.folder)
            imported.append(ImportedFile(path: path, before: nil, after: Array(text.utf8)))
        }
        self.files = imported.sorted { $0.path < $1.path }
        findings = (users.findings + groups.findings).sorted(by: Finding.inOrder)
        self.users = users.counts
        self.groups = groups.counts
    }

    private static func check(
        _ targets: ImportTargets,
        _ options: ImportOptions,
        _ draft: ImportDraft
    ) throws(ImportRefusal) {
        for (path, kind) in [(options.usersFile, ManifestKind.users), (options.groupsFile, .groups)] {
            guard let path, !draft.takesRecords(of: kind, at: path) else { continue }
            throw .unsuitableFile(path: path, kind: kind)
        }
    }
}

/// Why nothing is imported.
public enum ImportRefusal: Error, Equatable, Sendable {
    /// The team was not read completely.
    case incompleteRead(String)
    /// The Connection pins another team.
    case otherTeam(expected: String, found: String)
    /// New records cannot go to a file: it is a manifest of another kind, or one that a mapping reads.
    case unsuitableFile(path: String, kind: ManifestKind)
}

extension PlanningContext {
    /// A context in which every group is matched that a record names, whatever the policy lets a plan change.
    init(importing manifests: Manifests, _ live: LiveState) {
        var manifests = manifests
        manifests.policy.groups.adopt = true
        manifests.policy.groups.manageUserManaged = true
        self.init(manifests: manifests, live: live, options: PlanOptions(now: 0))
    }
}

/// Who and what the records of the manifests are in the live team.
struct ImportMatching {
    let context: PlanningContext
    let users: UserMatching
    let groups: GroupMatching
    let records: LiveRecords
    /// The desired user of each reference ID.
    private let userByReference: [FoldedName: Int]
    private let removedEmails: Set<FoldedName>
    private let removedIDs: Set<String>

    init(_ context: PlanningContext) {
        self.context = context
        users = UserMatching(context)
        groups = GroupMatching(context)
        records = LiveRecords(context: context)
        let desired = context.manifests.users
        let references = desired.indices.compactMap { user in desired[user].referenceID.map { (FoldedName($0), user) } }
        userByReference = Dictionary(references) { _, last in last }
        let removed = context.live.members.filter { !$0.status.isLive }
        removedEmails = Set(removed.map { FoldedName($0.email) })
        removedIDs = Set(removed.compactMap(\.externalID))
    }

    /// What became of a person whom a record or a list names.
    enum Person: Equatable {
        /// A member of the team, by position.
        case member(Int)
        /// Removed from the team.
        case removed
        /// Not in the team yet, as far as Dropbox tells.
        case pending
        /// It cannot be told.
        case unclear
    }

    /// What became of the person of a record.
    func person(ofUser user: Int) -> Person {
        switch users.matches[user] {
        case .blocked: return .unclear
        case .member(let member): return context.live.members[member].status.isLive ? .member(member) : .removed
        case .absent:
            let isRemoved =
                context.writtenID(ofUser: user).map(removedIDs.contains) == true
                || removedEmails.contains(context.userEmails[user])
            return isRemoved ? .removed : .pending
        }
    }

    /// What became of a person whom a group's list names.
    func person(named name: String) -> Person {
        let folded = FoldedName(name)
        if let user = context.userByEmail[folded] ?? userByReference[folded] { return person(ofUser: user) }
        if let member = context.index.memberByEmail[folded] { return .member(member) }
        if context.index.memberBySecondaryEmail[folded] != nil { return .unclear }
        return removedEmails.contains(folded) ? .removed : .unclear
    }

    /// Whether a name in a list is a reference ID, which does not change with the email.
    func isReference(_ name: String) -> Bool {
        context.userByEmail[FoldedName(name)] == nil && userByReference[FoldedName(name)] != nil
    }
}

extension TeamImport {
    /// The workspace as it is after the import.
    public func applied(to files: [ManifestFile]) -> [ManifestFile] {
        var contents = Dictionary(files.map { ($0.path, $0.bytes) }) { _, last in last }
        for file in self.files { contents[file.path] = file.after }
        return contents.map { ManifestFile(path: $0.key, bytes: $0.value) }.sorted { $0.path < $1.path }
    }
}
