import Foundation
import TestSupport
import Testing

@testable import Reconciliation
@testable import Reporting
@testable import TeamPlanning

@Suite("roster.status/v1")
struct StatusReportTests {
    private static func change(
        _ action: Action,
        _ resource: Resource,
        _ status: ChangeOutcome.Status?,
        error: String? = nil,
        requestID: String? = nil,
        calls: Int = 0
    ) -> RecordedChange {
        var change = RecordedChange(
            id: ChangeID("\(action.rawValue):\(resource.name)"),
            action: action,
            resource: resource
        )
        change.status = status
        change.error = error
        change.requestID = requestID
        change.finishedCalls = calls
        return change
    }

    static let changes: [RecordedChange] = [
        change(.userCreate, .user("janet@acme.example"), .applied, requestID: "abc"),
        change(.userCreate, .user("li.wei@acme.example"), .failed, error: "no seat is left", requestID: "def"),
        change(.userRemove, .user("gone@acme.example"), .unfinished, error: "the job is still running"),
        change(.groupCreate, .group("Accounting\u{1B}[2J"), .skipped, error: "the apply was stopped"),
        change(.groupMembers, .group("Sales"), nil, calls: 2),
        change(.groupUpdate, .group("Support"), nil),
    ]

    private static func apply(
        _ changes: [RecordedChange] = Self.changes,
        _ ending: RecordedApply.Ending? = nil,
        remaining: Int? = nil
    ) -> RecordedApply {
        var apply = RecordedApply(
            startedAt: "2026-11-20T10:00:00Z",
            lastEntryAt: "2026-11-20T10:01:00Z",
            fingerprint: String(repeating: "0", count: 64),
            teamID: "dbtid:AAAA",
            teamName: "Acme",
            actingAdmin: ActingAdmin(id: MemberID("dbmid:admin"), email: "admin@acme.example"),
            consent: "approved_plan",
            overrides: ["user_removals": "20%"],
            plannedChanges: 9
        )
        apply.changes = changes
        apply.ending = ending
        apply.remaining = remaining
        return apply
    }

    private static func report(_ apply: RecordedApply?, running: StatusReport.Running? = nil) -> StatusReport {
        StatusReport(apply, journal: ".roster/journal/20261120T100000Z.jsonl", running: running, rosterVersion: "1.0.0")
    }

    private static let done = [change(.userCreate, .user("janet@acme.example"), .applied)]

    /// A report and the golden files that show it.
    static let golden: [(name: String, report: StatusReport)] = {
        var torn = apply()
        torn.unreadableLines = [17]
        var converged = apply(done, .finished, remaining: 0)
        converged.plannedChanges = 1
        converged.overrides = [:]
        return [
            ("cut-off", report(torn)),
            ("converged", report(converged)),
            (
                "running",
                report(
                    apply(),
                    running: StatusReport.Running(pid: 47, host: "ci", user: "ann", startedAt: "2026-11-20T09:59:00Z")
                )
            ),
            ("none", StatusReport(nil, journal: nil, running: nil, rosterVersion: "1.0.0")),
        ]
    }()

    @Test("JSON and text are the recorded ones", arguments: golden.map(\.name))
    func isGolden(name: String) throws {
        let report = try #require(Self.golden.first { $0.name == name }?.report)
        let bytes = try report.encoded()
        try expectGolden(String(decoding: bytes, as: UTF8.self), "status-\(name).json")
        try expectGolden(TextLayout(width: 80, colour: false).status(report), "status-\(name).txt")
        #expect(try StatusReport(json: bytes) == report)
    }

    @Test("counts objects and changes; what is under way counts as unfinished")
    func counts() throws {
        let apply = try #require(Self.report(Self.apply()).apply)
        #expect(apply.summary.users == ResultReport.Counts(impacted: 3, succeeded: 1, failed: 1, unfinished: 1))
        #expect(apply.summary.groups == ResultReport.Counts(impacted: 3, succeeded: 0, failed: 1, unfinished: 2))
        #expect(apply.changes.notStarted == 3 && apply.changes.underWay == 2)
        #expect(apply.errors.map(\.outcome) == [.failed, .unfinished, .skipped])
        #expect(apply.underWay.map(\.finishedCalls) == [2, 0])
    }

    @Test(
        "without a recorded end the lock tells whether it still runs",
        arguments: [
            (nil as String??, StatusReport.Ending.cutOff), ("2026-11-20T09:59:59Z", .running),
            ("2026-11-20T10:00:00Z", .running), ("2026-11-20T10:05:00Z", .cutOff), (.some(nil), .running),
        ]
    )
    func ending(lockedSince: String??, ending: StatusReport.Ending) {
        let running = lockedSince.map { StatusReport.Running(pid: 1, host: "h", startedAt: $0) }
        #expect(Self.report(Self.apply(), running: running).apply?.ending == ending)
    }

    @Test(
        "the next step follows from the end",
        arguments: [
            (Self.apply(Self.done, .finished, remaining: 0), "nothing is left"),
            (Self.apply(Self.done, .finished), "run `roster plan` to see"),
            (Self.apply(Self.done, .finished, remaining: 2), "run `roster plan` to see"),
            (Self.apply([Self.changes[1]], .finished, remaining: 1), "correct what failed"),
            (Self.apply([Self.changes[2]], .finished, remaining: 1), "run `roster plan` later"),
            (Self.apply(Self.done, .interrupted), "run `roster apply` again"),
            (Self.apply(Self.done, .timedOut), "run `roster apply` again"), (Self.apply(), "run `roster apply` again"),
        ]
    )
    func nextStep(apply: RecordedApply, start: String) {
        #expect(Self.report(apply).nextStep.hasPrefix(start))
    }

    @Test("nothing from a journal acts on a terminal")
    func hostile() throws {
        var apply = Self.apply(
            Self.changes.map { change in
                Self.change(
                    change.action,
                    .group("\u{1B}[31m\n\u{202E}"),
                    change.status,
                    error: "\u{7}\n",
                    requestID: "\u{9B}"
                )
            }
        )
        apply.startedAt = "\u{1B}[A"
        apply.lastEntryAt = "\r"
        apply.teamID = "\u{8}"
        apply.teamName = "\u{200B}"
        apply.actingAdmin.email = "\n"
        apply.consent = "\u{1B}c"
        apply.overrides = ["\u{1B}": "\n"]
        let running = StatusReport.Running(pid: 1, host: "\u{1B}[2J", user: "\n", startedAt: "\u{7F}")
        let report = StatusReport(apply, journal: "a\u{1B}b", running: running, rosterVersion: "1")
        let json = String(decoding: try report.encoded(), as: UTF8.self)
        for text in [TextLayout(width: 100, colour: false).status(report), json] {
            #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || (0x20..<0x7F).contains($0.value) }, "\(text)")
        }
    }
}
