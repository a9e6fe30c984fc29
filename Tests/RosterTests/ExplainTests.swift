import Reporting
import TeamPlanning
import Testing

@testable import roster

/// `roster explain`: why a user or group is planned so.
@Suite("Explain")
struct ExplainTests {
    @Test(
        "every kind of name is explained, with exit code 0",
        arguments: [
            (["ANN@small.example"], "Why user ann@small.example is planned so:", "~ given_name: \"Ann\" → \"Annie\""),
            (["carla@small.example"], "Why user carla@small.example is planned so:", "+ \"Staff\": added"),
            (["staff"], "Why group \"Staff\" is planned so:", "+ carla@small.example: added"),
        ]
    )
    func explains(arguments: [String], heading: String, detail: String) async throws {
        try await SmallTeam.with { folder in
            let run = await roster(["explain", "--simulate"] + arguments, in: folder)
            #expect(run.status == .done, "\(run.error)")
            #expect(run.output.hasPrefix(heading))
            #expect(run.output.contains(detail))
            #expect(run.output.contains("record stands at manifests/"))
        }
    }

    @Test("who only the team knows is explained too")
    func liveOnly() async throws {
        try await SmallTeam.withTwoDeletions { folder in
            let run = await roster(["explain", "g:older", "--simulate"], in: folder)
            #expect(run.status == .done, "\(run.error)")
            #expect(run.output.contains("No record of the manifests names this group."))
            #expect(run.output.contains("No manifest keeps this group: to be deleted."))
            #expect(run.output.contains("confirm confirmation: 2 groups would be deleted for good"))
        }
    }

    @Test("--format json is a report and nothing else")
    func json() async throws {
        try await SmallTeam.with { folder in
            let run = await roster(["explain", "ann@small.example", "--simulate", "--format", "json"], in: folder)
            #expect(run.status == .done, "\(run.error)")
            let report = try ExplanationReport(json: Array(run.output.utf8))
            #expect(report.resource == .user("ann@small.example"))
            #expect(report.createdAt == "2027-01-15T08:00:00Z")
            #expect(report.rosterVersion == "0.1.0")
        }
    }

    @Test(
        "names that nobody knows end with 1 and the nearest names",
        arguments: [
            ("anne@small.example", "fix: did you mean \"ann@small.example\"?"),
            ("ann", "fix: did you mean \"ann@small.example\"?"),
            ("Stuff", "fix: did you mean \"Staff\"?"),
            ("nothing like it", "fix: check the spelling; a user is named by email, a group by name or ID"),
        ]
    )
    func unknown(name: String, fix: String) async throws {
        try await SmallTeam.with { folder in
            let run = await roster(["explain", name, "--simulate"], in: folder)
            #expect(run.status == .failed)
            #expect(run.output == "")
            #expect(run.error.contains("error: neither the manifests nor the team know \"\(name)\"\n"))
            #expect(run.error.contains(fix))
        }
    }

    @Test("a hostile name is shown escaped")
    func hostile() async throws {
        try await SmallTeam.with { folder in
            let run = await roster(["explain", "x\u{1B}[2J\n\u{202E}", "--simulate"], in: folder)
            #expect(run.status == .failed)
            #expect(run.error.contains("know \"x\\u{1b}[2J\\u{a}\\u{202e}\"\n"))
            #expect(!run.error.contains("\u{1B}"))
        }
    }

    @Test("groups of one name have to be told apart by their IDs")
    func ambiguous() {
        let error = UnexplainedName(
            name: "Twins",
            cause: .ambiguousName(groups: [.init("g:1"), .init("g:2")])
        )
        #expect(error.message == "the team has 2 groups called \"Twins\"")
        #expect(error.nextStep == "name one by its ID: g:1, g:2")
    }

    @Test("faulty manifests are reported instead, with exit code 1")
    func invalidManifests() async throws {
        try await SmallTeam.with { folder in
            try folder.write("{", to: "manifests/broken.json")
            let run = await roster(["explain", "ann@small.example", "--simulate"], in: folder)
            #expect(run.status == .failed)
            #expect(run.output == "")
            #expect(run.error.contains("manifests/broken.json:1:"))
        }
    }

    @Test("the team is left as it was")
    func changesNothing() async throws {
        try await SmallTeam.with { folder in
            let before = try folder.read(SmallTeam.stateFile)
            _ = await roster(["explain", "ann@small.example", "--simulate"], in: folder)
            #expect(try folder.read(SmallTeam.stateFile) == before)
        }
    }

    @Test("without a name the usage is shown")
    func missingName() async throws {
        try await SmallTeam.with { folder in
            let run = await roster(["explain", "--simulate"], in: folder)
            #expect(run.status == .usage)
            #expect(run.error.contains("Missing expected argument '<name>'"))
        }
    }
}
