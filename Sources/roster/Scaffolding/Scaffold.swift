import Reporting

/// The files of a starter workspace.
struct Scaffold {
    /// A file to write.
    struct File: Equatable {
        /// The path below the folder that is started.
        let path: String
        let contents: String
    }

    /// The manifests; written all together or not at all.
    let manifests: [File]
    /// Everything else.
    let others: [File]
    private let folder: String
    private let branch: String

    init(manifests folder: String, pipelines: PipelineChoice, branch: String, action: String?) {
        self.folder = folder
        self.branch = branch
        manifests = StarterWorkspace.files.map { File(path: "\(folder)/\($0.path)", contents: $0.contents) }
        var others = [
            File(path: "README.md", contents: StarterWorkspace.readme(manifests: folder, branch: branch)),
            File(path: ".gitignore", contents: StarterWorkspace.gitignore),
        ]
        if pipelines == .github || pipelines == .both {
            others.append(
                File(
                    path: GitHubWorkflow.path,
                    contents: GitHubWorkflow.text(manifests: folder, branch: branch, action: action)
                )
            )
        }
        if pipelines == .gitlab || pipelines == .both {
            others.append(File(path: ".gitlab-ci.yml", contents: GitLabPipeline.text(manifests: folder)))
        }
        self.others = others
    }

    /// Writes what is missing below a folder.
    func write(to root: String, files: any FileAccess) throws(FileError) -> ScaffoldOutcome {
        var outcome = ScaffoldOutcome()
        func path(_ name: String) -> String { root == "." ? name : "\(root)/\(name)" }
        func add(_ file: File) throws(FileError) {
            do {
                _ = try files.kind(of: path(file.path))
                outcome.kept.append(path(file.path))
            } catch {
                guard error.isMissing else { throw error }
                try files.replace(path(file.path), with: Array(file.contents.utf8))
                outcome.created.append(path(file.path))
            }
        }
        if try Self.hasEntries(path(folder), files) {
            outcome.kept.append(path(folder))
        } else {
            for file in manifests { try add(file) }
        }
        for file in others { try add(file) }
        if outcome.created.contains(path(GitHubWorkflow.path)) { outcome.branch = branch }
        outcome.lacksAction = others.contains {
            outcome.created.contains(path($0.path)) && $0.contents.contains(GitHubWorkflow.noAction)
        }
        return outcome
    }

    /// Whether something is in the folder already: starter manifests would mix with it.
    private static func hasEntries(_ folder: String, _ files: any FileAccess) throws(FileError) -> Bool {
        do {
            return try !files.entries(of: folder).isEmpty
        } catch {
            guard error.isMissing else { throw error }
            return false
        }
    }
}

/// What became of a scaffold.
struct ScaffoldOutcome {
    /// Files that were written.
    var created: [String] = []
    /// Files and folders that were there and stay as they are.
    var kept: [String] = []
    /// The branch that the workflow applies, if it was written.
    var branch: String?
    /// Whether the workflow still has to be told where roster comes from.
    var lacksAction = false

    /// What was done and what comes next.
    func lines(manifests: String) -> [TerminalText] {
        var lines = created.map { "created  \($0)" as TerminalText } + kept.map { "kept     \($0), it was there" }
        if let branch { lines.append("follows  \(branch): what is merged into this branch is applied") }
        lines += ["", "Next:", "  roster validate                  check the manifests"]
        lines += [
            "  roster plan --simulate           try it on a simulated team, no account needed",
            "  roster check                     once the secrets are set: is the team reached?",
        ]
        if lacksAction {
            lines.append(
                "  .github/workflows/roster.yml     put your copy of roster in the place of \(GitHubWorkflow.noAction)"
            )
        }
        lines.append("  README.md                        how the pipelines are set up")
        return lines
    }
}

/// What may stand in a pipeline without quotes.
enum ScaffoldText {
    /// Whether a folder is a relative path that no shell and no YAML reads anything into.
    static func isPlainPath(_ path: String) -> Bool {
        path.wholeMatch(of: /[A-Za-z0-9_][A-Za-z0-9._-]*(\/[A-Za-z0-9_][A-Za-z0-9._-]*)*/) != nil
    }

    /// Whether a text is a branch's name that no shell and no YAML reads anything into.
    static func isBranch(_ text: String) -> Bool { isPlainPath(text) && !text.contains("..") }

    /// Whether a text names an action of a repository at a commit, tag or branch, or one of the own repository.
    static func isAction(_ text: String) -> Bool {
        text.wholeMatch(
            of: /(\.\/[A-Za-z0-9._\/-]+|[A-Za-z0-9-]+\/[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*@[A-Za-z0-9._\/-]+)/
        ) != nil
    }
}
