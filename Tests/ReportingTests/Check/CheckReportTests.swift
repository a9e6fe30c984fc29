import Foundation
import TestSupport
import Testing

@testable import Reporting

@Suite("roster.check/v1")
struct CheckReportTests {
    struct Named: Sendable, CustomTestStringConvertible {
        let name: String
        let checks: [CheckReport.Check]
        var testDescription: String { name }

        var report: CheckReport {
            CheckReport(checks, rosterVersion: "0.1.0", createdAt: "2026-11-20T12:00:00Z")
        }
    }

    static let named = [
        Named(
            name: "passed",
            checks: [
                .pass(.manifest, "manifests/connection.json describes the connection"),
                .pass(.credentials, "the refresh token in DROPBOX_REFRESH_TOKEN, no app secret (PKCE)"),
                .pass(.proxy, "none is set"), .pass(.connection, "https://api.dropboxapi.com/2 answers"),
                .pass(.token, "granted for the refresh token, good for 240 minutes and then renewed"),
                .pass(.team, "Acme (dbtid:AAAA)"), .pass(.clock, "this machine is 0 seconds ahead of Dropbox"),
            ]
        ),
        Named(
            name: "failed",
            checks: [
                .pass(.connection, "https://api.dropboxapi.com/2 answers"),
                .pass(.team, "Acme (dbtid:AAAA)"),
                .fail(
                    .teamPin,
                    "the Connection pins dbtid:BBBB, but dbtid:AAAA answers",
                    "check which token is in use, or correct team_id"
                ),
                .warn(
                    .actingAdmin,
                    "admin@acme.example is the only team admin",
                    "make somebody else a team admin too, so that nobody is locked out when this account ends"
                ),
                .fail(
                    .writeScopes,
                    "missing: members.delete, which user.recover and user.remove need",
                    "enable members.delete under Permissions in the Dropbox App Console, authorise the app again and use the new token"
                ),
                .skip(.members, after: .connection),
            ]
        ),
        Named(
            name: "hostile",
            checks: [
                .pass(.team, "Acme\u{1B}[2J\r\npass  token  \u{202E}gniht"),
                .warn(.clock, "a\u{0}b", "run\n`rm -rf /`\u{200B}"),
            ]
        ),
    ]

    @Test("The text is as recorded", arguments: named)
    func text(named: Named) throws {
        try expectGolden(TextLayout(width: 100, colour: false).check(named.report), "check-\(named.name).txt")
    }

    @Test("The JSON is as recorded", arguments: named)
    func json(named: Named) throws {
        try expectGolden(String(decoding: try named.report.encoded(), as: UTF8.self), "check-\(named.name).json")
    }

    @Test("Reads what it writes", arguments: named)
    func roundTrip(named: Named) throws {
        #expect(try CheckReport(json: named.report.encoded()) == named.report)
    }

    @Test("Every line of a check begins with its verdict or is indented", arguments: named)
    func lines(named: Named) {
        let lines = TextLayout(width: 60, colour: false).check(named.report).split(separator: "\n").dropLast()
        for line in lines { #expect(line.contains(/^((pass|warn|fail|skip)  |  )/), "\(line)") }
        #expect(lines.count >= named.checks.count)
    }

    @Test(
        "Only a failure counts",
        arguments: [
            ([CheckReport.Verdict.pass], true), ([.warn, .skip], true), ([.pass, .fail], false), ([], true),
        ]
    )
    func passed(verdicts: [CheckReport.Verdict], passed: Bool) {
        let checks = verdicts.map { CheckReport.Check(check: .team, verdict: $0, message: "") }
        #expect(CheckReport(checks, rosterVersion: "", createdAt: "").passed == passed)
    }

    @Test("Verdicts have colours where colours are wanted")
    func colours() {
        let report = CheckReport([.fail(.team, "gone", "look")], rosterVersion: "", createdAt: "")
        #expect(TextLayout(width: 80, colour: true).check(report).hasPrefix("\u{1B}[1;31mfail\u{1B}[0m  team"))
    }
}
