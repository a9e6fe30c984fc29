import Testing

@testable import roster

/// `roster init`: writes what is missing, keeps what is there, and what it writes can be used as it is.
@Suite struct InitTests {
    private static let manifests = ["connection.json", "groups.json", "policy.json", "users.json"]

    @Test func everythingIsWrittenAndValid() async throws {
        try await TemporaryFolder.with { folder in
            let run = await roster(["init"], in: folder)
            #expect(run.status == .done)
            try #expect(folder.entries(of: "manifests") == Self.manifests)
            for file in [".github/workflows/roster.yml", ".gitlab-ci.yml", ".gitignore", "README.md"] {
                #expect(folder.exists(file), "\(file)")
                #expect(run.output.contains("created  \(file)\n"))
            }
            let validation = await roster(["validate"], in: folder)
            #expect(validation.status == .done)
            #expect(!validation.output.contains("warning"))
            let canonical = await roster(["fmt", "--check"], in: folder)
            #expect(canonical.status == .done && canonical.output == "")
        }
    }

    /// Nobody is named, so nobody is touched.
    @Test func theFirstPlanChangesNothing() async throws {
        try await TemporaryFolder.with { folder in
            _ = await roster(["init", "--ci", "none"], in: folder)
            let plan = await roster(["plan", "--simulate", "--detailed-exitcode"], in: folder)
            #expect(plan.status == .done)
        }
    }

    /// The way in: what is there becomes manifests, and nothing is planned for it.
    @Test func nothingIsPlannedAfterAnImport() async throws {
        try await TemporaryFolder.with { folder in
            _ = await roster(["init", "--ci", "none"], in: folder)
            let imported = await roster(["import", "--simulate"], in: folder)
            #expect(imported.status == .done && imported.output.contains("users: 13 added"))
            let plan = await roster(["plan", "--simulate", "--detailed-exitcode"], in: folder)
            #expect(plan.status == .done, "\(plan.output)")
        }
    }

    @Test func aSecondRunChangesNothing() async throws {
        try await TemporaryFolder.with { folder in
            _ = await roster(["init"], in: folder)
            try folder.write("mine", to: "README.md")
            let run = await roster(["init"], in: folder)
            #expect(run.status == .done)
            #expect(!run.output.contains("created"))
            #expect(run.output.contains("kept     README.md, it was there\n"))
            try #expect(folder.read("README.md") == "mine")
        }
    }

    /// Starter manifests would mix with those that are there: a second Connection is a fault.
    @Test func manifestsAreWrittenOnlyIntoAnEmptyFolder() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write("{}", to: "manifests/mine.json")
            let run = await roster(["init"], in: folder)
            #expect(run.output.contains("kept     manifests, it was there\n"))
            try #expect(folder.entries(of: "manifests") == ["mine.json"])
        }
    }

    @Test(arguments: [
        ("github", [".github/workflows/roster.yml"], [".gitlab-ci.yml"]),
        ("gitlab", [".gitlab-ci.yml"], [".github/workflows/roster.yml"]),
        ("none", [], [".gitlab-ci.yml", ".github/workflows/roster.yml"]),
    ])
    func pipelinesAreChosen(ci: String, present: [String], absent: [String]) async throws {
        try await TemporaryFolder.with { folder in
            #expect(await roster(["init", "--ci", ci], in: folder).status == .done)
            #expect(present.allSatisfy(folder.exists))
            #expect(!absent.contains(where: folder.exists))
        }
    }

    @Test func anotherFolderIsStarted() async throws {
        try await TemporaryFolder.with { folder in
            let run = await roster(["init", "acme/team", "-m", "state/dropbox"], in: folder)
            #expect(run.status == .done)
            try #expect(folder.entries(of: "acme/team/state/dropbox") == Self.manifests)
            try #expect(folder.read("acme/team/.gitlab-ci.yml").contains("MANIFESTS: state/dropbox\n"))
            try #expect(!folder.read("acme/team/.github/workflows/roster.yml").contains("{manifests}"))
            try #expect(folder.read("acme/team/README.md").contains("`state/dropbox/`"))
        }
    }

    /// Until it is known where roster is kept, the workflow names an account that nobody can have: no stranger's code runs.
    @Test func noStrangersActionIsNamed() async throws {
        try await TemporaryFolder.with { folder in
            let run = await roster(["init"], in: folder)
            #expect(run.output.contains("in the place of your--organization/"))
            try #expect(folder.read(".github/workflows/roster.yml").contains("uses: your--organization/roster/"))
            let known = "acme/roster/.github/actions/roster@4f0c1e2"
            let other = await roster(["init", "other", "--action", known], in: folder)
            #expect(!other.output.contains("your--organization"))
            let workflow = try folder.read("other/.github/workflows/roster.yml")
            #expect(workflow.contains("uses: \(known)\n") && !workflow.contains("your--organization"))
        }
    }

    @Test(arguments: [
        ["-m", "/etc"], ["-m", "../up"], ["-m", "a b"], ["-m", "a\nb"], ["-m", "a$(id)"], ["-m", "-rf"],
        ["-m", "a//b"],
        ["--action", "acme/roster"], ["--action", "a b/c@d"], ["--action", "acme/roster@x\nrun: id"],
        ["--ci", "jenkins"],
        ["--branch", ""], ["--branch", "a b"], ["--branch", "x]"], ["--branch", "a'b"], ["--branch=-x"],
        ["--branch", "a\nrun: id"], ["--branch", "$(id)"], ["--branch", "a..b"], ["--branch", "/a"],
        ["--branch", "a/"],
    ])
    func whatWouldNotStandInAPipelineIsRefused(arguments: [String]) async throws {
        try await TemporaryFolder.with { folder in
            let run = await roster(["init"] + arguments, in: folder)
            #expect(run.status == .usage)
            try #expect(folder.entries(of: "").isEmpty)
        }
    }

    @Test func aFolderThatCannotBeMadeIsNamed() async throws {
        try await TemporaryFolder.with { folder in
            try folder.write("a file", to: "acme")
            let run = await roster(["init", "acme"], in: folder)
            #expect(run.status == .failed)
            #expect(run.error.contains("acme/manifests: Not a directory"))
            #expect(run.output == "")
        }
    }
}
