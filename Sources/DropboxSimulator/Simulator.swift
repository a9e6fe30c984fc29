public import FoundationEssentials
import Hummingbird
import Logging
import NIOCore

/// A local team API over HTTP on 127.0.0.1, as strict as the real one.
public struct Simulator: Sendable {
    /// The state behind the routes, with the log of calls.
    public let store: TeamStore
    private let configuration: SimulatorConfiguration
    private let tokens: TokenStore
    private let codes: CodeStore
    private let sleep: @Sendable (Duration) async throws -> Void
    private let onCall: CallHook

    /// Told of every call twice: when it has arrived, and when it is done but not answered. The call waits meanwhile.
    public typealias CallHook = @Sendable (CallMoment) async -> Void

    /// A simulator that is not serving yet.
    ///
    /// - Parameters:
    ///   - configuration: port, tokens, paging and timing.
    ///   - seed: the team to start from. One that was not read with ``TeamSeed/init(json:)`` is checked here.
    ///   - now: the clock of token expiry and of dates such as `suspended_on`.
    ///   - sleep: how `configuration.latency` and the fault `slow` are waited for.
    ///   - persist: called with the whole state after every change and before its answer; when it throws, the answer is 500.
    ///     Nil saves nothing.
    ///   - onCall: told of every call as it arrives and before it is answered.
    /// - Throws: ``SeedError`` if the seed contradicts itself.
    public init(
        configuration: SimulatorConfiguration = SimulatorConfiguration(),
        seed: TeamSeed,
        now: @escaping @Sendable () -> Date = { Date() },
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
        persist: TeamStore.Persist? = nil,
        onCall: @escaping CallHook = { _ in }
    ) throws(SeedError) {
        try seed.checkConsistency()
        self.configuration = configuration
        self.sleep = sleep
        self.onCall = onCall
        store = TeamStore(seed: seed, configuration: configuration, now: now, persist: persist)
        tokens = TokenStore(configuration: configuration, now: now)
        codes = CodeStore(now: now)
    }

    /// Serves until the task is cancelled, then returns.
    ///
    /// - Parameter onReady: called once, with the port, as soon as requests are accepted.
    /// - Throws: the system's error if the port cannot be bound.
    public func run(onReady: @escaping @Sendable (_ port: Int) async -> Void) async throws {
        let application = Application(
            router: router,
            configuration: ApplicationConfiguration(
                address: .hostname("127.0.0.1", port: configuration.port),
                serverName: nil
            ),
            onServerRunning: { channel in
                if let port = channel.localAddress?.port { await onReady(port) }
            },
            logger: Logger(label: "DropboxSimulator") { _ in SwiftLogNoOpLogHandler() }
        )
        try await application.run()
    }

    /// The chain every request passes through, outermost first.
    private var router: Router<CallContext> {
        let router = Router(context: CallContext.self)
        router.add(middleware: RequestIDMiddleware())
        router.add(middleware: LatencyMiddleware(latency: configuration.latency, sleep: sleep))
        router.add(
            middleware: FaultMiddleware(configuration: configuration, store: store, sleep: sleep, onCall: onCall)
        )
        let page = AuthorizationEndpoint(configuration: configuration, codes: codes)
        router.get("\(AuthorizationEndpoint.path)") { request, _ in try await page.respond(to: request) }
        router.post("\(AuthorizationEndpoint.path)") { request, _ in try await page.respond(to: request) }
        let token = TokenEndpoint(configuration: configuration, tokens: tokens, codes: codes, store: store)
        router.post("\(TokenEndpoint.path)") { request, context in
            try await token.respond(to: request, incident: context.incident)
        }
        let team = TeamEndpoint(store: store, tokens: tokens)
        for method in [HTTPRequest.Method.post, .get, .put, .patch, .delete] {
            router.on("\(TeamEndpoint.pathPrefix)**", method: method) { request, context in
                try await team.respond(to: request, incident: context.incident)
            }
        }
        return router
    }
}
