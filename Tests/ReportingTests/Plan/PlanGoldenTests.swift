import TestSupport
import Testing

@testable import Reporting

@Suite("Plans as people see them")
struct PlanGoldenTests {
    @Test("The text is the recorded one", arguments: NamedPlan.all)
    func text(named: NamedPlan) throws {
        let text = TextLayout(width: 90, colour: false).plan(named.report)
        try expectGolden(text, "plan-\(named.name).txt")
    }

    @Test("Colours mark danger and change nothing else", arguments: NamedPlan.all)
    func colour(named: NamedPlan) throws {
        let plain = TextLayout(width: 90, colour: false).plan(named.report)
        let coloured = TextLayout(width: 90, colour: true).plan(named.report)
        #expect(coloured.contains("\u{1B}[1m"))
        #expect(coloured.replacing(/\u{1B}\[[0-9;]+m/, with: "") == plain)
    }

    @Test("The JSON is the recorded one", arguments: NamedPlan.all)
    func json(named: NamedPlan) throws {
        let bytes = try named.report.encoded()
        try expectGolden(String(decoding: bytes, as: UTF8.self), "plan-\(named.name).json")
    }

    @Test("The annotations are the recorded ones", arguments: NamedPlan.all)
    func github(named: NamedPlan) throws {
        try expectGolden(named.report.githubAnnotations(), "plan-\(named.name).annotations.txt")
    }

    @Test("GitLab's widget is the recorded one", arguments: NamedPlan.all)
    func gitlab(named: NamedPlan) throws {
        let bytes = try named.report.gitlabWidget()
        try expectGolden(String(decoding: bytes, as: UTF8.self), "widget-\(named.name).json")
    }
}
