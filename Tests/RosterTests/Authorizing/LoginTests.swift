import ArgumentParser
import DropboxAPI
import DropboxSimulator
import Foundation
import Testing

@testable import roster

/// Logins that succeed, and what their tokens are good for.
@Suite("roster login", .timeLimit(.minutes(2)))
struct LoginTests {
    private static let token = "simulator-refresh-000001"

    @Test("a pasted code: the token is stdout's only line, and all else is on stderr")
    func pasted() async throws {
        try await LoginBench.with { bench in
            let console = LoginBench.allowing()
            #expect(await bench.login(at: console) == .done)
            #expect(console.output == Self.token + "\n")
            #expect(!console.error.contains(Self.token))
            #expect(console.secretsAsked == 1)
            for fact in ["team:   \"Small\"", "admin:  admin@small.example", "scopes: groups.read groups.write"] {
                #expect(console.error.contains(fact), "\(console.error)")
            }
            let variables = bench.environment(["DROPBOX_REFRESH_TOKEN": Self.token])
            let plan = await roster(["plan"], in: bench.folder, environment: variables)
            #expect(plan.status == .done, "\(plan.error)")
        }
    }

    @Test("white space around a pasted code does not matter")
    func pastedWithSpace() async throws {
        try await LoginBench.with { bench in
            let console = BrowsingConsole { address in
                (try? await Browser.press("allow", on: address)).flatMap { $0 }.map { " \t\($0)\r " }
            }
            #expect(await bench.login(at: console) == .done)
        }
    }

    @Test("a token file is for its owner alone, and a Connection can name it")
    func tokenFile() async throws {
        try await LoginBench.with { bench in
            let console = LoginBench.allowing(isOutputTerminal: false)
            #expect(await bench.login(["--token-file", "new/plan.token"], at: console) == .done)
            #expect(console.output == "" && !console.error.contains(Self.token))
            #expect(try bench.folder.read("new/plan.token") == Self.token + "\n")
            let path = bench.folder.url("new/plan.token").path
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            try bench.folder.write(
                """
                {"apiVersion":"roster/v1","kind":"Connection","authentication":{"method":"oauth","grant_type":"refresh_token",\
                "client_id":{"env":"DROPBOX_CLIENT_ID"},"refresh_token":{"file":"new/plan.token"}}}
                """,
                to: "manifests/connection.json"
            )
            let check = await roster(["plan"], in: bench.folder, environment: bench.environment())
            #expect(check.status == .done, "\(check.error)")
            let logout = await roster(["logout"], in: bench.folder, environment: bench.environment())
            #expect(logout.output.contains("revoked: the grant of new/plan.token"))
        }
    }

    @Test("the browser brings the code, whatever else comes to the port", arguments: [true, false])
    func redirected(isHostile: Bool) async throws {
        try await LoginBench.with { bench in
            let console = BrowsingConsole()
            let status = try await bench.loginByRedirect(at: console) { address in
                let encoded = try #require(address.firstMatch(of: /redirect_uri=([^&]+)/)?.output.1)
                let uri = try #require(String(encoded).removingPercentEncoding)
                if isHostile {
                    try await Browser.get("\(uri)?state=guessed&code=planted")
                    try await Browser.get("\(uri)?error=access_denied")
                }
                _ = try await Browser.press("allow", on: address)
            }
            #expect(status == .done)
            #expect(console.output == Self.token + "\n" && console.secretsAsked == 0)
        }
    }

    @Test(
        "the browser is waited for where it is asked for, and where nobody can type",
        arguments: [
            ([], true, .pasted), (["--port", "7"], true, .redirect(port: 7)), ([], false, .redirect(port: 8485)),
        ] as [([String], Bool, AuthorizationFlow.Way)]
    )
    func way(arguments: [String], isTerminal: Bool, way: AuthorizationFlow.Way) throws {
        let command = try LoginCommand.parse(arguments)
        #expect(command.way(at: BrowsingConsole(isInputTerminal: isTerminal)) == way)
    }

    @Test("a read-only token plans, and its applies are refused before anything is changed")
    func readOnly() async throws {
        try await LoginBench.with { bench in
            let console = LoginBench.allowing()
            #expect(await bench.login(["--read-only"], at: console) == .done)
            #expect(console.error.contains("scopes: groups.read members.read team_info.read\n"))
            let variables = bench.environment(["DROPBOX_REFRESH_TOKEN": Self.token])
            #expect(await roster(["plan"], in: bench.folder, environment: variables).status == .done)
            let before = await bench.server.store.seed()
            let apply = await roster(["apply", "--auto-approve"], in: bench.folder, environment: variables)
            #expect(apply.status == .failed && apply.error.contains("the token lacks groups.write"))
            #expect(await bench.server.store.seed() == before)
        }
    }

    @Test("--client-id goes before the Connection's, whose secret is not needed")
    func clientID() async throws {
        var configuration = SimulatorConfiguration()
        configuration.clientSecret = "not-sent"
        configuration.clientID = "another"
        try await LoginBench.with(configuration) { bench in
            let console = LoginBench.allowing()
            #expect(await bench.login(["--client-id", "another"], at: console) == .done)
        }
    }

    @Test("a proof key is new every time, and its challenge is that of RFC 7636 appendix B")
    func proofKey() {
        let known = ProofKey(verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
        #expect(known.challenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
        let keys = (0..<100).map { _ in ProofKey() }
        #expect(Set(keys.map { $0.verifier.reveal() }).count == 100)
        #expect(keys.allSatisfy { $0.verifier.reveal().wholeMatch(of: /[A-Za-z0-9_-]{43}/) != nil })
    }
}
