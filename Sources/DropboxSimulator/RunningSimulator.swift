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
}

extension Simulator {
    /// Serves while `body` runs, then shuts down.
    ///
    /// - Parameter body: what to do with the simulator; it is called once requests are accepted.
    /// - Returns: what `body` returns.
    /// - Throws: what `body` throws, or the system's error if the port cannot be bound.
    public func withServer<Result: Sendable>(
        _ body: (RunningSimulator) async throws -> Result
    ) async throws -> Result {
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { continuation.finish() }
                try await run { port in continuation.yield(port) }
            }
            defer { group.cancelAll() }
            for await port in ports {
                return try await body(RunningSimulator(port: port, store: store))
            }
            try await group.waitForAll()
            throw CancellationError()
        }
    }
}
