import Foundation
import Reconciliation
import TestSupport
import Testing

@testable import Reporting
@testable import TeamPlanning

@Suite("roster.result/v1")
struct ResultReportTests {
    static let outcomes: [ChangeOutcome] = [
        ChangeOutcome(change: Fixture.creation("janet@acme.example"), status: .applied, requestID: "abc"),
        ChangeOutcome(
            change: Fixture.creation("li.wei@acme.example"),
            status: .failed,
            error: "Dropbox refused the email li.wei@acme.example: it belongs to another team",
            requestID: "def"
        ),
        ChangeOutcome(
            change: Fixture.change(.userSetRole, "li.wei@acme.example"),
            status: .skipped,
            error: "user.create:li.wei@acme.example failed"
        ),
        ChangeOutcome(change: Fixture.change(.groupCreate, "Accounting"), status: .applied),
        ChangeOutcome(
            change: Fixture.members("Accounting", add: ["li.wei@acme.example"]),
            status: .failed,
            error: "left out: li.wei@acme.example\u{1B}[2J"
        ),
        ChangeOutcome(change: Fixture.members("Support"), status: .skipped, error: "the apply was stopped"),
        ChangeOutcome(change: Fixture.members("Sales", add: ["janet@acme.example"]), status: .applied),
    ]

    static func report(_ outcomes: [ChangeOutcome], interrupted: Bool = false, remaining: Reread) -> ResultReport {
        ResultReport(
            ApplyResult(outcomes: outcomes, stopCause: interrupted ? .interruption : nil, remaining: remaining.plan),
            of: Fixture.plan(outcomes.map(\.change)),
            rosterVersion: "1.0.0",
            startedAt: "2026-11-20T10:00:00Z",
            finishedAt: "2026-11-20T10:01:00Z"
        )
    }

    /// What the read after the apply gave.
    enum Reread: String, Sendable {
        case oneChange, noChange, unread

        var plan: Plan? {
            switch self {
            case .oneChange: Fixture.plan([Fixture.creation("li.wei@acme.example")])
            case .noChange: Fixture.plan()
            case .unread: nil
            }
        }
    }

    @Test("Counts objects, not changes; an object with any failed or skipped change has failed")
    func summary() {
        let summary = Self.report(Self.outcomes, remaining: .unread).summary
        #expect(summary.users == ResultReport.Counts(impacted: 2, succeeded: 1, failed: 1, unfinished: 0))
        #expect(summary.groups == ResultReport.Counts(impacted: 3, succeeded: 1, failed: 2, unfinished: 0))
    }

    @Test(
        "An object that Dropbox is still working on has neither succeeded nor failed, unless another change of it has"
    )
    func unfinished() {
        let running = "the job is still running"
        let report = Self.report(
            [
                ChangeOutcome(change: Fixture.creation("a@acme.example"), status: .unfinished, error: running),
                ChangeOutcome(change: Fixture.creation("b@acme.example"), status: .unfinished, error: running),
                ChangeOutcome(change: Fixture.change(.userSetRole, "b@acme.example"), status: .skipped, error: "no"),
                ChangeOutcome(change: Fixture.creation("c@acme.example"), status: .applied),
            ],
            remaining: .unread
        )
        let counts = ResultReport.Counts(impacted: 3, succeeded: 1, failed: 1, unfinished: 1)
        #expect(report.summary.users == counts)
        let text = TextLayout(width: 80, colour: false).result(report)
        #expect(text.contains("not finished: user.create a@acme.example\n    the job is still running\n"))
        #expect(text.contains("Users   3 impacted, 1 succeeded, 1 failed, 1 not finished\n"))
    }

    @Test("Has exactly the fields of the contract")
    func keys() throws {
        let report = Self.report(Self.outcomes, remaining: .oneChange)
        let value = try JSONSerialization.jsonObject(with: Data(try report.encoded()))
        #expect(
            JSONPaths.of(value) == [
                "format", "roster_version", "started_at", "finished_at", "fingerprint", "team", "team.team_id",
                "team.name",
                "acting_admin", "acting_admin.team_member_id", "acting_admin.email", "changes", "changes[].id",
                "changes[].action", "changes[].resource", "changes[].outcome", "changes[].error",
                "changes[].request_id",
                "summary", "summary.users", "summary.users.impacted", "summary.users.succeeded", "summary.users.failed",
                "summary.users.unfinished", "summary.groups.unfinished", "summary.groups", "summary.groups.impacted",
                "summary.groups.succeeded", "summary.groups.failed",
                "interrupted", "timed_out", "remaining_changes", "converged",
            ]
        )
    }

    @Test("Reads what it writes, with null for a team that could not be read again")
    func roundTrip() throws {
        let report = Self.report(Self.outcomes, interrupted: true, remaining: .unread)
        let bytes = try report.encoded()
        #expect(String(decoding: bytes, as: UTF8.self).contains("\"remaining_changes\" : null"))
        #expect(try ResultReport(json: bytes) == report)
    }

    @Test("The JSON is the recorded one", arguments: [("failures", Reread.oneChange), ("unread", .unread)])
    func golden(name: String, remaining: Reread) throws {
        let bytes = try Self.report(Self.outcomes, remaining: remaining).encoded()
        try expectGolden(String(decoding: bytes, as: UTF8.self), "result-\(name).json")
    }

    @Test("A plan is not a result")
    func wrongReport() throws {
        let plan = try NamedPlan.creates.report.encoded()
        let error = #expect(throws: ReportError.self) { try ResultReport(json: plan) }
        #expect(error?.code == .wrongFormat(found: PlanReport.format))
    }

    @Test(
        "Convergence needs a second read without changes",
        arguments: [(Reread.oneChange, 1 as Int?, false), (.noChange, 0, true), (.unread, nil, false)]
    )
    func convergence(remaining: Reread, count: Int?, converged: Bool) {
        let report = Self.report([], remaining: remaining)
        #expect(report.remainingChanges == count)
        #expect(report.converged == converged)
    }

    @Test("The text names what failed and what remains")
    func failedText() throws {
        let plan = try #require(Reread.oneChange.plan)
        let remaining = PlanReport(plan, rosterVersion: "1", createdAt: "")
        let text = TextLayout(width: 80, colour: false)
            .result(Self.report(Self.outcomes, interrupted: true, remaining: .oneChange), remaining: remaining)
        try expectGolden(text, "result-failures.txt")
    }

    @Test(
        "The last line says whether the team matches",
        arguments: [
            (Reread.noChange, false, "Converged. The team matches the manifests."),
            (.noChange, true, "No change is left to make; the failures and findings above say what may still differ."),
            (.oneChange, true, "1 change remains: correct what failed and run apply again."),
            (
                .oneChange, false,
                "1 change remains: the team differs from the manifests again, or does not show everything yet: run plan."
            ),
            (.unread, false, "The team could not be read again: `roster plan` shows what remains."),
        ]
    )
    func closing(remaining: Reread, hasFailures: Bool, line: String) {
        let outcomes = hasFailures ? Self.outcomes : []
        let text = TextLayout(width: 200, colour: false).result(Self.report(outcomes, remaining: remaining))
        #expect(text.split(separator: "\n").last.map(String.init) == line)
    }
}
