import Testing

@testable import roster

/// Which branch the pipelines follow that `roster init` writes.
@Suite("The branch of a new workspace")
struct InitBranchTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Files below the folder, by name.
        var files: [String: String]
        var arguments: [String] = []
        var branch: String
        /// Where the command is run.
        var folder = "."
    }

    private static let commit = "4f0c1e2a4f0c1e2a4f0c1e2a4f0c1e2a4f0c1e2a"

    static let cases = [
        Case(testDescription: "no repository", files: [:], branch: "main"),
        Case(testDescription: "a new repository", files: [".git/HEAD": "ref: refs/heads/trunk\n"], branch: "trunk"),
        Case(
            testDescription: "the remote's default branch goes before all that is here",
            files: [
                ".git/HEAD": "ref: refs/heads/add-roster\n", ".git/refs/heads/main": commit,
                ".git/refs/remotes/origin/HEAD": "ref: refs/remotes/origin/release/next\n",
            ],
            branch: "release/next"
        ),
        Case(
            testDescription: "a branch of a change, beside one of the usual names",
            files: [
                ".git/HEAD": "ref: refs/heads/feature/add-roster\n", ".git/refs/heads/feature/add-roster": commit,
                ".git/packed-refs": "# pack-refs with: peeled\n\(commit) refs/heads/master\n\(commit) refs/tags/main\n",
            ],
            branch: "master"
        ),
        Case(
            testDescription: "several branches, and none of them tells",
            files: [".git/HEAD": "ref: refs/heads/a\n", ".git/refs/heads/a": commit, ".git/refs/heads/b": commit],
            branch: "main"
        ),
        Case(
            testDescription: "both usual names",
            files: [".git/HEAD": "ref: refs/heads/master\n", ".git/refs/heads/main": commit],
            branch: "main"
        ),
        Case(
            testDescription: "a commit is checked out, and there is one branch",
            files: [".git/HEAD": "\(commit)\n", ".git/refs/heads/trunk": commit, ".git/refs/heads/x.lock": ""],
            branch: "trunk"
        ),
        Case(
            testDescription: "references in another store",
            files: [
                ".git/HEAD": "ref: refs/heads/.invalid\n",
                ".git/refs/heads": "this repository uses the reftable format\n",
            ],
            branch: "main"
        ),
        Case(
            testDescription: "a worktree",
            files: [
                "work/.git": "gitdir: ../store/worktrees/work\n", "store/worktrees/work/commondir": "../..\n",
                "store/worktrees/work/HEAD": "ref: refs/heads/add-roster\n", "store/HEAD": "ref: refs/heads/trunk\n",
                "store/refs/remotes/origin/HEAD": "ref: refs/remotes/origin/trunk\n",
            ],
            branch: "trunk",
            folder: "work"
        ),
        Case(
            testDescription: "a submodule",
            files: ["sub/.git": "gitdir: ../modules/sub\n", "modules/sub/HEAD": "ref: refs/heads/trunk\n"],
            branch: "trunk",
            folder: "sub"
        ),
        Case(
            testDescription: "a folder in a repository that is yet to be made",
            files: [".git/HEAD": "ref: refs/heads/trunk\n"],
            branch: "trunk",
            folder: "teams/acme"
        ),
        Case(testDescription: "a file that is no link", files: [".git": "hello\n"], branch: "main"),
        Case(
            testDescription: "the option goes before the repository",
            files: [".git/HEAD": "ref: refs/heads/a b\n"],
            arguments: ["--branch", "release/1.x"],
            branch: "release/1.x"
        ),
    ]

    @Test("it is the repository's default branch, as far as its files tell, else main", arguments: cases)
    func branch(row: Case) async throws {
        try await TemporaryFolder.with { folder in
            for (name, text) in row.files { try folder.write(text, to: name) }
            let run = await roster(["init", row.folder] + row.arguments, in: folder)
            #expect(run.status == .done, "\(run.error)")
            #expect(run.output.contains("follows  \(row.branch): "))
            let workflow = try folder.read("\(row.folder)/.github/workflows/roster.yml")
            for place in [
                "branches: ['\(row.branch)']\n", "github.ref == 'refs/heads/\(row.branch)' &&",
                "--branch \(row.branch) --event", "ls-remote origin refs/heads/\(row.branch) |",
            ] {
                #expect(workflow.contains(place), "\(place)")
            }
            #expect(!workflow.contains("{branch}") && (row.branch == "main" || !workflow.contains("main'")))
            #expect(try folder.read("\(row.folder)/README.md").contains("Protect the branch `\(row.branch)`"))
        }
    }

    @Test(
        "a name that a shell or YAML could read something into is refused, and nothing is written",
        arguments: ["a b", "x']", "$(id)", "é"]
    )
    func hostile(name: String) async throws {
        try await TemporaryFolder.with { folder in
            try folder.write("ref: refs/heads/\(name)\n", to: ".git/HEAD")
            let run = await roster(["init"], in: folder)
            #expect(run.status == .failed && run.error.contains("--branch"))
            #expect(try folder.entries(of: ".") == [".git"])
        }
    }

    @Test("without a workflow no branch is spoken of")
    func noWorkflow() async throws {
        try await TemporaryFolder.with { folder in
            let run = await roster(["init", "--ci", "gitlab"], in: folder)
            #expect(run.status == .done && !run.output.contains("follows"))
        }
    }
}
