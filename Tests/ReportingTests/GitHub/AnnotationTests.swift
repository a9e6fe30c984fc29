import Testing

@testable import Reporting
@testable import TeamPlanning

@Suite("Annotations of GitHub")
struct AnnotationTests {
    @Test("A runner reads back what was written, and nothing else", arguments: HostileName.all)
    func named(name: HostileName) throws { try expectRoundTrip(name.text) }

    @Test("So it does with random text", arguments: 1...200 as ClosedRange<UInt64>)
    func random(seed: UInt64) throws {
        var random = HostileText(seed: seed)
        try expectRoundTrip(random.syntax())
    }

    private func expectRoundTrip(_ text: String) throws {
        let lines: [TerminalText] = ["\(text)", "more: \(text)"]
        let place = PlanReport.Source(file: text, line: 7, column: 3)
        let command = Annotation(level: .warning, title: "roster: a, b", message: lines, place: place).command
        #expect(command.unicodeScalars.filter { $0 == "\n" || $0 == "\r" }.count == 1)
        #expect(command.hasSuffix("\n"))
        let read = try #require(WorkflowCommand(String(command.dropLast())))
        #expect(read.name == "warning")
        #expect(read.data.unicodeScalars.elementsEqual(lines.map(\.plain).joined(separator: "\n").unicodeScalars))
        let file = ("\(repositoryPath(text), limit: TextLimit.sentence)" as TerminalText).plain
        let expected = ["title": "roster: a, b", "line": "7", "col": "3", "file": file]
        #expect(read.properties == expected.filter { !$0.value.isEmpty })
    }

    @Test(
        "A path is relative to the repository",
        arguments: [
            ("./a.json", "a.json"), ("././a/b.json", "a/b.json"), ("../a.json", "../a.json"), ("a/./b", "a/./b"),
        ]
    )
    func paths(named: String, written: String) { #expect(repositoryPath(named) == written) }

    @Test("Every destructive change is there, the worst first, and no more notices than are shown")
    func order() throws {
        let removal = Fixture.change(.userRemove, "gone@acme.example", destructive: true)
        let report = NamedPlan(
            name: "",
            plan: Fixture.plan(
                (0..<30).map { Fixture.creation("new\($0)@acme.example") }
                    + [Fixture.members("Team", remove: (0..<50).map { "lost\($0)@acme.example" }), removal]
                    + (0..<30).map { Fixture.deletion("Doomed \($0)", id: "g:\($0)", members: 1) }
            )
        ).report
        let commands = report.githubAnnotations().split(separator: "\n").compactMap { WorkflowCommand(String($0)) }
        #expect(commands.map(\.name) == Array(repeating: "warning", count: 33) + Array(repeating: "notice", count: 10))
        #expect(commands[0].properties["title"] == "roster plan: applicable")
        #expect(commands[1...30].allSatisfy { $0.data.contains("group \"Doomed ") })
        #expect(commands[31].data.contains("gone@acme.example"))
        #expect((0..<50).allSatisfy { commands[32].data.contains("- lost\($0)@acme.example") })
    }

    @Test("Additions to a group are counted where they are many")
    func brief() throws {
        let add = (0..<40).map { "new\($0)@acme.example" }
        let report = NamedPlan(name: "", plan: Fixture.plan([Fixture.members("Team", add: add)])).report
        let line = try #require(report.githubAnnotations().split(separator: "\n").last)
        let data = try #require(WorkflowCommand(String(line))).data
        #expect(data.contains("new9@acme.example") && !data.contains("new10@acme.example"))
        #expect(data.contains("and 30 more members"))
    }
}
