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
}
