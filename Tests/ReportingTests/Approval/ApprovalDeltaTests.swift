import TestSupport
import Testing

@testable import Reporting
@testable import TeamPlanning

@Suite("A refused approval in words")
struct ApprovalDeltaTests {
    private static func report(_ changes: [Change], manifests: String? = nil) -> PlanReport {
        var report = PlanReport(Fixture.plan(changes), rosterVersion: "1", createdAt: "2026-11-20T10:00:00Z")
        report.manifestsDigest = manifests
        return report
    }

    private static func update(_ old: String, _ new: String) -> Change {
        let (before, after) = ([Field("surname", .text(old))], [Field("surname", .text(new))])
        return Fixture.change(.userUpdate, "a@b.example", before: before, after: after)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let now: Change
        let approved: Change?
        let cause: DeltaCause
    }

    static let cases: [Case] = [
        Case(testDescription: "old side", now: update("X", "B"), approved: update("A", "B"), cause: .dropbox),
        Case(testDescription: "new side", now: update("A", "X"), approved: update("A", "B"), cause: .manifests),
        Case(testDescription: "both sides", now: update("X", "Y"), approved: update("A", "B"), cause: .both),
        Case(testDescription: "new", now: update("A", "B"), approved: nil, cause: .unknown),
        Case(
            testDescription: "more members lost",
            now: Fixture.deletion("H", id: "g:1", members: 4),
            approved: Fixture.deletion("H", id: "g:1", members: 3),
            cause: .dropbox
        ),
        Case(
            testDescription: "another object",
            now: Fixture.change(.userUnsuspend, "a", target: "1"),
            approved: Fixture.change(.userUnsuspend, "a", target: "2"),
            cause: .dropbox
        ),
        Case(
            testDescription: "options",
            now: Fixture.change(.userSuspend, "a", options: [Field("wipe_data", .flag(true))]),
            approved: Fixture.change(.userSuspend, "a"),
            cause: .manifests
        ),
        Case(
            testDescription: "another object with other options",
            now: Fixture.change(.userSuspend, "a", options: [Field("wipe_data", .flag(true))], target: "1"),
            approved: Fixture.change(.userSuspend, "a", target: "2"),
            cause: .both
        ),
        Case(
            testDescription: "members",
            now: Fixture.members("G", add: ["a"]),
            approved: Fixture.members("G"),
            cause: .unknown
        ),
    ]

    @Test("What moved is told from the sides that differ; with the same manifests it is Dropbox", arguments: cases)
    func causes(item: Case) throws {
        for digest in ["new", nil] {
            let now = Self.report([item.now], manifests: digest)
            let approved = Self.report(item.approved.map { [$0] } ?? [], manifests: "old")
            let delta = ApprovalDelta(now: now, approved: approved)
            let first = try #require(delta.uncovered.first)
            #expect(DeltaCause(first, hasSameManifests: delta.hasSameManifests) == item.cause)
            #expect(DeltaCause(first, hasSameManifests: true) == .dropbox)
        }
    }

    @Test(
        "The refusal shows what differs, what moved, what is settled, and the next step",
        arguments: ["same", "changed"]
    )
    func text(manifests: String) throws {
        let now = Self.report(
            [
                Fixture.creation("new@acme.example"), Self.update("A", "X"),
                Fixture.members("G", add: ["c@d.example"]), Fixture.deletion("H", id: "g:1", members: 4),
                Fixture.change(.userSuspend, "joe@acme.example", options: [Field("wipe_data", .flag(true))]),
                Fixture.change(.userUnsuspend, "ann@acme.example", target: "2"),
                Fixture.change(.userUnsuspend, "fine@acme.example"),
            ],
            manifests: "same"
        )
        let approved = Self.report(
            [
                Self.update("A", "B"), Fixture.members("G"), Fixture.deletion("H", id: "g:1", members: 3),
                Fixture.change(.userSuspend, "joe@acme.example"), Fixture.change(.userUnsuspend, "ann@acme.example"),
                Fixture.change(.userUnsuspend, "fine@acme.example"), Fixture.creation("done@acme.example"),
            ],
            manifests: manifests
        )
        let delta = ApprovalDelta(now: now, approved: approved)
        let text = TextLayout(width: 80, colour: false)
            .approvalRefusal(delta, planCommand: "roster plan -m teams -o json=plan.json")
        try expectGolden(text, "approval-refusal-\(manifests).txt")
    }

    @Test("Many settled changes are counted, not listed")
    func manySettled() {
        let settled = (0..<25).map { Fixture.creation("u\($0)@acme.example") }
        let delta = ApprovalDelta(now: Self.report([Self.update("A", "B")]), approved: Self.report(settled))
        let text = TextLayout(width: 80, colour: false).approvalRefusal(delta, planCommand: "x")
        #expect(text.contains("25 approved changes are done already, or no longer planned:"))
        #expect(text.contains("u19@acme.example\n  and 5 more\n"))
    }
}
