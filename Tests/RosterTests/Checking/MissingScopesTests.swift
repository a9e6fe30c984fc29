import DropboxSimulator
import Testing

@testable import roster

/// An apply whose token cannot carry the plan out changes nothing at all.
@Suite("Scopes before the first write")
struct MissingScopesTests {
    /// Applies the small team's plan over HTTP with a refreshed token of these scopes.
    private func apply(without missing: Set<String>, given accessToken: String? = nil) async throws -> CommandRun {
        try await SmallTeam.withoutDeletion { folder in
            let seed = try TeamSeed(json: Array(folder.read(SmallTeam.stateFile).utf8))
            var configuration = SimulatorConfiguration()
            configuration.grantedScopes = SimulatorConfiguration.allScopes.subtracting(missing)
            let simulator = try Simulator(configuration: configuration, seed: seed)
            return try await simulator.withServer { server in
                var environment = [
                    "DROPBOX_CLIENT_ID": SimulatorConfiguration.defaultClientID,
                    "DROPBOX_REFRESH_TOKEN": SimulatorConfiguration.defaultRefreshToken,
                    "ROSTER_SERVICE_URI": server.serviceURI, "ROSTER_TOKEN_ENDPOINT": server.tokenEndpoint,
                ]
                environment["DROPBOX_ACCESS_TOKEN"] = accessToken
                return await roster(["apply", "--auto-approve"], in: folder, environment: environment)
            }
        }
    }

    @Test("missing scopes are named with the changes that need them, and nothing is applied")
    func refused() async throws {
        let run = try await apply(without: ["groups.write", "members.write"])
        #expect(run.status == .failed)
        #expect(run.error.contains("the token lacks groups.write, which group."))
        #expect(run.error.contains("and members.write, which user.create"))
        #expect(run.error.contains("fix: enable groups.write members.write under Permissions"))
        #expect(run.error.hasSuffix("nothing was applied\n"))
        #expect(!run.error.contains("journal"))
    }

    @Test("a scope that no change needs is not missed")
    func notNeeded() async throws {
        #expect(try await apply(without: ["members.delete"]).status == .done)
    }

    @Test("of a token given directly nothing is claimed: the change that is refused fails")
    func unknown() async throws {
        let run = try await apply(without: ["groups.write"], given: SimulatorConfiguration.defaultAccessToken)
        #expect(run.status == .incomplete)
        #expect(run.output.contains("groups.write"))
    }
}
