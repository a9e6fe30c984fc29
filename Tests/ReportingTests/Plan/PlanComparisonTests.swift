import Testing

@testable import Reporting
@testable import TeamPlanning

@Suite("A plan beside the base's")
struct PlanComparisonTests {
    private static let base = PlanReport.Base(manifests: "base", manifestsDigest: nil, fingerprint: "f")

    private func compared(_ plan: Plan, _ base: Plan?) -> PlanReport {
        func report(_ plan: Plan) -> PlanReport { PlanReport(plan, rosterVersion: "1", createdAt: "") }
        return report(plan).compared(with: Self.base, planned: base.map(report))
    }

    private func compared(_ changes: [Change], _ base: [Change]?) -> PlanReport {
        compared(Fixture.plan(changes), base.map { Fixture.plan($0) })
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: Change
        let base: [Change]
        let origin: PlanReport.Origin
    }

    private static func update(_ fields: [Field], target: String = "0", reason: String = "r") -> Change {
        Fixture.change(
            .userUpdate,
            "a@b.example",
            before: fields.map { Field($0.name, .none) },
            after: fields,
            reason: reason,
            line: reason.count,
            target: target
        )
    }

    private static let name = Field("given_name", .text("A"))
    private static let surname = Field("surname", .text("B"))

    static let cases = [
        Case(testDescription: "not planned from the base", change: update([name]), base: [], origin: .introduced),
        Case(testDescription: "the same", change: update([name]), base: [update([name])], origin: .preExisting),
        Case(
            testDescription: "another reason and place",
            change: update([name], reason: "other words"),
            base: [update([name])],
            origin: .preExisting
        ),
        Case(
            testDescription: "one field more",
            change: update([name, surname]),
            base: [update([name])],
            origin: .introduced
        ),
        Case(
            testDescription: "one field less",
            change: update([name]),
            base: [update([name, surname])],
            origin: .preExisting
        ),
        Case(
            testDescription: "another value",
            change: update([Field("given_name", .text("Z"))]),
            base: [update([name])],
            origin: .introduced
        ),
        Case(
            testDescription: "another member of that email",
            change: update([name], target: "1"),
            base: [update([name])],
            origin: .introduced
        ),
        Case(
            testDescription: "two of five members are new",
            change: Fixture.members("G", add: ["a", "b", "c", "d", "e"]),
            base: [Fixture.members("G", add: ["a", "b", "c"])],
            origin: .introduced
        ),
        Case(
            testDescription: "some of the members",
            change: Fixture.members("G", remove: ["a"]),
            base: [Fixture.members("G", add: ["b"], remove: ["a", "c"])],
            origin: .preExisting
        ),
        Case(
            testDescription: "added there, removed here",
            change: Fixture.members("G", remove: ["a"]),
            base: [Fixture.members("G", add: ["a"])],
            origin: .introduced
        ),
        Case(
            testDescription: "wiped only here",
            change: Fixture.change(.userSuspend, "a@b.example", options: [Field("wipe_data", .flag(true))]),
            base: [Fixture.change(.userSuspend, "a@b.example", options: [Field("wipe_data", .flag(false))])],
            origin: .introduced
        ),
        Case(
            testDescription: "another group of that name",
            change: Fixture.deletion("G", id: "g:1", members: 1),
            base: [Fixture.deletion("G", id: "g:2", members: 1)],
            origin: .introduced
        ),
        Case(
            testDescription: "the same deletion",
            change: Fixture.deletion("G", id: "g:1", members: 1),
            base: [Fixture.deletion("G", id: "g:1", members: 1)],
            origin: .preExisting
        ),
    ]

    @Test("A change is pre-existing only if all of it is planned from the base", arguments: cases)
    func origin(of example: Case) {
        #expect(compared([example.change], example.base).changes.map(\.origin) == [example.origin])
    }

    @Test("What the base asks for in vain is resolved; what it asks for in part or under another name is not")
    func resolved() {
        let report = compared(
            [Fixture.members("New name", add: ["a"]), Self.update([Self.name])],
            [
                Fixture.members("Old name", add: ["a", "b"]), Self.update([Self.surname]),
                Fixture.deletion("Kept", id: "g:9", members: 3),
            ]
        )
        #expect(report.resolved?.map(\.id) == ["group.delete:Kept"])
        #expect(report.resolved?.first?.resource == .group("Kept"))
    }

    @Test("Without a plan of the base everything is introduced and nothing resolved")
    func unusableBase() {
        let gates = [GateVerdict(.completeRead, .refuse, "m"), GateVerdict(.teamID, .pass, "m")]
        let report = compared(Fixture.plan([Self.update([Self.name])], gates: gates), nil)
        #expect(report.changes.map(\.origin) == [.introduced])
        #expect(report.gates.map(\.origin) == [.introduced, nil])
        #expect(report.resolved == nil)
    }

    @Test("A comparison changes neither verdicts nor what is applied", arguments: NamedPlan.all)
    func judgesNothing(named: NamedPlan) {
        let report = PlanReport(named.plan, rosterVersion: "1", createdAt: "")
        var marked = report.compared(with: Self.base, planned: report)
        #expect(marked.changes.allSatisfy { $0.origin == .preExisting } && marked.resolved == [])
        for index in marked.changes.indices { marked.changes[index].origin = nil }
        for index in marked.gates.indices { marked.gates[index].origin = nil }
        marked.base = nil
        marked.resolved = nil
        #expect(marked == report)
    }

    @Test("A plan that was compared approves the same plan made without a base", arguments: NamedPlan.all)
    func approves(named: NamedPlan) {
        let report = PlanReport(named.plan, rosterVersion: "1", createdAt: "")
        let reviewed = report.compared(with: Self.base, planned: nil)
        #expect(ApprovalCheck.uncovered(now: report, approved: reviewed).isEmpty)
    }

    @Test("The parts hold every change once, in the order of the plan", arguments: NamedPlan.all)
    func parts(named: NamedPlan) {
        let parts = named.report.parts
        #expect(parts.flatMap(\.changes).count == named.plan.changes.count)
        #expect(
            parts.allSatisfy { part in !part.changes.isEmpty && part.changes.allSatisfy { $0.origin == part.origin } }
        )
        for part in parts {
            let ids = Set(part.changes.map(\.id))
            #expect(part.changes.map(\.id) == named.plan.changes.map(\.id.rawValue).filter(ids.contains))
        }
    }
}

extension PlanComparisonTests {
    struct Refusal: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let now: GateVerdict
        let base: GateVerdict
        var change = PlanComparisonTests.removal
        var baseChanges = [PlanComparisonTests.removal]
        let origin: PlanReport.Origin
    }

    private static let removal = Fixture.change(.userRemove, "a@b.example", destructive: true)

    private static func removals(_ verdict: GateVerdict.Verdict, _ count: Int) -> GateVerdict {
        GateVerdict(.userRemovals, verdict, "\(count)", count: count, limit: 0)
    }

    static let refusals = [
        Refusal(
            testDescription: "the base passes",
            now: removals(.refuse, 1),
            base: removals(.pass, 0),
            origin: .introduced
        ),
        Refusal(
            testDescription: "refused before, nothing added",
            now: removals(.refuse, 1),
            base: removals(.refuse, 1),
            origin: .preExisting
        ),
        Refusal(
            testDescription: "refused before with more",
            now: removals(.refuse, 1),
            base: removals(.refuse, 2),
            origin: .preExisting
        ),
        Refusal(
            testDescription: "refused before, one removal for another",
            now: removals(.refuse, 1),
            base: removals(.refuse, 1),
            change: Fixture.change(.userRemove, "b@b.example", destructive: true),
            origin: .introduced
        ),
        Refusal(
            testDescription: "refused before, a new change of another kind",
            now: removals(.refuse, 1),
            base: removals(.refuse, 1),
            change: Fixture.creation("c@b.example"),
            origin: .preExisting
        ),
        Refusal(
            testDescription: "refused before with fewer",
            now: removals(.refuse, 2),
            base: removals(.refuse, 1),
            origin: .introduced
        ),
        Refusal(
            testDescription: "the same sentence",
            now: GateVerdict(.connectionEnabled, .refuse, "off"),
            base: GateVerdict(.connectionEnabled, .refuse, "off"),
            origin: .preExisting
        ),
        Refusal(
            testDescription: "another sentence",
            now: GateVerdict(.connectionEnabled, .refuse, "off"),
            base: GateVerdict(.connectionEnabled, .refuse, "disabled"),
            origin: .introduced
        ),
        Refusal(
            testDescription: "the team was read in part, for the base too",
            now: GateVerdict(.completeRead, .refuse, "4 of 100"),
            base: GateVerdict(.completeRead, .refuse, "4 of 100"),
            origin: .introduced
        ),
        Refusal(
            testDescription: "another team answered, for the base too",
            now: GateVerdict(.teamID, .refuse, "pins A"),
            base: GateVerdict(.teamID, .refuse, "pins A"),
            origin: .introduced
        ),
        Refusal(
            testDescription: "seats that the base lacks too, and one more person",
            now: GateVerdict(.licences, .refuse, "m", count: 21, limit: 20),
            base: GateVerdict(.licences, .refuse, "m", count: 21, limit: 20),
            change: Fixture.creation("c@b.example"),
            origin: .introduced
        ),
    ]

    @Test("A refusal is pre-existing only if no introduced change adds to it", arguments: refusals)
    func origin(of refusal: Refusal) {
        let report = compared(
            Fixture.plan([refusal.change], gates: [refusal.now]),
            Fixture.plan(refusal.baseChanges, gates: [refusal.base])
        )
        #expect(report.gates.map(\.origin) == [refusal.origin])
    }
}
