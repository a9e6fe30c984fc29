import DropboxSimulator
import Foundation
import Testing

@testable import roster

/// Planted secrets must turn up nowhere, whatever goes wrong: not in what people read, not in a file.
@Suite struct SecrecyTests {
    /// What is planted. The simulator's own access tokens begin with `sl.`.
    private enum Planted {
        static let clientSecret = "planted-client-secret-9f4c"
        static let refreshToken = "planted-refresh-token-71ab"
        static let accessToken = "planted-access-token-c0de"
        static let proxyPassword = "planted-proxy-password-55aa"
        static let all = [clientSecret, refreshToken, accessToken, proxyPassword, "sl.simulator"]
    }

    /// How the commands reach the team.
    enum Access: String, CaseIterable {
        case refreshToken, accessToken, wrongRefreshToken, wrongAccessToken, proxy
    }

    /// What goes wrong: each fault alone, each so often that nothing works, and all together.
    static let faults: [[String]] =
        [[]]
        + [
            "429:0.3", "500:0.2", "reset:0.2", "lost-reply:0.2", "truncate:0.2", "job-error:0.5", "partial-add:0.5",
            "stale-read:2s", "expire-token:5", "async:3", "429:1", "500:1", "reset:1", "lost-reply:1", "truncate:1",
        ].map { [$0] }
        + [["429:0.05", "500:0.05", "reset:0.05", "lost-reply:0.05", "truncate:0.05", "expire-token:20", "async:2"]]

    private static let commands = [
        ["validate"], ["check"], ["check", "--format", "json"], ["plan", "-o", "json=plan.json"],
        ["show", "plan.json"],
        ["snapshot", "-o", "s.json"], ["plan", "--live", "s.json"], ["explain", "ann@small.example"],
        ["apply", "--auto-approve", "-o", "json=result.json"], ["apply", "--approved", "plan.json"],
        ["status"], ["status", "--format", "json"], ["logout"],
    ]

    /// The same, parsed.
    private static let parsed = Result { try commands.map { ($0, try #require(try Roster.command($0))) } }

    /// Every access with every fault; by a dead proxy no faults are reached.
    static let cases = Access.allCases.flatMap { access in (access == .proxy ? [[]] : faults).map { (access, $0) } }

    @Test("no secret in any output or file", arguments: cases)
    func nothingLeaks(access: Access, faults: [String]) async throws {
        try await SmallTeam.withoutDeletion { folder in
            var configuration = SimulatorConfiguration()
            configuration.refreshTokens = [Planted.refreshToken]
            configuration.clientSecret = Planted.clientSecret
            configuration.accessToken = Planted.accessToken
            configuration.faults = try faults.map { try SimulatedFault($0) }
            let seed = try TeamSeed(json: Array(folder.read(SmallTeam.stateFile).utf8))
            let clock = VirtualClock()
            let simulator = try Simulator(
                configuration: configuration,
                seed: seed,
                now: { clock.date },
                sleep: { clock.advance($0) }
            )
            try await simulator.withServer { server in
                var told = ""
                for (arguments, command) in try Self.parsed.get() {
                    let run = await roster(
                        command,
                        in: folder,
                        environment: Self.environment(access, server),
                        clock: clock
                    )
                    told += "\(arguments): \(run.status)\n\(run.output)\(run.error)"
                }
                let calls = await server.store.calls()
                #expect(
                    calls.isEmpty == (access == .proxy),
                    "the commands have to reach the team, except by a dead proxy"
                )
                for secret in Planted.all {
                    #expect(!told.contains(secret), "\(secret) was printed")
                    let files = try folder.files(containing: secret)
                    #expect(files == [], "\(secret) was written")
                }
            }
        }
    }

    private static func environment(_ access: Access, _ server: RunningSimulator) -> [String: String] {
        var variables = ["ROSTER_SERVICE_URI": server.serviceURI, "ROSTER_TOKEN_ENDPOINT": server.tokenEndpoint]
        switch access {
        case .accessToken: variables["DROPBOX_ACCESS_TOKEN"] = Planted.accessToken
        case .wrongAccessToken: variables["DROPBOX_ACCESS_TOKEN"] = Planted.clientSecret
        case .refreshToken, .wrongRefreshToken:
            variables["DROPBOX_CLIENT_ID"] = SimulatorConfiguration.defaultClientID
            variables["DROPBOX_CLIENT_SECRET"] = Planted.clientSecret
            variables["DROPBOX_REFRESH_TOKEN"] =
                access == .refreshToken ? Planted.refreshToken : Planted.proxyPassword
        case .proxy:
            variables["DROPBOX_ACCESS_TOKEN"] = Planted.accessToken
            // Nobody listens on the discard port of loopback.
            variables["ROSTER_SERVICE_URI"] = "https://dropbox.example/2"
            variables["HTTPS_PROXY"] = "http://user:\(Planted.proxyPassword)@127.0.0.1:9"
        }
        return variables
    }
}
