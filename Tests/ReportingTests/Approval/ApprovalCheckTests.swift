import Testing

@testable import Reporting
@testable import TeamPlanning

@Suite("Does an approval cover the plan?")
struct ApprovalCheckTests {
    private static func report(
        _ changes: [Change],
        team: String = "dbtid:AAAA"
    ) -> PlanReport {
        let team = Team(id: team, name: "Acme", licensedSeats: 20, provisionedUsers: 12)
        return PlanReport(Fixture.plan(changes, team: team), rosterVersion: "1", createdAt: "")
    }

    private static func update(_ fields: [(String, String, String)], options: [Field] = []) -> Change {
        Fixture.change(
            .userUpdate,
            "a@b.example",
            before: fields.map { Field($0.0, .text($0.1)) },
            after: fields.map { Field($0.0, .text($0.2)) },
            options: options
        )
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let now: [Change]
        let approved: [Change]
        let difference: ApprovalCheck.Difference?
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(name: "nothing to do", now: [], approved: [Fixture.creation("a@b.example")], difference: nil),
        Case(
            name: "the same",
            now: [Fixture.creation("a@b.example")],
            approved: [Fixture.creation("a@b.example")],
            difference: nil
        ),
        Case(
            name: "a part was done since",
            now: [Fixture.creation("a@b.example")],
            approved: [Fixture.creation("c@d.example"), Fixture.creation("a@b.example")],
            difference: nil
        ),
        Case(
            name: "a new change",
            now: [Fixture.creation("a@b.example")],
            approved: [Fixture.creation("c@d.example")],
            difference: .notApproved
        ),
        Case(
            name: "another action on the same object",
            now: [Fixture.change(.userRemove, "a@b.example")],
            approved: [Fixture.change(.userSuspend, "a@b.example")],
            difference: .notApproved
        ),
        Case(
            name: "one field fewer",
            now: [update([("surname", "A", "B")])],
            approved: [update([("given_name", "C", "D"), ("surname", "A", "B")])],
            difference: nil
        ),
        Case(
            name: "one field more",
            now: [update([("given_name", "C", "D"), ("surname", "A", "B")])],
            approved: [update([("surname", "A", "B")])],
            difference: .field("given_name")
        ),
        Case(
            name: "another value after",
            now: [update([("surname", "A", "X")])],
            approved: [update([("surname", "A", "B")])],
            difference: .field("surname")
        ),
        Case(
            name: "another value before",
            now: [update([("surname", "X", "B")])],
            approved: [update([("surname", "A", "B")])],
            difference: .field("surname")
        ),
        Case(
            name: "other options",
            now: [update([], options: [Field("wipe_data", .flag(true))])],
            approved: [update([], options: [Field("wipe_data", .flag(false))])],
            difference: .options
        ),
        Case(
            name: "option only now",
            now: [update([], options: [Field("wipe_data", .flag(true))])],
            approved: [update([])],
            difference: .options
        ),
        Case(
            name: "fewer memberships",
            now: [Fixture.members("G", add: ["a@b.example"])],
            approved: [Fixture.members("G", add: ["a@b.example", "c@d.example"], remove: ["e@f.example"])],
            difference: nil
        ),
        Case(
            name: "one membership more",
            now: [Fixture.members("G", add: ["a@b.example", "c@d.example"])],
            approved: [Fixture.members("G", add: ["a@b.example"])],
            difference: .memberships([
                PlanReport.Membership(email: "c@d.example", access: .member, teamMemberID: "dbmid:c@d.example")
            ])
        ),
        Case(
            name: "removal instead of addition",
            now: [Fixture.members("G", remove: ["a@b.example"])],
            approved: [Fixture.members("G", add: ["a@b.example"])],
            difference: .memberships([
                PlanReport.Membership(email: "a@b.example", access: nil, teamMemberID: "dbmid:a@b.example")
            ])
        ),
        Case(
            name: "more dangerous",
            now: [Fixture.change(.userSuspend, "a@b.example", destructive: true)],
            approved: [Fixture.change(.userSuspend, "a@b.example")],
            difference: .danger
        ),
        Case(
            name: "irreversible only now",
            now: [Fixture.change(.userRemove, "a@b.example", irreversible: true)],
            approved: [Fixture.change(.userRemove, "a@b.example")],
            difference: .danger
        ),
        Case(
            name: "less dangerous",
            now: [Fixture.change(.userSuspend, "a@b.example")],
            approved: [Fixture.change(.userSuspend, "a@b.example", destructive: true)],
            difference: nil
        ),
        Case(
            name: "a removal of a person with another field",
            now: [Fixture.change(.userRemove, "a@b.example", before: [Field("external_id", .text("1"))])],
            approved: [
                Fixture.change(
                    .userRemove,
                    "a@b.example",
                    before: [Field("external_id", .text("1")), Field("role", .text("x"))]
                )
            ],
            difference: .identity
        ),
        Case(
            name: "the second approved change fits",
            now: [update([("surname", "A", "B")])],
            approved: [update([("surname", "A", "X")]), update([("surname", "A", "B")])],
            difference: nil
        ),
    ]

    @Test("Each kind of difference", arguments: cases)
    func differences(item: Case) {
        let uncovered = ApprovalCheck.uncovered(now: Self.report(item.now), approved: Self.report(item.approved))
        #expect(uncovered.map(\.differences.first) == (item.difference.map { [$0] } ?? []))
        #expect(uncovered.map(\.change) == (item.difference == nil ? [] : Self.report(item.now).changes))
    }

    @Test("Another team is never covered, whatever the changes")
    func otherTeam() {
        let changes = [Fixture.creation("a@b.example")]
        let uncovered = ApprovalCheck.uncovered(
            now: Self.report(changes),
            approved: Self.report(changes, team: "dbtid:BBBB")
        )
        #expect(uncovered.map(\.differences) == [[.otherTeam(approved: "dbtid:BBBB")]])
    }

    @Test(
        "A group deletion is covered only for the very group, as it was",
        arguments: [
            ("the same", "g:1", 3, true), ("another group of that name", "g:2", 3, false),
            ("a member joined since", "g:1", 4, false), ("all members left since", "g:1", 0, false),
        ]
    )
    func groupDeletion(name: String, id: String, members: Int, isCovered: Bool) {
        let now = Self.report([Fixture.deletion("G", id: id, members: members)])
        let approved = Self.report([Fixture.deletion("G", id: "g:1", members: 3)])
        let uncovered = ApprovalCheck.uncovered(now: now, approved: approved)
        #expect(uncovered.isEmpty == isCovered)
        #expect(uncovered.allSatisfy { $0.differences.contains(.identity) })
    }

    @Test("A plan covers itself, also after a trip through JSON", arguments: NamedPlan.all)
    func coversItself(named: NamedPlan) throws {
        let saved = try PlanReport(json: named.report.encoded())
        #expect(ApprovalCheck.uncovered(now: named.report, approved: saved).isEmpty)
    }
}
