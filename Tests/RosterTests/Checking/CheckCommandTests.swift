import DropboxSimulator
import Foundation
import Reporting
import Testing

@testable import roster

/// `roster check` against a simulated Dropbox over HTTP, with the refresh grant.
@Suite("roster check")
struct CheckCommandTests {
    private static let refreshToken = SimulatorConfiguration.defaultRefreshToken
    private static let readScopes: Set<String> = ["team_info.read", "members.read", "groups.read"]

    /// What a check finds, with the simulator's clock as the machine's.
    private func check(
        _ arguments: [String] = [],
        scopes: Set<String> = SimulatorConfiguration.allScopes,
        refreshToken: String = refreshToken,
        files: [String: String] = [:],
        prepare: @Sendable (TemporaryFolder) throws -> Void = { _ in }
    ) async throws -> (status: CommandStatus, report: CheckReport, all: String) {
        var configuration = SimulatorConfiguration()
        configuration.grantedScopes = scopes
        return try await Simulator(configuration: configuration, seed: .sample()).withServer { server in
            try await TemporaryFolder.with { folder in
                for (name, text) in files { try folder.write(text, to: name) }
                try prepare(folder)
                let console = FakeConsole(answers: nil)
                var context = CommandContext.test(
                    folder: folder,
                    console: console,
                    environment: [
                        "DROPBOX_CLIENT_ID": SimulatorConfiguration.defaultClientID,
                        "DROPBOX_REFRESH_TOKEN": refreshToken, "ROSTER_SERVICE_URI": server.serviceURI,
                        "ROSTER_TOKEN_ENDPOINT": server.tokenEndpoint,
                    ]
                )
                context.now = { Date() }
                let status = await Roster.run(["check", "--format", "json"] + arguments, in: context)
                let report = try CheckReport(json: Array(console.output.utf8))
                return (status, report, console.output + console.error)
            }
        }
    }

    private func verdicts(_ report: CheckReport, _ verdict: CheckReport.Verdict) -> [CheckReport.Name] {
        report.checks.filter { $0.verdict == verdict }.map(\.check)
    }

    @Test("a good connection passes, and the missing pin is a warning")
    func good() async throws {
        let (status, report, all) = try await check()
        #expect(status == .done)
        #expect(report.checks.map(\.check) == CheckReport.Name.allCases)
        #expect(verdicts(report, .fail) == [] && verdicts(report, .skip) == [])
        #expect(verdicts(report, .warn) == [.teamPin])
        #expect(!all.contains(Self.refreshToken) && !all.contains("sl.simulator"))
    }

    @Test("a secret that comes through a pipe is read once")
    func pipedSecret() async throws {
        let connection = """
            {"apiVersion":"roster/v1","kind":"Connection","authentication":{"method":"oauth","grant_type":"refresh_token",
             "client_id":"\(SimulatorConfiguration.defaultClientID)","refresh_token":{"file":"pipe"}}}
            """
        let (status, report, all) = try await check(refreshToken: "", files: ["manifests/c.json": connection]) {
            folder in
            let path = folder.url("pipe").path
            try #require(mkfifo(path, 0o600) == 0)
            Thread.detachNewThread {
                let descriptor = open(path, O_WRONLY)
                _ = write(descriptor, Self.refreshToken, Self.refreshToken.utf8.count)
                close(descriptor)
            }
        }
        #expect(status == .done, "\(all)")
        #expect(verdicts(report, .fail) == [])
    }

    @Test("protected names that nobody has are a warning")
    func idleProtection() async throws {
        let policy =
            #"{"apiVersion":"roster/v1","kind":"Policy","protect":{"users":["nobody-at-all@x.example"],"groups":["*"]}}"#
        let (status, report, _) = try await check(files: ["manifests/policy.json": policy])
        let found = try #require(report.checks.first { $0.check == .protect })
        #expect(status == .done && found.verdict == .warn)
        #expect(found.message == "protect names nobody: \"nobody-at-all@x.example\" under users")
        #expect(found.nextStep == "correct the names in the Policy")
    }

    @Test("a connection for plan alone needs no scope for writing", arguments: [true, false])
    func limitedScopes(isPlanOnly: Bool) async throws {
        let (status, report, _) = try await check(isPlanOnly ? ["--plan-only"] : [], scopes: Self.readScopes)
        #expect(status == (isPlanOnly ? .done : .failed))
        #expect(verdicts(report, .fail) == (isPlanOnly ? [] : [.writeScopes]))
        let line = try #require(report.checks.first { $0.check == .writeScopes })
        for scope in ["groups.write", "members.delete", "members.write"] { #expect(line.message.contains(scope)) }
    }

    @Test("each scope for reading that is missing is named", arguments: readScopes.sorted())
    func missingReadScope(scope: String) async throws {
        let (status, report, _) = try await check(scopes: SimulatorConfiguration.allScopes.subtracting([scope]))
        #expect(status == .failed)
        let line = try #require(report.checks.first { $0.check == .readScopes })
        #expect(line.verdict == .fail)
        #expect(line.message == "missing: \(scope), which plan needs")
        #expect(verdicts(report, .pass).contains(.token))
    }

    @Test("a refresh token that is not accepted", arguments: [[], ["--plan-only"]])
    func wrongRefreshToken(arguments: [String]) async throws {
        let (status, report, all) = try await check(arguments, refreshToken: "the-wrong-token")
        #expect(status == .failed)
        #expect(verdicts(report, .fail) == [.token])
        #expect(verdicts(report, .pass).contains(.connection))
        #expect(report.checks.first { $0.check == .members }?.message == "not checked, because of token")
        #expect(!all.contains("the-wrong-token"))
    }

    private static func connection(_ fields: String) -> [String: String] {
        ["manifests/c.json": #"{"apiVersion":"roster/v1","kind":"Connection",\#(fields)}"#]
    }

    @Test("another team than the pinned one answers")
    func wrongTeam() async throws {
        let (status, report, _) = try await check(files: Self.connection(#""team_id":"dbtid:another""#))
        #expect(status == .failed)
        #expect(verdicts(report, .fail) == [.teamPin])
    }

    @Test("a fault in another manifest does not hide the connection")
    func brokenElsewhere() async throws {
        var files = Self.connection(#""team_id":"dbtid:AAAAacme""#)
        files["manifests/users.json"] = "{"
        let (status, report, _) = try await check(files: files)
        #expect(status == .done)
        #expect(verdicts(report, .warn) == [.manifest])
        #expect(report.checks.first?.message.contains("manifests/c.json") == true)
        #expect(verdicts(report, .fail) == [])
    }

    @Test("a Connection with a fault is not guessed at")
    func brokenConnection() async throws {
        let (status, report, _) = try await check(files: Self.connection(#""team_id":7"#))
        #expect(status == .failed)
        #expect(verdicts(report, .fail) == [.manifest])
        #expect(verdicts(report, .skip).contains(.connection))
        #expect(verdicts(report, .skip).contains(.members))
    }

    @Test("the simulated team needs nothing, and the text says so")
    func simulated() async throws {
        try await TemporaryFolder.with { folder in
            let run = await roster(["check", "--simulate"], in: folder)
            #expect(run.status == .done, "\(run.error)")
            #expect(run.output.contains("pass  connection    the simulated team answers"))
            #expect(run.output.hasSuffix("No check failed.\n"))
        }
    }

    @Test(
        "what is missing or wrong before anything is sent",
        arguments: [
            ([:], CheckReport.Name.credentials, "DROPBOX_CLIENT_ID"),
            (
                ["DROPBOX_ACCESS_TOKEN": "t", "ROSTER_SERVICE_URI": "http://far.example/2"], .connection,
                "ROSTER_SERVICE_URI"
            ),
            (["DROPBOX_ACCESS_TOKEN": "t", "HTTPS_PROXY": "ftp://u:the-password@p.example"], .proxy, "HTTPS_PROXY"),
            (["DROPBOX_ACCESS_TOKEN": "t", "SSL_CERT_FILE": "/nonexistent.pem"], .connection, "SSL_CERT_FILE"),
            // Nobody listens at port 1 of an address of its own.
            (["DROPBOX_ACCESS_TOKEN": "t", "ROSTER_SERVICE_URI": "http://127.0.0.9:1/2"], .connection, "refused"),
        ] as [([String: String], CheckReport.Name, String)]
    )
    func setup(environment: [String: String], name: CheckReport.Name, text: String) async throws {
        try await TemporaryFolder.with { folder in
            let run = await roster(["check", "--format", "json"], in: folder, environment: environment)
            #expect(run.status == .failed)
            let report = try CheckReport(json: Array(run.output.utf8))
            #expect(verdicts(report, .fail) == [name])
            let line = report.checks.first { $0.check == name }
            #expect(line?.message.contains(text) == true, "\(String(describing: line))")
            #expect(line?.nextStep?.isEmpty == false)
            #expect(verdicts(report, .skip).contains(.team))
            #expect(!(run.output + run.error).contains("the-password"))
        }
    }
}
