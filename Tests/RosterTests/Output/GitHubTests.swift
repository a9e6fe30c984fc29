import Testing

@testable import roster

/// What a step of GitHub Actions gets besides its annotations.
@Suite("GitHub's job summary and outputs", .timeLimit(.minutes(10)))
struct GitHubTests {
    private static let variables = ["GITHUB_STEP_SUMMARY": "summary.md", "GITHUB_OUTPUT": "output.txt"]

    @Test(
        "they are added to what is there where the format is asked for, on stdout or in a file",
        arguments: [["--format", "github"], ["-o", "github=annotations.txt"]]
    )
    func added(arguments: [String]) async throws {
        try await SmallTeam.with { folder in
            try folder.write("of another step\n", to: "summary.md")
            try folder.write("name=value", to: "output.txt")
            let run = await roster(["plan", "--simulate"] + arguments, in: folder, environment: Self.variables)
            #expect(run.status == .done, "\(run.error)")
            let summary = try folder.read("summary.md")
            #expect(summary.hasPrefix("of another step\n<!-- roster:plan -->\n"))
            #expect(summary.contains("[!CAUTION]"))
            let lines = try folder.read("output.txt").split(separator: "\n")
            #expect(lines.prefix(3) == ["name=value", "changes=5", "group_deletions=1"])
            #expect(lines[3].contains(/^confirm_token=delete-1-group-[0-9a-f]{8}$/) && lines[4] == "applicable=true")
            let annotations = arguments[0] == "-o" ? try folder.read("annotations.txt") : run.output
            #expect(annotations.hasPrefix("::warning title=roster plan%3A applicable::Plan: "))
        }
    }

    @Test("another format leaves GitHub's files alone", arguments: ["text", "json", "markdown", "gitlab"])
    func untouched(format: String) async throws {
        try await SmallTeam.with { folder in
            let run = await roster(["plan", "--simulate", "--format", format], in: folder, environment: Self.variables)
            #expect(run.status == .done)
            #expect(!folder.exists("summary.md") && !folder.exists("output.txt"))
        }
    }

    @Test("without the variables there are annotations alone", arguments: [[:], ["GITHUB_OUTPUT": ""]])
    func noVariables(environment: [String: String]) async throws {
        try await SmallTeam.with { folder in
            let run = await roster(["plan", "--simulate", "--format", "github"], in: folder, environment: environment)
            #expect(run.status == .done)
            #expect(run.output.split(separator: "\n").allSatisfy { $0.hasPrefix("::") })
            let left = try folder.entries(of: ".")
            #expect(left == [".roster", "manifests"])
        }
    }

    @Test("a file that cannot be added to is an error")
    func unwritable() async throws {
        try await SmallTeam.with { folder in
            let environment = ["GITHUB_OUTPUT": "missing/output.txt"]
            let run = await roster(["plan", "--simulate", "--format", "github"], in: folder, environment: environment)
            #expect(run.status == .failed)
            #expect(run.output == "" && run.error.contains("cannot write missing/output.txt"), "\(run.error)")
        }
    }

    @Test("a saved plan whose token is none of ours adds nothing")
    func foreignToken() async throws {
        try await SmallTeam.with { folder in
            _ = await roster(["plan", "--simulate", "-o", "json=plan.json"], in: folder)
            let token = /"token" : "[^"]*"/
            let plan = try folder.read("plan.json").replacing(token, with: "\"token\" : \"x\\napplicable=true\"")
            try folder.write(plan, to: "plan.json")
            let run = await roster(
                ["show", "plan.json", "--format", "github"],
                in: folder,
                environment: Self.variables
            )
            #expect(run.status == .failed)
            #expect(run.error.contains("its \"confirmation\" is not the one"), "\(run.error)")
            #expect(!folder.exists("summary.md") && !folder.exists("output.txt"))
        }
    }
}
