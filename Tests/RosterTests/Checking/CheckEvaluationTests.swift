import ArgumentParser
import DropboxAPI
import DropboxProvider
import Foundation
import Reporting
import Synchronization
import TeamPlanning
import Testing

@testable import roster

/// Every line that can fail or warn, on scripted answers of Dropbox.
@Suite("What a check says")
struct CheckEvaluationTests {
    struct Finding: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let answers: [String: ScriptedTeam.Answer]
        let name: CheckReport.Name
        let verdict: CheckReport.Verdict
        let message: String
        var pin: String?
        var secondsAhead: Int64?
    }

    private static let roleless = ScriptedTeam.members(["admin": nil, "ann": "pid_dbtmr:7"])

    static let findings = [
        Finding(
            testDescription: "nobody answers",
            answers: ["team/get_info": .lost],
            name: .connection,
            verdict: .fail,
            message: "team/get_info: no complete answer: the connection broke"
        ),
        Finding(
            testDescription: "something else answers",
            answers: ["team/get_info": .init(200, "<html>")],
            name: .connection,
            verdict: .fail,
            message: "the answer is not what the route documents"
        ),
        Finding(
            testDescription: "the token is not valid",
            answers: ["team/get_info": .unauthorized("invalid_access_token")],
            name: .token,
            verdict: .fail,
            message: "the access token is not valid"
        ),
        Finding(
            testDescription: "the admin who authorised it is suspended",
            answers: ["team/get_info": .unauthorized("user_suspended")],
            name: .token,
            verdict: .fail,
            message: "the admin who authorised the token is suspended"
        ),
        Finding(
            testDescription: "no team account",
            answers: ["team/get_info": .init(403, #"{"error":{".tag":"invalid_account_type"}}"#)],
            name: .team,
            verdict: .fail,
            message: "access was denied"
        ),
        Finding(
            testDescription: "no team is pinned",
            answers: [:],
            name: .teamPin,
            verdict: .warn,
            message: "no team is pinned"
        ),
        Finding(
            testDescription: "another team",
            answers: [:],
            name: .teamPin,
            verdict: .fail,
            message: "the Connection pins dbtid:2, but dbtid:1 answers",
            pin: "dbtid:2"
        ),
        Finding(
            testDescription: "the pinned team",
            answers: [:],
            name: .teamPin,
            verdict: .pass,
            message: "dbtid:1 is the pinned team",
            pin: "dbtid:1"
        ),
        Finding(
            testDescription: "the acting admin is not active any more",
            answers: [
                "team/token/get_authenticated_admin": .init(409, #"{"error":{".tag":"admin_not_active"}}"#)
            ],
            name: .actingAdmin,
            verdict: .fail,
            message: "admin_not_active"
        ),
        Finding(
            testDescription: "the acting admin has no role",
            answers: ["team/members/list_v2": .init(200, roleless)],
            name: .actingAdmin,
            verdict: .fail,
            message: "admin@x.org is a member without a role, not a team admin"
        ),
        Finding(
            testDescription: "the only team admin",
            answers: [:],
            name: .actingAdmin,
            verdict: .warn,
            message: "admin@x.org is the only team admin"
        ),
        Finding(
            testDescription: "one of two team admins",
            answers: [
                "team/members/list_v2": .init(
                    200,
                    ScriptedTeam.members(["admin": ScriptedTeam.teamAdmin, "ann": ScriptedTeam.teamAdmin])
                )
            ],
            name: .actingAdmin,
            verdict: .pass,
            message: "admin@x.org, one of 2 team admins"
        ),
        Finding(
            testDescription: "a list without the acting admin",
            answers: ["team/members/list_v2": .init(200, ScriptedTeam.members([:]))],
            name: .members,
            verdict: .fail,
            message: "0 read: 0 active, 0 invited, 0 suspended; the acting admin is missing from them"
        ),
        Finding(
            testDescription: "a scope that is missing",
            answers: ["team/groups/list": .unauthorized("missing_scope", #","required_scope":"groups.read""#)],
            name: .readScopes,
            verdict: .fail,
            message: "missing: groups.read, which plan needs"
        ),
        Finding(
            testDescription: "groups that cannot be read",
            answers: ["team/groups/list": .unauthorized("missing_scope", #","required_scope":"groups.read""#)],
            name: .groups,
            verdict: .fail,
            message: "the token lacks the scope groups.read"
        ),
        Finding(
            testDescription: "no seat is free",
            answers: ["team/get_info": .init(200, ScriptedTeam.info(seats: 2))],
            name: .licences,
            verdict: .warn,
            message: "2 of 2 used, 0 free"
        ),
        Finding(
            testDescription: "a clock that is right",
            answers: [:],
            name: .clock,
            verdict: .pass,
            message: "this machine is 60 seconds behind Dropbox",
            secondsAhead: -60
        ),
        Finding(
            testDescription: "a clock that is slow",
            answers: [:],
            name: .clock,
            verdict: .warn,
            message: "this machine is 61 seconds behind Dropbox",
            secondsAhead: -61
        ),
        Finding(
            testDescription: "a clock that is far ahead",
            answers: [:],
            name: .clock,
            verdict: .fail,
            message: "this machine is 301 seconds ahead of Dropbox",
            secondsAhead: 301
        ),
        Finding(
            testDescription: "nobody tells the time",
            answers: [:],
            name: .clock,
            verdict: .skip,
            message: "no answer told the time"
        ),
    ]

    private func checks(_ finding: Finding) async throws -> [CheckReport.Check] {
        try await TemporaryFolder.with { folder in
            let context = CommandContext.test(folder: folder, environment: ["DROPBOX_ACCESS_TOKEN": "the-token"])
            var connection = Connection()
            connection.teamID = finding.pin
            let sight = ConnectionSight(
                manifest: .found(connection, file: "c.json", errorsElsewhere: 0),
                isSimulated: false,
                address: .success(
                    try TeamAddress(connection, options: try EndpointOptions.parse([]), context: context)
                ),
                proxies: .success(.none),
                team: try await TeamProbe(client: ScriptedTeam(finding.answers).client).run(),
                clockDifference: finding.secondsAhead.map(ClockDifference.init)
            )
            return CheckEvaluation(sight: sight, isPlanOnly: false).checks
        }
    }

    @Test("one line tells it", arguments: findings)
    func line(finding: Finding) async throws {
        let checks = try await checks(finding)
        let check = try #require(checks.first { $0.check == finding.name })
        #expect(check.verdict == finding.verdict, "\(check.message)")
        #expect(check.message.contains(finding.message), "\(check.message)")
        #expect(checks.map(\.check) == CheckReport.Name.allCases)
    }

    @Test("what fails or warns has a next step, what passes or is skipped has none", arguments: findings)
    func nextSteps(finding: Finding) async throws {
        for check in try await checks(finding) {
            #expect((check.nextStep != nil) == [.fail, .warn].contains(check.verdict), "\(check)")
            #expect(!check.message.isEmpty && !check.message.contains("the-token"))
        }
    }

    @Test("every check but the proxy's and the credentials' can fail here or be skipped for its cause")
    func causes() async throws {
        let lost = try #require(Self.findings.first { $0.testDescription == "nobody answers" })
        let skipped = try await checks(lost).filter { $0.verdict == .skip }
        #expect(skipped.count == 11)
        #expect(skipped.allSatisfy { $0.message == "not checked, because of connection" })
    }

    @Test(
        "the proxy is named without its credentials",
        arguments: [
            ("http://u:the-password@proxy.example:3128", "", "proxy.example:3128 is used"),
            ("http://[2001:db8::1]:3128", "", "[2001:db8::1]:3128 is used"),
            (
                "http://proxy.example:3128", "api.dropboxapi.com",
                "one is set, but not used for https://api.dropboxapi.com/2"
            ),
            ("", "", "none is set"),
        ]
    )
    func proxy(url: String, exceptions: String, message: String) async throws {
        try await TemporaryFolder.with { folder in
            let environment = ["DROPBOX_ACCESS_TOKEN": "t", "HTTPS_PROXY": url, "NO_PROXY": exceptions]
            let context = CommandContext.test(folder: folder, environment: environment)
            let options = try EndpointOptions.parse([])
            let sight = ConnectionSight(
                manifest: .absent(reason: "", errors: 0),
                isSimulated: false,
                address: .success(try TeamAddress(Connection(), options: options, context: context)),
                proxies: .success(try ProxySettings(environment: environment))
            )
            let checks = CheckEvaluation(sight: sight, isPlanOnly: false).checks
            #expect(checks.first { $0.check == .proxy }?.message == message)
            #expect(checks.allSatisfy { !$0.message.contains("the-password") })
        }
    }
}
