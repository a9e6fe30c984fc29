import Testing

@testable import roster

/// Saved plans that are no longer what roster wrote: they are shown as such, and approve no more than they hold.
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

    @Test(
        "an edited plan is shown with a finding that says what was edited, in every format",
        arguments: PlanFormat.allCases
    )
    func shown(_ format: PlanFormat) async throws {
        try await Self.with { folder, text in
            for edit in Self.edits {
                try #require(text.contains(edit.old), "\(edit.old)")
                try folder.write(text.replacing(edit.old, with: edit.new, maxReplacements: 1), to: Self.file)
                let run = await roster(["show", Self.file, "--format", format.rawValue], in: folder)
                #expect(run.status == .done && run.error.contains("warning: plan.json was changed"), "\(edit.new)")
                // A merge request's widget has room for three numbers only.
                #expect(run.output.contains("was changed after roster wrote it") == (format != .gitlab))
                #expect(run.error.contains(edit.says), "\(run.error)")
            }
        }
    }

    @Test(
        "an edited plan approves no change that it does not hold as it is planned, and a warning says what was edited"
    )
    func approval() async throws {
        try await Self.with { folder, text in
            let before = try folder.read(SmallTeam.stateFile)
            for edit in Self.edits {
                try folder.write(text.replacing(edit.old, with: edit.new, maxReplacements: 1), to: Self.file)
                let run = await roster(["apply", "--simulate", "--approved", Self.file], in: folder)
                // Nobody gave the token of the group deletion, which stops what the edited plan still covers.
                let isCovered = !["action", "target_id", "given_name", "destructive"].contains { edit.old.contains($0) }
                #expect(run.status == (isCovered ? .notConfirmed : .notCovered), "\(edit.new)")
                #expect(run.error.contains("warning: plan.json was changed after roster wrote it: "), "\(run.error)")
                #expect(run.error.contains(edit.says), "\(run.error)")
            }
            #expect(try folder.read(SmallTeam.stateFile) == before)
        }
    }

    @Test("a plan with a key twice is read by nobody: two readers could understand two things")
    func keyTwice() async throws {
        try await Self.with { folder, text in
            let before = try folder.read(SmallTeam.stateFile)
            let old = "  \"changes\" : ["
            try #require(text.contains(old))
            try folder.write(
                text.replacing(old, with: "  \"changes\" : [], \"changes\" : [", maxReplacements: 1),
                to: Self.file
            )
            let shown = await roster(["show", Self.file], in: folder)
            let applied = await roster(["apply", "--simulate", "--approved", Self.file], in: folder)
            for run in [shown, applied] {
                #expect(run.status == .failed && run.output == "")
                #expect(
                    run.error.contains(
                        "plan.json:7:19: the key \"changes\" stands twice in one object, first in line 7, column 3"
                    )
                )
            }
            #expect(try folder.read(SmallTeam.stateFile) == before)
        }
    }

    @Test("the plan as it was is shown, and so is one whose reasons were blanked out: they are only said about changes")
    func remarks() async throws {
        try await Self.with { folder, text in
            let whole = await roster(["show", Self.file], in: folder)
            #expect(whole.status == .done && !whole.output.contains("was changed"))
            try folder.write(text.replacing(/"reason" : "[^"]*"/, with: #""reason" : "-""#), to: Self.file)
            let shown = await roster(["show", Self.file], in: folder)
            #expect(shown.status == .done && shown.output.contains("Old") && !shown.output.contains("was changed"))
        }
    }
}
