import Foundation
import Reconciliation
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
        ChangeOutcome(change: Fixture.members("Sales", add: ["janet@acme.example"]), status: .applied),
    ]

    static func report(_ outcomes: [ChangeOutcome], interrupted: Bool = false, remaining: Plan?) -> ResultReport {
        ResultReport(
            ApplyResult(outcomes: outcomes, wasInterrupted: interrupted, remaining: remaining),
            of: Fixture.plan(outcomes.map(\.change)),
            rosterVersion: "1.0.0",
            startedAt: "2026-11-20T10:00:00Z",
            finishedAt: "2026-11-20T10:01:00Z"
        )
    }

    static let remaining = Fixture.plan([Fixture.creation("li.wei@acme.example")])

    @Test("Counts objects, not changes; an object with any failed or skipped change has failed")
    func summary() {
        let summary = Self.report(Self.outcomes, remaining: nil).summary
        #expect(summary.users == ResultReport.Counts(impacted: 2, succeeded: 1, failed: 1))
        #expect(summary.groups == ResultReport.Counts(impacted: 2, succeeded: 1, failed: 1))
    }

    @Test("Has exactly the fields of the contract")
    func keys() throws {
        let report = Self.report(Self.outcomes, remaining: Self.remaining)
        let value = try JSONSerialization.jsonObject(with: Data(try report.encoded()))
        #expect(
            JSONPaths.of(value) == [
                "format", "roster_version", "started_at", "finished_at", "fingerprint", "team", "team.team_id",
                "team.name",
                "acting_admin", "acting_admin.team_member_id", "acting_admin.email", "changes", "changes[].id",
                "changes[].action", "changes[].resource", "changes[].outcome", "changes[].error",
                "changes[].request_id",
                "summary", "summary.users", "summary.users.impacted", "summary.users.succeeded", "summary.users.failed",
                "summary.groups", "summary.groups.impacted", "summary.groups.succeeded", "summary.groups.failed",
                "interrupted", "remaining_changes", "converged",
            ]
        )
    }

    @Test("Reads what it writes, with null for a team that could not be read again")
    func roundTrip() throws {
        let report = Self.report(Self.outcomes, interrupted: true, remaining: nil)
        let bytes = try report.encoded()
        #expect(String(decoding: bytes, as: UTF8.self).contains("\"remaining_changes\" : null"))
        #expect(try ResultReport(json: bytes) == report)
    }

    @Test("A plan is not a result")
    func wrongReport() throws {
        let plan = try NamedPlan.creates.report.encoded()
        let error = #expect(throws: ReportError.self) { try ResultReport(json: plan) }
        #expect(error?.code == .wrongFormat(found: PlanReport.format))
    }

    @Test(
        "Convergence needs a second read without changes",
        arguments: [(remaining as Plan?, 1 as Int?, false), (Fixture.plan(), 0, true), (nil, nil, false)]
    )
    func convergence(remaining: Plan?, count: Int?, converged: Bool) {
        let report = Self.report([], remaining: remaining)
        #expect(report.remainingChanges == count)
        #expect(report.converged == converged)
    }

    @Test("The text names what failed and what remains")
    func failedText() throws {
        let remaining = PlanReport(Self.remaining, rosterVersion: "1", createdAt: "")
        let text = TextLayout(width: 80, colour: false)
            .result(Self.report(Self.outcomes, interrupted: true, remaining: Self.remaining), remaining: remaining)
        try expectGolden(text, "result-failures")
    }

    @Test(
        "The last line says whether the team matches",
        arguments: [
            (Fixture.plan() as Plan?, "Converged. The team matches the manifests."),
            (remaining, "1 change remains: correct what failed and run apply again."),
            (nil, "The team could not be read again: `roster plan` shows what remains."),
        ]
    )
    func closing(remaining: Plan?, line: String) {
        let text = TextLayout(width: 80, colour: false).result(Self.report([], remaining: remaining))
        #expect(text.split(separator: "\n").last.map(String.init) == line)
    }
}
