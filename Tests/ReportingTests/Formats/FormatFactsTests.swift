import Foundation
import TestSupport
import Testing

@testable import Reporting
@testable import TeamPlanning

/// The same facts in every format: read back from the golden files, not from the renderers.
@Suite("Facts in every format")
struct FormatFactsTests {
    /// A format in which people read a plan.
    struct Form: Sendable, CustomTestStringConvertible {
        let name: String
        /// What follows `plan-NAME` in the golden file's name.
        let suffix: String
        /// What a reader sees of it, line by line.
        let visible: @Sendable (String) -> String
        var testDescription: String { name }
    }

    static let forms = [
        Form(name: "text", suffix: ".txt") { $0 },
        Form(name: "markdown", suffix: ".md") { MarkdownReader.visible($0) },
        Form(name: "github", suffix: ".annotations.txt") { page in
            page.split(separator: "\n").compactMap { WorkflowCommand(String($0))?.data }.joined(separator: "\n")
        },
        Form(name: "html", suffix: ".html") { HTMLReader.visible($0) },
    ]

    @Test("They are those of the JSON", arguments: forms, NamedPlan.all)
    func facts(form: Form, named: NamedPlan) throws {
        let page = try readGolden("plan-\(named.name)\(form.suffix)")
        let report = try PlanReport(json: Array(try readGolden("plan-\(named.name).json").utf8))
        #expect(PlanFacts(page: form.visible(page)) == PlanFacts(report))
    }

    @Test("GitLab's widget counts every deletion and removal", arguments: NamedPlan.all)
    func widget(named: NamedPlan) throws {
        let widget = try JSONDecoder().decode(
            [String: Int].self,
            from: Data(readGolden("widget-\(named.name).json").utf8)
        )
        let report = try PlanReport(json: Array(try readGolden("plan-\(named.name).json").utf8))
        let summary = report.summary
        #expect(widget["delete"] == summary.groups.delete + summary.users.remove)
        #expect(widget["create"] == summary.groups.create + summary.users.create + summary.users.recover)
        #expect(widget.values.reduce(0, +) == report.changes.count)
    }
}
