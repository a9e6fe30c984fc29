import Logging
import ServiceLifecycle

/// Where a serving simulator can be reached, and its state.
public struct RunningSimulator: Sendable {
    /// The port on 127.0.0.1.
    public let port: Int
    /// The state behind the routes, with the log of calls.
    public let store: TeamStore

    /// `http://127.0.0.1:PORT`, without a path.
    public var origin: String { "http://127.0.0.1:\(port)" }
    /// The base of every route: `http://127.0.0.1:PORT/2`.
    public var serviceURI: String { "\(origin)/2" }
    /// `http://127.0.0.1:PORT/oauth2/token`
    public var tokenEndpoint: String { "\(origin)\(TokenEndpoint.path)" }
    /// `http://127.0.0.1:PORT/oauth2/authorize`
    public var authorizationPage: String { "\(origin)\(AuthorizationEndpoint.path)" }
}

extension Simulator {
    /// How long answers under way may take after the end; then they are cancelled.
    private static let patience: Duration = .seconds(1)

    /// Serves while `body` runs, then shuts down.
    ///
    /// No connection is accepted any more before those that there are end: a server that is cancelled instead crashes
    /// when a client connects at that moment. So end `body` rather than cancel its task.
    ///
    /// - Parameter body: what to do with the simulator; it is called once requests are accepted.
    /// - Returns: what `body` returns.
    /// - Throws: what `body` throws, or the system's error if the port cannot be bound.
    public func withServer<Result: Sendable>(
        _ body: (RunningSimulator) async throws -> Result
    ) async throws -> Result {
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let server = server { port in continuation.yield(port) }
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { continuation.finish() }
                try await server.run()
            }
            for await port in ports {
                do {
                    let result = try await body(RunningSimulator(port: port, store: store))
                    await server.triggerGracefulShutdown()
                    return result
                } catch {
                    await server.triggerGracefulShutdown()
                    throw error
                }
            }
            try await group.waitForAll()
            throw CancellationError()
        }
    }

    private func server(onReady: @escaping @Sendable (_ port: Int) async -> Void) -> ServiceGroup {
        let logger = Logger(label: "DropboxSimulator") { _ in SwiftLogNoOpLogHandler() }
        let service = SimulatorService(simulator: self, onReady: onReady)
        var configuration = ServiceGroupConfiguration(services: [service], logger: logger)
        configuration.maximumGracefulShutdownDuration = Self.patience
        return ServiceGroup(configuration: configuration)
    }
}

private struct SimulatorService: Service {
    let simulator: Simulator
    let onReady: @Sendable (_ port: Int) async -> Void

    func run() async throws {
        try await simulator.run(onReady: onReady)
    }
}
