import TeamPlanning
import Testing

@testable import roster

/// Command lines that are wrong: always 64, nothing on stdout, the fault and the way out on stderr.
@Suite("Usage")
struct UsageTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        let error: String
        var testDescription: String { arguments.joined(separator: " ") }
    }

    static let faults: [Fault] = [
        Fault(arguments: ["nonsense"], error: "nonsense"),
        Fault(arguments: ["help", "nonsense"], error: "there is no command nonsense"),
        Fault(arguments: ["help", "--nonsense"], error: "--nonsense"),
        Fault(arguments: ["plan", "--nonsense"], error: "--nonsense"),
        Fault(arguments: ["plan", "extra"], error: "extra"),
        Fault(arguments: ["plan", "-o", "json=x", "-o", "html=x"], error: "-o names x twice"),
        Fault(
            arguments: ["plan", "--format", "yaml"],
            error: "unknown format: yaml; use text, json, markdown, html, github or gitlab"
        ),
        Fault(
            arguments: ["plan", "--format", "sarif"],
            error: "sarif is not a format of this command; use text, json"
        ),
        Fault(arguments: ["plan", "-o", "sarif=x"], error: "sarif is not a format of this command"),
        Fault(
            arguments: ["apply", "-o", "markdown=x"],
            error: "markdown is not a format of this command; use text or json"
        ),
        Fault(arguments: ["plan", "-o", "json"], error: "FORMAT=PATH"),
        Fault(arguments: ["plan", "-o", "json="], error: "FORMAT=PATH"),
        Fault(
            arguments: ["validate", "--format", "markdown"],
            error: "markdown is not a format of this command; use text, json, sarif, github or gitlab"
        ),
        Fault(arguments: ["plan", "--page-size", "0"], error: "use 1 to 1000"),
        Fault(arguments: ["plan", "--page-size", "1001"], error: "use 1 to 1000"),
        Fault(arguments: ["plan", "--simulate", "--service-uri", "https://x"], error: "--simulate excludes"),
        Fault(arguments: ["plan", "--simulate", "--token-endpoint", "https://x"], error: "--simulate excludes"),
        Fault(arguments: ["plan", "--override-limit", "users=3"], error: "group_deletions"),
        Fault(arguments: ["plan", "--override-limit", "user_removals"], error: "NAME=VALUE"),
        Fault(arguments: ["plan", "--override-limit", "user_removals=-1"], error: "a count such as 12"),
        Fault(arguments: ["plan", "--override-limit", "user_removals=%"], error: "a count such as 12"),
        Fault(arguments: ["plan", "--override-limit", "user_removals=101%"], error: "0% to 100%"),
        Fault(arguments: ["plan", "--override-limit", "user_removals=1000001"], error: "a count such as 12"),
        Fault(
            arguments: ["plan", "--override-limit", "user_removals=1", "--override-limit", "user_removals=2"],
            error: "twice"
        ),
        Fault(arguments: ["plan", "--only-introduced"], error: "--only-introduced needs --base"),
        Fault(arguments: ["plan", "--live", "s.json", "--simulate"], error: "--live reads no team"),
        Fault(arguments: ["plan", "--live", "s.json", "--page-size", "9"], error: "--live reads no team"),
        Fault(
            arguments: ["explain", "x", "--live", "s.json", "--service-uri", "https://x"],
            error: "--live reads no team"
        ),
        Fault(arguments: ["apply", "--live", "s.json"], error: "Unknown option '--live'"),
        Fault(arguments: ["apply", "--base", "base"], error: "Unknown option '--base'"),
        Fault(arguments: ["snapshot", "--simulate"], error: "--output"),
        Fault(arguments: ["apply", "--concurrency", "0"], error: "use 1 to 16"),
        Fault(arguments: ["apply", "--concurrency", "17"], error: "use 1 to 16"),
        Fault(arguments: ["apply", "--timeout", "0"], error: "from 1s to 168h"),
        Fault(arguments: ["apply", "--timeout=-5s"], error: "from 1s to 168h"),
        Fault(arguments: ["apply", "--timeout", "1.5h"], error: "from 1s to 168h"),
        Fault(arguments: ["apply", "--timeout", "m"], error: "from 1s to 168h"),
        Fault(arguments: ["apply", "--timeout", "10 m"], error: "from 1s to 168h"),
        Fault(arguments: ["apply", "--timeout", "٣m"], error: "from 1s to 168h"),
        Fault(arguments: ["apply", "--timeout", "169h"], error: "from 1s to 168h"),
        Fault(arguments: ["apply", "--timeout", "99999999999999999999s"], error: "from 1s to 168h"),
        Fault(arguments: ["apply", "--detailed-exitcode"], error: "--detailed-exitcode"),
        Fault(arguments: ["show"], error: "<file>"),
        Fault(arguments: ["simulator", "--port", "65536"], error: "65536"),
        Fault(arguments: ["simulator", "--latency", "-1"], error: "--latency"),
        Fault(arguments: ["simulator", "--fault", "404:0.1"], error: "429:P, 500:P, reset:P, lost-reply:P"),
        Fault(arguments: ["simulator", "--fault", "slow:0.1"], error: "such as slow:200ms"),
        Fault(arguments: ["simulator", "--fault", "429:0.1", "--fault", "429:0.2"], error: "429 twice"),
        Fault(arguments: ["simulator", "--fault-seed", "7"], error: "--fault-seed needs a --fault"),
        Fault(arguments: ["simulator", "--fault", "429:0.1", "--fault-seed", "x"], error: "--fault-seed"),
        Fault(arguments: ["plan", "--simulate", "--fault", "429"], error: "a share of the calls from 0 to 1"),
        Fault(arguments: ["plan", "--fault", "429:0.1"], error: "--fault needs --simulate"),
        Fault(arguments: ["apply", "--fault", "429:0.1"], error: "--fault needs --simulate"),
        Fault(arguments: ["explain", "x", "--fault", "429:0.1"], error: "--fault needs --simulate"),
        Fault(arguments: ["apply", "--simulate", "--fault-seed", "7"], error: "--fault-seed needs a --fault"),
    ]

    @Test("a wrong command line ends with 64", arguments: faults)
    func endsWithUsage(fault: Fault) async throws {
        try await TemporaryFolder.with { folder in
            let run = await roster(fault.arguments, in: folder)
            #expect(run.status == .usage)
            #expect(run.output == "")
            #expect(run.error.contains(fault.error), "\(run.error)")
        }
    }

    @Test("what the command line repeats is escaped")
    func escapesArguments() async throws {
        try await TemporaryFolder.with { folder in
            let run = await roster(["plan", "--\u{1B}[31mred"], in: folder)
            #expect(run.status == .usage)
            #expect(!run.error.contains("\u{1B}"))
            #expect(run.error.contains("\\u{1b}[31mred"))
        }
    }

    @Test("the exit codes are those of the contract")
    func exitCodes() {
        #expect(CommandStatus.allCases.map(\.rawValue) == [0, 1, 2, 3, 4, 5, 6, 64, 130])
    }

    @Test(
        "a limit is a count or a percentage",
        arguments: [
            ("group_deletions=0", LimitOverride(name: .groupDeletions, limit: .count(0))),
            ("user_removals=12", LimitOverride(name: .userRemovals, limit: .count(12))),
            ("user_suspensions=25%", LimitOverride(name: .userSuspensions, limit: .percent(25))),
            ("membership_removals=100%", LimitOverride(name: .membershipRemovals, limit: .percent(100))),
        ]
    )
    func parsesLimits(argument: String, override: LimitOverride) throws {
        #expect(try LimitOverride.parse(argument) == override)
        #expect(override.argument == argument)
    }

    @Test(
        "hints are quoted as a shell reads them",
        arguments: [
            ("plain-1.json", "plain-1.json"), ("", "''"), ("two words", "'two words'"), ("it's", "'it'\\''s'"),
            ("$(rm -rf /)", "'$(rm -rf /)'"), ("~/x", "'~/x'"), ("ä", "'ä'"),
        ]
    )
    func quotes(argument: String, quoted: String) {
        #expect(shellQuoted(argument) == quoted)
    }
}
