import DropboxAPI
import DropboxSimulator
import Synchronization
import TeamPlanning
import TestSupport

/// A simulator on loopback with a client of it.
enum SimulatedTeam {
    /// A clock that moves only when somebody sleeps.
    private static func timekeeper() -> Timekeeper {
        let clock = Mutex(Duration.zero)
        return Timekeeper(
            now: { clock.withLock { $0 } },
            sleep: { pause in clock.withLock { $0 += pause } },
            jitter: { 0 }
        )
    }

    /// Runs `body` with a client of a simulator that starts as told, unless told as the contract says.
    static func with(
        _ seed: TeamSeed = TeamSeed(TeamGatewayContract.start),
        pollsInProgress: Int = 0,
        _ body: (DropboxClient) async throws -> Void
    ) async throws {
        var configuration = SimulatorConfiguration()
        configuration.pollsInProgress = pollsInProgress
        let simulator = try Simulator(configuration: configuration, seed: seed)
        try await simulator.withServer { server in
            let transport = try AsyncHTTPTransport()
            let client = DropboxClient(
                endpoint: try ServiceEndpoint(server.serviceURI),
                credentials: .accessToken(Secret(SimulatorConfiguration.defaultAccessToken)),
                transport: transport,
                time: Self.timekeeper()
            )
            do {
                try await body(client)
            } catch {
                try await transport.shutdown()
                throw error
            }
            try await transport.shutdown()
        }
    }
}
