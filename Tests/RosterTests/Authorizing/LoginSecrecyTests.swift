import DropboxSimulator
import Foundation
import Testing

@testable import roster

/// Code, verifier and tokens of a login turn up nowhere, whatever goes wrong; the refresh token only where it is asked for.
@Suite("Login secrecy")
struct LoginSecrecyTests {
    private static let refreshToken = "simulator-refresh-0"
    private static let faults: [[String]] =
        [[]]
        + ["429:0.5", "500:0.5", "reset:0.5", "lost-reply:0.5", "truncate:0.5", "expire-token:1", "truncate:1"].map {
            [$0]
        }

    enum Case: String, CaseIterable {
        case pasted, tokenFile, wrongCode, oldCode, denied, personal, pinned
    }

    @Test("no secret in any output or file", arguments: Case.allCases, faults)
    func nothingLeaks(login: Case, faults: [String]) async throws {
        var configuration = SimulatorConfiguration()
        configuration.faults = try faults.map { try SimulatedFault($0) }
        configuration.clientSecret = "planted-client-secret"
        if login == .personal { configuration.authorizer = .personalAccount }
        try await LoginBench.with(configuration) { bench in
            if login == .pinned {
                try bench.folder.write(
                    #"{"apiVersion":"roster/v1","kind":"Connection","team_id":"dbtid:pinned"}"#,
                    to: "manifests/connection.json"
                )
            }
            let console = console(login, bench.clock)
            let arguments = login == .tokenFile ? ["--token-file", "token"] : []
            let secret = ["DROPBOX_CLIENT_SECRET": "planted-client-secret"]
            _ = await bench.login(arguments, at: console, environment: secret)
            let mayShow = login == .pasted || login == .tokenFile
            for planted in ["simulator-code", "sl.simulator", "planted-client-secret"] {
                #expect(!(console.output + console.error).contains(planted), "\(planted) was printed")
                #expect(try bench.folder.files(containing: planted) == [], "\(planted) was written")
            }
            #expect(!console.error.contains(Self.refreshToken))
            let files = try bench.folder.files(containing: Self.refreshToken)
            #expect(files == [] || (files == ["token"] && login == .tokenFile))
            #expect(console.output.matches(of: /simulator-refresh-/).count <= (mayShow && arguments.isEmpty ? 1 : 0))
            if faults.isEmpty { #expect((console.output != "" || files != []) == mayShow) }
            try expectNoVerifier(console)
        }
    }

    private func console(_ login: Case, _ clock: VirtualClock) -> BrowsingConsole {
        BrowsingConsole { address in
            switch login {
            case .denied:
                _ = try? await Browser.press("deny", on: address)
                return nil
            case .wrongCode: return "simulator-code-made-up"
            case .oldCode:
                defer { clock.advance(.seconds(601)) }
                return try? await Browser.press("allow", on: address)
            case .pasted, .tokenFile, .personal, .pinned:
                return try? await Browser.press("allow", on: address)
            }
        }
    }

    /// No word in any output is what the challenge was made from.
    private func expectNoVerifier(_ console: BrowsingConsole) throws {
        let address = try #require(console.address)
        let challenge = try #require(address.firstMatch(of: /code_challenge=([A-Za-z0-9_-]{43})/)?.output.1)
        let words = (console.output + console.error).matches(of: /[A-Za-z0-9_-]{43,}/).map { String($0.output) }
        #expect(words.contains(String(challenge)), "the search has to see words such as the challenge")
        for word in words { #expect(ProofKey(verifier: word).challenge != challenge) }
    }
}
