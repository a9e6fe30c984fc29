import Testing

@testable import roster

/// Saved plans that are no longer what roster wrote: nothing is shown of them, and nothing is applied.
@Suite("Plan files")
struct PlanFileTests {
    private static let file = "plan.json"

    /// Saves the plan of the small team, changes its text, and has it refused by `show` and by `apply`.
    private func expectRefused(
        _ edits: [(String, String)],
        says: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        try await SmallTeam.with { folder in
            _ = await roster(["plan", "--simulate", "-o", "json=\(Self.file)"], in: folder)
            var text = try folder.read(Self.file)
            for (old, new) in edits {
                try #require(text.contains(old), "\(old)", sourceLocation: sourceLocation)
                text = text.replacing(old, with: new, maxReplacements: 1)
            }
            try folder.write(text, to: Self.file)
            let before = try folder.read(SmallTeam.stateFile)
            let shown = await roster(["show", Self.file], in: folder)
            let applied = await roster(["apply", "--simulate", "--approved", Self.file], in: folder)
            for run in [shown, applied] {
                #expect(run.status == .failed, sourceLocation: sourceLocation)
                #expect(run.error.contains(says), "\(run.error)", sourceLocation: sourceLocation)
            }
            #expect(shown.output == "", sourceLocation: sourceLocation)
            #expect(applied.error.contains("nothing was applied"), sourceLocation: sourceLocation)
            #expect(try folder.read(SmallTeam.stateFile) == before, sourceLocation: sourceLocation)
        }
    }

    @Test("a key twice in one object is named with its place")
    func repeatedKey() async throws {
        try await expectRefused(
            [("  \"changes\" : [", "  \"changes\" : [], \"changes\" : [")],
            says: "plan.json:7:19: the key \"changes\" stands twice in one object, first in line 7, column 3"
        )
    }
}
