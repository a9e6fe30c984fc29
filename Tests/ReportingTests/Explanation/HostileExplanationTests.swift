import Testing

@testable import Reporting
@testable import TeamPlanning

@Suite("Hostile text in explanations")
struct HostileExplanationTests {
    @Test("Nothing acts on the terminal, and no step can be faked", arguments: 1...40 as ClosedRange<UInt64>)
    func terminal(seed: UInt64) {
        let report = report(seed: seed)
        let text = TextLayout(width: 80, colour: false).explanation(report)
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isUnsafeOnTerminal || $0.isVariationSelector })
        let lines = text.split(separator: "\n")
        #expect(lines.count { !$0.hasPrefix(" ") } == 1)
        let steps = lines.filter { $0.prefixMatch(of: /\ [0-9]/) != nil }
        #expect(steps.count == report.steps.count)
    }

    @Test("The JSON is inert and decodes to the same report", arguments: 1...40 as ClosedRange<UInt64>)
    func json(seed: UInt64) throws {
        let report = report(seed: seed)
        let bytes = try report.encoded()
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.isUnsafeOnTerminal })
        #expect(try ExplanationReport(json: bytes) == report)
    }

    /// Every kind of step, with hostile text wherever there is text.
    private func report(seed: UInt64) -> ExplanationReport {
        var random = HostileText(seed: seed)
        func place() -> TeamPlanning.SourceLocation {
            TeamPlanning.SourceLocation(file: random.text(), line: 1, column: 2)
        }
        func rule() -> RuleName { RuleName(rawValue: random.text()) }
        func finding() -> Finding {
            Finding(.warning, .protected, random.text(), remedy: random.text(), resource: random.text(), at: place())
        }
        func object() -> Explanation.LiveObject {
            Explanation.LiveObject(owner: .roster(rule: rule()), fields: [Field(random.text(), .text(random.text()))])
        }
        let origin = Explanation.Origin(source: random.text(), raw: random.text())
        let condition = Explanation.Condition(text: random.text(), isTrue: true, found: [random.text()])
        let steps: [Explanation.Step] = [
            .record(
                Explanation.Record(
                    location: place(),
                    rule: rule(),
                    mapping: place(),
                    isLeftOut: true,
                    lifecycle: nil
                )
            ),
            .noRecord,
            .filter(
                Explanation.FilterResult(
                    rule: rule(),
                    part: .users,
                    location: place(),
                    filter: random.text(),
                    isFulfilled: false,
                    conditions: [condition]
                )
            ),
            .values([
                Explanation.Value(attribute: random.text(), content: .text(random.text()), origin: origin),
                Explanation.Value(attribute: random.text(), content: .list([random.text()]), origin: nil),
            ]),
            .match(Explanation.Match(outcome: .blocked([finding()]), holder: object())),
            .live(object()),
            .protection([random.text()]),
            .changes([Self.change(&random)]),
            .memberships([
                Explanation.MembershipFact(
                    group: random.text(),
                    person: random.text(),
                    sources: [Explanation.MembershipFact.Source(side: .members, location: place())],
                    isLive: false,
                    access: nil,
                    outcome: .add,
                    change: ChangeID(random.text())
                )
            ]),
            .findings([finding()]),
            .gates([GateVerdict(.licences, .refuse, random.text())]),
        ]
        let explanation = Explanation(name: random.text(), resource: .group(random.text()), steps: steps)
        return ExplanationReport(explanation, rosterVersion: random.text(), createdAt: random.text())
    }

    private static func change(_ random: inout HostileText) -> Change {
        Fixture.change(
            .userUpdate,
            random.text(),
            before: [Field(random.text(), .none)],
            after: [Field(random.text(), .text(random.text()))],
            options: [Field(random.text(), .text(random.text()))],
            reason: random.text()
        )
    }
}
