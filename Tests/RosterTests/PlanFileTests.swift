import Testing

@testable import roster

/// Saved plans that are no longer what roster wrote: nothing is shown of them, and nothing is applied.
@Suite("Plan files")
struct PlanFileTests {
    private static let file = "plan.json"

    /// Saves the plan of the small team.
    private static func with(_ body: (TemporaryFolder, String) async throws -> Void) async throws {
        try await SmallTeam.with { folder in
            _ = await roster(["plan", "--simulate", "-o", "json=\(Self.file)"], in: folder)
            try await body(folder, try folder.read(Self.file))
        }
    }

    struct Edit: Sendable {
        let old: String
        let new: String
        let says: String
    }

    private static let fingerprint = #"its changes are not those of its "fingerprint""#
    private static let edits = [
        Edit(
            old: "  \"changes\" : [",
            new: "  \"changes\" : [], \"changes\" : [",
            says: "plan.json:7:19: the key \"changes\" stands twice in one object, first in line 7, column 3"
        ),
        Edit(old: #""destructive" : true"#, new: #""destructive" : false"#, says: fingerprint),
        Edit(old: #""action" : "group.delete""#, new: #""action" : "group.update""#, says: fingerprint),
        Edit(old: #""target_id" : "g:old""#, new: #""target_id" : "g:new""#, says: fingerprint),
        Edit(old: #""given_name" : "Annie""#, new: #""given_name" : "Anne""#, says: fingerprint),
        Edit(old: #""fingerprint" : ""#, new: #""fingerprint" : "0"#, says: fingerprint),
        Edit(old: #""delete" : 1"#, new: #""delete" : 0"#, says: #"its "summary" counts other changes than it has"#),
        Edit(old: #""token" : "delete-1-group-"#, new: #""token" : "delete-1-group-0"#, says: #"its "confirmation""#),
        Edit(old: #""limit" : 5"#, new: #""limit" : 0"#, says: #"a limit among its "gates" does not fit its changes"#),
        Edit(old: #""applicable" : true"#, new: #""applicable" : false"#, says: #""applicable" is not what"#),
    ]

    @Test("an edited plan is neither shown nor taken for an approval, and what was edited is named")
    func edits() async throws {
        try await Self.with { folder, text in
            let before = try folder.read(SmallTeam.stateFile)
            for edit in Self.edits {
                try #require(text.contains(edit.old), "\(edit.old)")
                try folder.write(text.replacing(edit.old, with: edit.new, maxReplacements: 1), to: Self.file)
                let shown = await roster(["show", Self.file], in: folder)
                let applied = await roster(["apply", "--simulate", "--approved", Self.file], in: folder)
                for run in [shown, applied] {
                    #expect(run.status == .failed, "\(edit.new)")
                    #expect(run.error.contains(edit.says), "\(run.error)")
                }
                #expect(shown.output == "")
                #expect(applied.error.contains("nothing was applied"))
            }
            #expect(try folder.read(SmallTeam.stateFile) == before)
        }
    }

    @Test("the plan as it was is shown, and so is one whose reasons were blanked out: they are only said about changes")
    func remarks() async throws {
        try await Self.with { folder, text in
            #expect(await roster(["show", Self.file], in: folder).status == .done)
            try folder.write(text.replacing(/"reason" : "[^"]*"/, with: #""reason" : "-""#), to: Self.file)
            let shown = await roster(["show", Self.file], in: folder)
            #expect(shown.status == .done && shown.output.contains("Old"))
        }
    }
}
