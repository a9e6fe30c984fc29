import Testing

@testable import roster

/// A result that could not be written is noticed before anything is applied, not after.
@Suite("Result paths", .timeLimit(.minutes(10)))
struct ResultPathTests {
    @Test("a path that no file can have stops an apply before its plan", arguments: ["folder", "team.txt/result.json"])
    func unwritable(path: String) async throws {
        try await SmallTeam.withoutDeletion { folder in
            try folder.makeFolder("folder")
            try folder.write("", to: "team.txt")
            let before = try folder.read(SmallTeam.stateFile)
            let run = await roster(
                ["apply", "--simulate", "--auto-approve", "-o", "json=good.json", "-o", "json=\(path)"],
                in: folder
            )
            #expect(run.status == .failed)
            #expect(
                run.error.contains(path.prefix { $0 != "/" }) && run.error.contains("nothing was applied"),
                "\(run.error)"
            )
            #expect(try folder.read(SmallTeam.stateFile) == before)
            #expect(!folder.exists(".roster/journal") && !folder.exists("good.json"))
        }
    }

    @Test("folders above a result are made, and nothing but the result is left in them")
    func writable() async throws {
        try await SmallTeam.withoutDeletion { folder in
            let run = await roster(
                ["apply", "--simulate", "--auto-approve", "-o", "json=out/deep/result.json"],
                in: folder
            )
            #expect(run.status == .done, "\(run.error)")
            #expect(try folder.read("out/deep/result.json").contains("roster.result/v1"))
            let left = try folder.entries(of: "out/deep")
            #expect(left == ["result.json"])
        }
    }

    struct Stopped: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let arguments: [String]
        let status: CommandStatus
        var policy: String?
    }

    static let stopped = [
        Stopped(
            testDescription: "a gate",
            arguments: ["--auto-approve"],
            status: .refused,
            policy: #""limits":{"group_deletions":0},"groups":{"delete":"absent"}"#
        ),
        Stopped(testDescription: "no consent", arguments: [], status: .notConfirmed),
        Stopped(
            testDescription: "an approval that is not there",
            arguments: ["--approved", "gone.json"],
            status: .failed
        ),
        Stopped(testDescription: "a fault in a manifest", arguments: ["--auto-approve"], status: .failed, policy: "1"),
    ]

    @Test("an apply that comes to no result leaves none of an earlier one", arguments: stopped)
    func discarded(_ test: Stopped) async throws {
        try await SmallTeam.with { folder in
            try folder.write("old", to: "result.json")
            if let policy = test.policy {
                try folder.write(#"{"apiVersion":"roster/v1","kind":"Policy",\#(policy)}"#, to: "manifests/policy.json")
            }
            let run = await roster(["apply", "--simulate", "-o", "json=result.json"] + test.arguments, in: folder)
            #expect(run.status == test.status, "\(run.error)")
            #expect(run.error.contains("nothing was applied"))
            #expect(!folder.exists("result.json"))
        }
    }

    @Test(
        "what is taken away is never something that the apply reads",
        arguments: ["manifests/users.json", "plan.json"]
    )
    func inputsStay(path: String) async throws {
        try await SmallTeam.with { folder in
            try folder.write("{}", to: "plan.json")
            let before = try folder.read(path)
            let run = await roster(
                ["apply", "--simulate", "--approved", "plan.json", "-o", "json=\(path)"],
                in: folder
            )
            #expect(run.status == .failed)
            #expect(try folder.read(path) == before)
        }
    }

    @Test("an apply that waits for another one takes nothing away")
    func locked() async throws {
        try await SmallTeam.with { folder in
            try folder.write("old", to: "result.json")
            let lock = try #require(
                try SystemFiles(workingDirectory: folder.path).lock(ApplyLock.path, contents: Array("{}".utf8))
            )
            defer { lock.release() }
            let run = await roster(["apply", "--simulate", "--auto-approve", "-o", "json=result.json"], in: folder)
            #expect(run.status == .failed)
            #expect(try folder.read("result.json") == "old")
        }
    }
}
