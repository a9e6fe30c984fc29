import DropboxSimulator
import Testing

@testable import roster

/// `roster logout` against a simulated Dropbox.
@Suite("roster logout")
struct LogoutTests {
    private static let refresh = ["DROPBOX_REFRESH_TOKEN": SimulatorConfiguration.defaultRefreshToken]
    private static let access = ["DROPBOX_ACCESS_TOKEN": SimulatorConfiguration.defaultAccessToken]

    @Test("it says what was revoked, and a second time that there is nothing to do", arguments: [refresh, access])
    func revokes(variables: [String: String]) async throws {
        let name = try #require(variables.keys.first)
        try await LoginBench.with { bench in
            let environment = bench.environment(variables)
            let run = await roster(["logout"], in: bench.folder, environment: environment)
            #expect(run.status == .done)
            #expect(run.output.hasPrefix("revoked: the grant of \(name) for the team \"Small\""), "\(run.output)")
            #expect(run.output.hasSuffix("authorised by admin@small.example\n"))
            let plan = await roster(["plan"], in: bench.folder, environment: environment)
            #expect(plan.status == .failed)
            let again = await roster(["logout"], in: bench.folder, environment: environment)
            #expect(again.status == .done)
            #expect(again.output == "nothing to revoke: the grant of \(name) is not valid any more\n")
        }
    }

    @Test("without scopes the grant is revoked all the same")
    func noScopes() async throws {
        var configuration = SimulatorConfiguration()
        configuration.grantedScopes = ["groups.read"]
        try await LoginBench.with(configuration) { bench in
            let run = await roster(["logout"], in: bench.folder, environment: bench.environment(Self.refresh))
            #expect(run.status == .done)
            #expect(run.output == "revoked: the grant of DROPBOX_REFRESH_TOKEN\n")
        }
    }

    @Test("both tokens: the one that goes before is revoked, and it says so")
    func bothTokens() async throws {
        try await LoginBench.with { bench in
            let both = Self.refresh.merging(Self.access) { $1 }
            let run = await roster(["logout"], in: bench.folder, environment: bench.environment(both))
            #expect(run.output.contains("DROPBOX_ACCESS_TOKEN") && run.error.contains("goes before it"))
            let plan = await roster(["plan"], in: bench.folder, environment: bench.environment(Self.refresh))
            #expect(plan.status == .done)
        }
    }

    @Test("without a token there is nothing to say to Dropbox")
    func noToken() async throws {
        try await LoginBench.with { bench in
            let run = await roster(["logout"], in: bench.folder, environment: bench.environment())
            #expect(run.status == .failed && run.error.contains("DROPBOX_REFRESH_TOKEN"))
            #expect(await bench.routes() == [])
        }
    }

    @Test("another app's key is not taken for a grant that has ended")
    func wrongApp() async throws {
        try await LoginBench.with { bench in
            let variables = bench.environment(Self.refresh.merging(["DROPBOX_CLIENT_ID": "wrong"]) { $1 })
            let run = await roster(["logout"], in: bench.folder, environment: variables)
            #expect(run.status == .failed && run.output == "")
            #expect(run.error.contains("DROPBOX_CLIENT_ID"))
        }
    }
}
