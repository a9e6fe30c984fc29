import Testing

@testable import Reporting
@testable import TeamPlanning

@Suite("Hostile names")
struct HostilePlanTests {
    @Test("Nothing acts on the terminal, and no line can be faked", arguments: 1...60 as ClosedRange<UInt64>)
    func terminal(seed: UInt64) {
        let report = Self.report(seed: seed)
        var tampered = report
        tampered.createdAt = "\u{1B}[2J\n"
        for index in tampered.changes.indices {
            tampered.changes[index].targetID = "\u{1B}[2J\n"
            tampered.changes[index].options["\u{7}\n"] = .text("\u{1B}[2J\n")
            tampered.changes[index].before = tampered.changes[index].before?.mapValues { _ in .text("\u{1B}[2J\n") }
        }
        let layout = TextLayout(width: 80, colour: false)
        let refusals = [(report, tampered), (report, empty), (tampered, report), (empty, tampered)].map {
            layout.approvalRefusal(ApprovalDelta(now: $0, approved: $1), planCommand: "roster plan \u{1B}\n")
        }
        let texts = [layout.plan(report, applyCommand: "roster apply")] + refusals
        for text in texts {
            let raw = text.unicodeScalars.filter { $0 != "\n" && $0.isUnsafeOnTerminal && !$0.isVariationSelector }
            #expect(raw.isEmpty)
        }
        let margin = texts[0].split(separator: "\n").filter { !$0.hasPrefix(" ") && !$0.hasPrefix("║") }
        #expect(margin.map { String($0.prefix(4)) } == expectedMargin)
    }

    @Test("The JSON is as inert and decodes to the same report", arguments: 1...60 as ClosedRange<UInt64>)
    func json(seed: UInt64) throws {
        let report = Self.report(seed: seed)
        let bytes = try report.encoded()
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.isUnsafeOnTerminal })
        #expect(try PlanReport(json: bytes) == report)
        #expect(try PlanReport(json: bytes).encoded() == bytes)
    }

    /// The beginnings of all lines that start at the margin: headings, the box's edges, and the closing lines.
    private let expectedMargin = ["Plan", "╔══ ", "╚═══", "Remo", "User", "Grou", "Find", "Gate", "Next", "Plan"]

    private let empty = PlanReport(Fixture.plan(), rosterVersion: "1", createdAt: "")

    static func report(seed: UInt64) -> PlanReport {
        var random = HostileText(seed: seed)
        let doomed = random.text()
        let changes = [
            Fixture.deletion(doomed, id: "g:1", members: 3),
            Fixture.change(
                .userSuspend,
                random.text(),
                options: [Field(random.text(), .flag(true))],
                destructive: true
            ),
            Fixture.change(
                .userUpdate,
                random.text(),
                before: [Field("surname", .text(random.text()))],
                after: [Field("surname", .text(random.text()))],
                reason: random.text(),
                file: random.text()
            ),
            Fixture.members(random.text(), add: [random.text()], remove: [random.text()], owners: [random.text()]),
        ]
        let finding = Finding(
            .warning,
            .valueTaken,
            random.text(),
            remedy: random.text(),
            resource: random.text(),
            at: SourceLocation(file: random.text(), line: 1, column: 2)
        )
        let plan = Fixture.plan(
            changes,
            findings: [finding],
            gates: [GateVerdict(.licences, .confirm, random.text())],
            doomed: [.init(name: doomed, groupID: GroupID(random.text()), memberCount: 3)],
            team: Team(id: random.text(), name: random.text(), licensedSeats: 1, provisionedUsers: 1),
            admin: random.text()
        )
        return PlanReport(plan, rosterVersion: "1.0.0", createdAt: "2026-11-20T10:00:00Z")
    }
}
