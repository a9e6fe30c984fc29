import DropboxSimulator
import Foundation

@testable import roster

/// A simulated Dropbox with its authorisation page, and a folder to run `roster` in.
struct LoginBench: Sendable {
    let server: RunningSimulator
    let folder: TemporaryFolder
    let clock: VirtualClock

    /// Serves while the body runs.
    static func with(
        _ configuration: SimulatorConfiguration = SimulatorConfiguration(),
        _ body: (LoginBench) async throws -> Void
    ) async throws {
        try await SmallTeam.withoutDeletion { folder in
            let seed = try TeamSeed(json: Array(folder.read(SmallTeam.stateFile).utf8))
            let clock = VirtualClock()
            let simulator = try Simulator(
                configuration: configuration,
                seed: seed,
                now: { clock.date },
                sleep: { clock.advance($0) }
            )
            try await simulator.withServer { server in
                try await body(LoginBench(server: server, folder: folder, clock: clock))
            }
        }
    }

    /// The variables of an app; those given go before them.
    func environment(_ variables: [String: String] = [:]) -> [String: String] {
        [
            "ROSTER_SERVICE_URI": server.serviceURI, "ROSTER_TOKEN_ENDPOINT": server.tokenEndpoint,
            "DROPBOX_CLIENT_ID": SimulatorConfiguration.defaultClientID,
        ].merging(variables) { $1 }
    }

    /// Runs `roster login` at a console. Only where `isPatient` a wait does not end at once.
    func login(
        _ arguments: [String] = [],
        at console: any Console,
        environment variables: [String: String] = [:],
        isPatient: Bool = false,
        signals: @escaping @Sendable () -> AsyncStream<Void> = { AsyncStream { _ in } }
    ) async -> CommandStatus {
        var context = CommandContext.test(
            folder: folder,
            console: console,
            environment: environment(variables),
            clock: clock,
            signals: signals
        )
        if isPatient { context.sleep = { _ in try await waitForCancellation() } }
        return await Roster.run(["login"] + arguments, in: context)
    }

    /// Runs `roster login --port 0` while the body is the browser, given the address of the page.
    func loginByRedirect(
        _ arguments: [String] = [],
        at console: BrowsingConsole,
        _ browse: @escaping @Sendable (_ address: String) async throws -> Void
    ) async throws -> CommandStatus {
        try await withThrowingTaskGroup(of: CommandStatus?.self) { group in
            group.addTask { await login(["--port", "0"] + arguments, at: console, isPatient: true) }
            group.addTask {
                for await address in console.addresses {
                    try await browse(address)
                    break
                }
                return nil
            }
            var status = CommandStatus.usage
            for try await result in group {
                if let result { status = result }
            }
            return status
        }
    }

    /// Somebody who allows the access and pastes the code.
    static func allowing(isOutputTerminal: Bool = true) -> BrowsingConsole {
        BrowsingConsole(isOutputTerminal: isOutputTerminal) { try? await Browser.press("allow", on: $0) }
    }

    /// The routes that were called.
    func routes() async -> [String] { await server.store.calls().map(\.route) }
}
