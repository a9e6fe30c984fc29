import DropboxAPI
import DropboxSimulator
import TeamPlanning
import TestSupport

/// A simulator on loopback with a client of it; time passes for both when somebody sleeps, and nobody waits.
struct SimulatedTeam {
    let client: DropboxClient
    let store: TeamStore
    let clock: VirtualClock

    /// What every call takes, so that time passes at all.
    private static let latency = Duration.milliseconds(20)

    /// Runs `body` with a client of a simulator that starts as told, unless told as the contract says.
    static func with(
        _ seed: TeamSeed = TeamSeed(TeamGatewayContract.start),
        pollsInProgress: Int = 0,
        _ body: (DropboxClient) async throws -> Void
    ) async throws {
        try await running(seed, pollsInProgress: pollsInProgress) { try await body($0.client) }
    }

    /// Runs `body` with a simulator that starts as told and fails as told.
    static func running<Result: Sendable>(
        _ seed: TeamSeed,
        pollsInProgress: Int = 0,
        faults: [SimulatedFault] = [],
        faultSeed: Int = 0,
        _ body: (SimulatedTeam) async throws -> Result
    ) async throws -> Result {
        let clock = VirtualClock()
        var configuration = SimulatorConfiguration()
        configuration.latency = Self.latency
        configuration.pollsInProgress = pollsInProgress
        configuration.faults = faults
        configuration.faultSeed = faultSeed
        let simulator = try Simulator(
            configuration: configuration,
            seed: seed,
            now: { clock.date },
            sleep: { try await clock.sleep($0) }
        )
        return try await simulator.withServer { server in
            let transport = try AsyncHTTPTransport()
            do {
                let client = try client(of: server, transport, clock)
                let result = try await body(SimulatedTeam(client: client, store: server.store, clock: clock))
                try await transport.shutdown()
                return result
            } catch {
                try await transport.shutdown()
                throw error
            }
        }
    }

    private static func client(
        of server: RunningSimulator,
        _ transport: AsyncHTTPTransport,
        _ clock: VirtualClock
    ) throws -> DropboxClient {
        let grant = RefreshGrant(
            endpoint: try ServiceEndpoint(server.tokenEndpoint),
            clientID: SimulatorConfiguration.defaultClientID,
            clientSecret: nil,
            refreshToken: Secret(SimulatorConfiguration.defaultRefreshToken)
        )
        return DropboxClient(
            endpoint: try ServiceEndpoint(server.serviceURI),
            credentials: .refreshGrant(grant),
            transport: transport,
            time: clock.timekeeper
        )
    }
}
