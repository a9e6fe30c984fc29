import DropboxSimulator
import Foundation
import TeamPlanning
import Testing

@testable import roster

/// A clock that is wrong makes nobody's suspension older than it is.
@Suite("Planning time", .timeLimit(.minutes(10)))
struct PlanningTimeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let secondsAhead: Int64?
        let seconds: Int64
        var warning: String?
    }

    static let cases = [
        Case(testDescription: "no answer told the time", secondsAhead: nil, seconds: 1_000_000),
        Case(testDescription: "the same time", secondsAhead: 0, seconds: 1_000_000),
        Case(testDescription: "a little ahead", secondsAhead: 300, seconds: 999_700),
        Case(testDescription: "a little behind", secondsAhead: -300, seconds: 1_000_000),
        Case(
            testDescription: "ahead",
            secondsAhead: 301,
            seconds: 999_699,
            warning: "this machine is less than half an hour ahead of Dropbox"
        ),
        Case(
            testDescription: "behind",
            secondsAhead: -3700,
            seconds: 1_000_000,
            warning: "this machine is about an hour behind Dropbox"
        ),
        Case(
            testDescription: "days ahead",
            secondsAhead: 259_200,
            seconds: 740_800,
            warning: "this machine is about 3 days ahead of Dropbox"
        ),
    ]

    @Test("the earlier time counts, and a great difference is told", arguments: cases)
    func earlier(_ test: Case) {
        let time = PlanningTime(local: 1_000_000, test.secondsAhead.map(ClockDifference.init))
        #expect(time.seconds == test.seconds)
        #expect(time.findings.map(\.code) == (test.warning == nil ? [] : [.clockDifference]))
        #expect(time.findings.first?.message.hasPrefix(test.warning ?? "") != false, "\(time.findings)")
    }

    @Test("a plan from a snapshot goes by the snapshot's time, unless that is later", arguments: [(5, 5), (15, 10)])
    func snapshot(readAt: Int64, seconds: Int64) {
        #expect(PlanningTime(local: 10, snapshotReadAt: readAt).seconds == seconds)
    }

    /// Suspended eleven days ago; removed after thirty.
    private static func team() -> String {
        let suspended = Date(timeIntervalSinceNow: -11 * 86_400).formatted(.iso8601)
        return """
            {"team":{"team_id":"dbtid:1","name":"Acme","num_licensed_users":9},"acting_admin":"admin@acme.example",
             "members":[
              {"team_member_id":"dbmid:1","email":"admin@acme.example","given_name":"A","surname":"B","status":"active",
               "role":"team_admin","joined_on":"2026-01-01T00:00:00Z"},
              {"team_member_id":"dbmid:2","email":"gone@acme.example","given_name":"G","surname":"H","status":"suspended",
               "role":"member_only","external_id":"roster:default/2","joined_on":"2026-01-01T00:00:00Z",
               "suspended_on":"\(suspended)"}],
             "groups":[]}
            """
    }

    private static let policy = """
        {"apiVersion":"roster/v1","kind":"Policy","users":{"deprovision":true,"delete_after_days":30}}
        """

    /// Nobody, but of the rule `default`, to which whom the team has belongs.
    private static let users = #"{"apiVersion":"roster/v1","kind":"Users","users":[]}"#

    /// Runs commands with a clock that is so many days ahead of the server's.
    private func run(_ commands: [[String]], daysAhead: Double) async throws -> CommandRun? {
        let seed = try TeamSeed(json: Array(Self.team().utf8))
        return try await Simulator(seed: seed).withServer { server in
            try await TemporaryFolder.with { folder in
                try folder.write(Self.policy, to: "manifests/policy.json")
                try folder.write(Self.users, to: "manifests/users.json")
                var last: CommandRun?
                for command in commands {
                    let console = FakeConsole(answers: nil)
                    let environment = [
                        "ROSTER_SERVICE_URI": server.serviceURI,
                        "DROPBOX_ACCESS_TOKEN": SimulatorConfiguration.defaultAccessToken,
                    ]
                    var context = CommandContext.test(folder: folder, console: console, environment: environment)
                    context.now = { Date(timeIntervalSinceNow: daysAhead * 86_400) }
                    let status = await Roster.run(command, in: context)
                    last = CommandRun(status: status, output: console.output, error: console.error, answersLeft: 0)
                }
                return last
            }
        }
    }

    @Test(
        "a clock that is ahead removes nobody",
        arguments: [
            [["plan", "--format", "json"]], [["apply", "--auto-approve"]],
            [["snapshot", "-o", "s.json"], ["plan", "--live", "s.json", "--format", "json"]],
        ]
    )
    func ahead(commands: [[String]]) async throws {
        let run = try #require(try await run(commands, daysAhead: 60))
        #expect(run.status == .done, "\(run.error)")
        #expect(!run.output.contains("user.remove") && !run.output.contains("gone@acme.example"), "\(run.output)")
        #expect(run.output.contains("60 days ahead of Dropbox") == (commands.count == 1), "\(run.output)")
    }

    @Test("a clock that is right says nothing")
    func right() async throws {
        let run = try #require(try await run([["plan", "--format", "json"]], daysAhead: 0))
        #expect(!run.output.contains("clock-difference") && !run.output.contains("user.remove"))
    }
}
