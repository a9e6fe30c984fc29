import Testing

@testable import Reporting
@testable import TeamPlanning

/// A plan that is empty since the team could not be read is no good news, in whatever format.
@Suite("An empty plan that a gate refuses")
struct UnreadTeamTests {
    private static let report = PlanReport(
        Fixture.plan([], gates: [GateVerdict(.completeRead, .refuse, "4 members read, Dropbox counts 100")]),
        rosterVersion: "1",
        createdAt: ""
    )

    @Test(
        "No format says that the team matches, and every one says why not",
        arguments: [
            ("text", TextLayout(width: 200, colour: false).plan(report)),
            ("github", report.githubAnnotations()),
            ("html", HTMLReader.visible(report.html())),
        ]
    )
    func verdict(format: String, page: String) {
        #expect(!page.contains("The team matches") && !page.contains("There is nothing to apply"))
        #expect(page.contains("No changes are planned, but a gate refuses: complete_read."))
    }

    @Test("Verdicts that are read alone say blocked")
    func headings() throws {
        let markdown = try Self.report.markdown()
        #expect(markdown.contains(": **blocked**\n") && !markdown.contains("matches"))
        #expect(Self.report.githubAnnotations().hasPrefix("::error title=roster plan%3A blocked::"))
        #expect(Self.report.html().contains("<p class=\"verdict blocked\"><strong>Blocked</strong>"))
    }
}
