import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Testing

/// A login from an app key to a plan, as users do it, with a browser that is a program.
@Suite("Login", .timeLimit(.minutes(2)))
struct LoginTests {
    @Test("login by the browser into a file, a plan with its token, logout")
    func throughout() async throws {
        try await Workspace.with { workspace in
            let simulator = try RunningBinary(
                ["simulator", "--port", "0", "--state", Workspace.stateFile],
                in: workspace
            )
            let origin = String(try await simulator.waitForOutput { _ in true }.dropFirst("listening on ".count))
            var variables = [
                "ROSTER_SERVICE_URI": "\(origin)/2", "ROSTER_TOKEN_ENDPOINT": "\(origin)/oauth2/token",
                "DROPBOX_CLIENT_ID": "simulator-client-id",
            ]
            let refused = try await Binary.run(["login"], in: workspace, environment: variables)
            #expect(refused.exitCode == 1 && refused.output == "" && refused.error.contains("--token-file"))

            let arguments = ["login", "--read-only", "--port", "0", "--token-file", "secrets/plan.token"]
            let login = try RunningBinary(arguments, in: workspace, environment: variables)
            let address = try await login.waitForError { $0.contains("/oauth2/authorize?") }
            try await press("allow", on: address.trimmingCharacters(in: .whitespaces))
            let done = try await login.finish()
            #expect(done.exitCode == 0 && done.output == "", "stderr: \(done.error)")
            let token = try workspace.read("secrets/plan.token").trimmingCharacters(in: .newlines)
            #expect(!token.isEmpty && !done.error.contains(token))

            variables["DROPBOX_REFRESH_TOKEN"] = token
            let plan = try await Binary.run(["plan"], in: workspace, environment: variables)
            #expect(plan.exitCode == 0, "stderr: \(plan.error)")
            let logout = try await Binary.run(["logout"], in: workspace, environment: variables)
            #expect(logout.exitCode == 0 && logout.output.hasPrefix("revoked: the grant of DROPBOX_REFRESH_TOKEN"))
            let late = try await Binary.run(["plan"], in: workspace, environment: variables)
            #expect(late.exitCode == 1 && !late.error.contains(token))
            simulator.terminate()
            _ = try await simulator.finish()
        }
    }

    /// What a browser does when a button is pressed, redirect included.
    private func press(_ decision: String, on address: String) async throws {
        var request = HTTPClientRequest(url: address)
        request.method = .POST
        request.headers = ["Content-Type": "application/x-www-form-urlencoded"]
        request.body = .bytes(ByteBuffer(string: "decision=\(decision)"))
        #expect(try await HTTPClient.shared.execute(request, timeout: .seconds(30)).status == .ok)
    }
}
