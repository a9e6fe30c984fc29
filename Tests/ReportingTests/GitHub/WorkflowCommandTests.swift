import Testing

@testable import Reporting
@testable import TeamPlanning

/// A runner obeys what it finds in any output, whatever format was asked for.
@Suite("Names that are workflow commands")
struct WorkflowCommandTests {
    static let layouts = [60, 80, 120].map { TextLayout(width: $0, colour: false) }

    @Test("No output holds a command that is not ours", arguments: HostileName.workflowCommands, 1...40)
    func inert(name: HostileName, padding: Int) throws {
        // However long the text before it is, so that it is wrapped to the start of a line somewhere.
        let text = String(repeating: "x ", count: padding) + name.text
        let finding = Finding(.warning, .valueTaken, text, remedy: text, resource: "user:\(text)")
        let plan = Fixture.plan(
            [Fixture.change(.userUpdate, text, reason: text), Fixture.deletion(text, id: "g:1", members: 2)],
            findings: [finding],
            doomed: [.init(name: text, groupID: GroupID("g:1"), memberCount: 2, members: [name.text, text])],
            team: Team(id: "dbtid:1", name: text, licensedSeats: 1, provisionedUsers: 1)
        )
        let report = NamedPlan(name: "", plan: plan).report
        let validation = ValidationReport(findings: [finding], files: 1)
        let texts =
            Self.layouts.flatMap { [$0.plan(report, applyCommand: "roster apply"), $0.validation(validation)] }
            + [String(decoding: try report.encoded(), as: UTF8.self), try report.markdown()]
        for text in texts {
            #expect(text.split(whereSeparator: \.isNewline).filter(WorkflowCommand.isSuspected) == [])
        }
        #expect(try PlanReport(json: try report.encoded()) == report)
    }

    @Test(
        "Only what a runner would obey is escaped",
        arguments: [
            ("::x", "\\u{3a}:x"), ("a ::x", "a \\u{3a}:x"), ("a::b", "a::b"), ("a: b", "a: b"), ("##[x", "\\u{23}#[x"),
            ("## [x", "## [x"), ("###[", "#\\u{23}#["), (":::", "\\u{3a}::"),
        ]
    )
    func escaped(text: String, shown: String) { #expect(TerminalText.escaped(text) == shown) }
}
