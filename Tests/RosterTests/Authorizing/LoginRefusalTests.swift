import DropboxAPI
import DropboxSimulator
import Foundation
import Testing

@testable import roster

/// Logins that come to nothing: one sentence, the next step, no token, and no grant that nobody knows of.
@Suite("roster login: refusals", .timeLimit(.minutes(2)))
struct LoginRefusalTests {
    @Test("a token is not printed into a pipe, and nobody is asked for anything")
    func noTerminal() async throws {
        try await LoginBench.with { bench in
            let console = LoginBench.allowing(isOutputTerminal: false)
            #expect(await bench.login(at: console) == .failed)
            #expect(console.error.contains("stdout is no terminal") && console.error.contains("--token-file"))
            #expect(console.address == nil && console.secretsAsked == 0 && console.output == "")
            #expect(await bench.routes() == [])
        }
    }

    static let nonsense: [(String?, String)] = [
        (nil, "no code was pasted"), ("", "no code was pasted"), ("  \t", "no code was pasted"),
        ("two words", "what was pasted is no code"), ("b\u{1B}[31m", "what was pasted is no code"),
        ("made-up", "the code is not valid, has expired or was used already"),
    ]

    enum Obstacle: String, CaseIterable {
        case file, folder, link, danglingLink
    }

    @Test("a token file is never overwritten and no link is followed", arguments: Obstacle.allCases)
    func tokenFileTaken(obstacle: Obstacle) async throws {
        try await LoginBench.with { bench in
            try bench.folder.write("mine", to: "other")
            switch obstacle {
            case .file: try bench.folder.write("mine", to: "token")
            case .folder: try bench.folder.makeFolder("token")
            case .link: try bench.folder.link("token", to: "other")
            case .danglingLink: try bench.folder.link("token", to: "nowhere")
            }
            let console = LoginBench.allowing()
            #expect(await bench.login(["--token-file", "token"], at: console) == .failed)
            #expect(console.error.contains("never overwritten"))
            #expect(console.address == nil)
            #expect(try bench.folder.read("other") == "mine")
            #expect(!bench.folder.exists("nowhere"))
        }
    }

    @Test("a file that comes to be meanwhile is left alone, and the grant is revoked")
    func tokenFileAppears() async throws {
        try await LoginBench.with { bench in
            let folder = bench.folder
            let console = BrowsingConsole { address in
                try? folder.write("mine", to: "token")
                return try? await Browser.press("allow", on: address)
            }
            #expect(await bench.login(["--token-file", "token"], at: console) == .failed)
            let kept = try folder.read("token")
            #expect(kept == "mine")
            #expect(console.error.contains("The grant was revoked") && console.error.contains("cannot create token"))
            #expect(await bench.routes().last == "auth/token/revoke")
        }
    }

    @Test("without an app key there is nothing to ask for")
    func noClientID() async throws {
        try await LoginBench.with { bench in
            let console = LoginBench.allowing()
            #expect(await bench.login(at: console, environment: ["DROPBOX_CLIENT_ID": ""]) == .failed)
            #expect(console.error.contains("no app key") && console.error.contains("--client-id"))
            #expect(console.address == nil)
        }
    }

    @Test("a Connection with a fault is not guessed at", arguments: ["login", "logout"])
    func brokenConnection(command: String) async throws {
        try await LoginBench.with { bench in
            try bench.folder.write(
                #"{"apiVersion":"roster/v1","kind":"Connection","team":"x"}"#,
                to: "manifests/connection.json"
            )
            let arguments = command == "login" ? [command, "--token-file", "t"] : [command]
            let run = await roster(arguments, in: bench.folder, environment: bench.environment())
            #expect(run.status == .failed && run.output == "")
            #expect(run.error.contains("manifests/connection.json"))
        }
    }

    @Test(
        "what is pasted is no code",
        arguments: nonsense
    )
    func pastedNonsense(text: String?, message: String) async throws {
        try await LoginBench.with { bench in
            let console = BrowsingConsole { _ in text }
            #expect(await bench.login(at: console) == .failed)
            #expect(console.error.contains(message), "\(console.error)")
            #expect(console.output == "" && !console.error.contains("\u{1B}["))
            if let text, !text.isEmpty, text.contains("made") { #expect(!console.error.contains(text)) }
        }
    }

    @Test("a code is no good for another login, whose proof it lacks")
    func codeOfAnotherLogin() async throws {
        try await LoginBench.with { bench in
            let first = BrowsingConsole { _ in nil }
            _ = await bench.login(at: first)
            let address = try #require(first.address)
            let second = BrowsingConsole { _ in try? await Browser.press("allow", on: address) }
            #expect(await bench.login(at: second) == .failed)
            #expect(second.error.contains("the code is not valid") && second.output == "")
        }
    }

    @Test("the admin says no on the page")
    func denied() async throws {
        try await LoginBench.with { bench in
            let console = BrowsingConsole()
            let status = try await bench.loginByRedirect(at: console) { _ = try await Browser.press("deny", on: $0) }
            #expect(status == .failed)
            #expect(console.error.contains("access was denied on Dropbox's page") && console.output == "")
            #expect(await bench.routes() == [])
        }
    }

    @Test("no answer comes in time")
    func timedOut() async throws {
        try await LoginBench.with { bench in
            let console = BrowsingConsole()
            #expect(await bench.login(["--port", "0"], at: console) == .failed)
            #expect(console.error.contains("in time") && console.error.contains("register"))
            #expect(bench.clock.uptime == .seconds(600))
        }
    }

    @Test("the port is in use")
    func portTaken() async throws {
        try await LoginBench.with { bench in
            let console = BrowsingConsole()
            #expect(await bench.login(["--port", "\(bench.server.port)"], at: console) == .failed)
            #expect(console.error.contains("port \(bench.server.port) of 127.0.0.1") && console.address == nil)
        }
    }

    @Test("a signal ends the wait", arguments: [[], ["--port", "0"]])
    func interrupted(arguments: [String]) async throws {
        try await LoginBench.with { bench in
            let (signals, signal) = AsyncStream.makeStream(of: Void.self)
            let console = BrowsingConsole { _ in
                try? await waitForCancellation()
                return nil
            }
            let isWaiting = Task { for await _ in console.addresses { signal.yield() } }
            defer { isWaiting.cancel() }
            let status = await bench.login(arguments, at: console, isPatient: true, signals: { signals })
            #expect(status == .interrupted && console.output == "")
            #expect(console.error.hasSuffix("interrupted\n"))
        }
    }

    @Test("a person's own account is refused, and the grant is revoked")
    func personalAccount() async throws {
        var configuration = SimulatorConfiguration()
        configuration.authorizer = .personalAccount
        try await LoginBench.with(configuration) { bench in
            let console = LoginBench.allowing()
            #expect(await bench.login(at: console) == .failed)
            #expect(console.error.contains("for somebody's own account") && console.output == "")
            #expect(console.error.contains("The grant was revoked"))
            let last = await bench.server.store.calls().last
            #expect(last?.route == "auth/token/revoke" && last?.status == 200)
        }
    }

    @Test("the pinned team is another one, and the grant is revoked")
    func otherTeam() async throws {
        try await LoginBench.with { bench in
            try bench.folder.write(
                #"{"apiVersion":"roster/v1","kind":"Connection","team_id":"dbtid:pinned"}"#,
                to: "manifests/connection.json"
            )
            let console = LoginBench.allowing()
            #expect(await bench.login(["--token-file", "token"], at: console) == .failed)
            #expect(console.error.contains("the Connection pins dbtid:pinned") && console.output == "")
            #expect(!bench.folder.exists("token"))
            #expect(await bench.routes().last == "auth/token/revoke")
        }
    }
}
