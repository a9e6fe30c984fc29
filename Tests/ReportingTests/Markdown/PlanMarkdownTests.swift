import Testing

@testable import Reporting
@testable import TeamPlanning

@Suite("Plans as Markdown")
struct PlanMarkdownTests {
    @Test("The Markdown is the recorded one", arguments: NamedPlan.all)
    func golden(named: NamedPlan) throws {
        try expectGolden(try named.report.markdown(), "plan-\(named.name).md")
    }

    @Test("It has the facts of the text", arguments: NamedPlan.all)
    func facts(named: NamedPlan) throws {
        let report = named.report
        let page = MarkdownReader.visible(try report.markdown())
        let text = PlanText(report: report, applyCommand: "roster apply")
        let blocks = text.updateBlocks
        let lines = text.nextStepLines + [text.counts] + blocks.map(PlanText.title)
        // The fields of a deleted group are not told, only what is lost with it.
        let others = report.changes.filter { $0.action != .groupDelete }
        let deletions = others.count == report.changes.count ? [] : text.groupDeletionLines
        let missing = (lines + deletions + others.flatMap(PlanText.details)).filter { !page.contains($0.plain) }
        #expect(missing.map(\.plain) == [])
        if let token = report.confirmation?.token { #expect(page.contains("--confirm-group-deletions \(token)")) }
    }

    @Test("Additions are left out for length, and nothing that takes away")
    func additionsGiveWay() throws {
        let creations = (0..<10_000).map { Fixture.creation("person\($0)@acme.example") }
        let members = (0..<60).map {
            Fixture.members("Group \($0)", add: (0..<100).map { "a\($0)@x.example" }, remove: ["gone\($0)@x.example"])
        }
        let deletions = (0..<40).map { Fixture.deletion("Doomed \($0)", id: "g:\($0)", members: 1) }
        let report = NamedPlan(name: "", plan: Fixture.plan(creations + members + deletions)).report
        let markdown = try report.markdown()
        #expect(markdown.utf16.count <= 65_000)
        #expect(markdown.utf16.count > 60_000, "the room is used")
        #expect(markdown.contains("are left out or cut, for length"))
        let text = MarkdownReader.visible(markdown)
        #expect((0..<40).allSatisfy { text.contains("- group \"Doomed \($0)\"") })
        #expect((0..<60).allSatisfy { text.contains("- gone\($0)@x.example") })
    }

    @Test("Deletions that do not fit alone are an error, not a cut")
    func deletionsAreNeverCut() {
        let deletions = (0..<2_000).map { Fixture.deletion("Doomed \($0)", id: "g:\($0)", members: 1) }
        let report = NamedPlan(name: "", plan: Fixture.plan(deletions)).report
        #expect { try report.markdown() } throws: { error in
            guard case .destructionTooLong(let characters, 65_000)? = error as? MarkdownError else { return false }
            return characters > 65_000 && "\(error)".contains("-o json=FILE")
        }
    }
}
