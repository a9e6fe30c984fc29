import TestSupport
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
        let members = (report.confirmation?.groups ?? []).flatMap { $0.members ?? [] }.map { "\($0)" as TerminalText }
        let missing = (lines + deletions + members + others.flatMap(PlanText.details))
            .filter { !$0.plain.hasPrefix("    who: ") && !page.contains($0.plain) }
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

    @Test("The members of deleted groups are counted where they have no room, and named where they have")
    func membersFold() throws {
        let named = MarkdownReader.visible(try Self.doomed(members: 100).markdown())
        #expect(named.ranges(of: "somebody.with.a.name99@acme.example").count == 3)
        let folded = MarkdownReader.visible(try Self.doomed(members: 600).markdown())
        #expect(folded.ranges(of: "600 members lose it").count == 3)
        #expect(folded.ranges(of: "somebody.with.a.name599@acme.example").count == 1, "what fits is named")
        #expect(folded.utf16.count <= 65_000)
    }

    /// Three deletions of groups with the same members.
    private static func doomed(members: Int) -> PlanReport {
        let groups = (0..<3).map { "g:\($0)" }
        let names = (0..<members).map { "somebody.with.a.name\($0)@acme.example" }
        let doomed = groups.map {
            DeletionConfirmation.DoomedGroup(name: $0, groupID: GroupID($0), memberCount: members, members: names)
        }
        let deletions = groups.map { Fixture.deletion($0, id: $0, members: members) }
        return NamedPlan(name: "", plan: Fixture.plan(deletions, doomed: doomed)).report
    }
}
