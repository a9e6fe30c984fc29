/// The Dropbox team API over HTTP: one `call`, and a method per route in the extensions.
///
/// Share one client among all workers: the access token and the pauses for the rate limit are the client's. Every method
/// throws `DropboxError`, or `CancellationError` when the task was cancelled.
public struct DropboxClient: Sendable {
    let endpoint: ServiceEndpoint
    let transport: any HTTPTransport
    let tokens: TokenProvider
    let time: Timekeeper
    let loop: CallLoop

    /// A client that calls routes below `endpoint`.
    ///
    /// - Parameters:
    ///   - endpoint: the service URI, ``ServiceEndpoint/dropbox`` for Dropbox itself.
    ///   - credentials: how to come by an access token.
    ///   - transport: sends the requests.
    ///   - time: clock, sleep and chance.
    ///   - policy: how often and how long to try.
    ///   - observer: is told about retries, pauses and token refreshes.
    public init(
        endpoint: ServiceEndpoint = .dropbox,
        credentials: Credentials,
        transport: any HTTPTransport,
        time: Timekeeper,
        policy: RetryPolicy = RetryPolicy(),
        observer: @escaping ClientObserver = { _ in }
    ) {
        let limiter = RateLimiter(time: time)
        self.endpoint = endpoint
        self.transport = transport
        self.time = time
        self.loop = CallLoop(policy: policy, time: time, limiter: limiter, observer: observer)
        self.tokens = TokenProvider(credentials: credentials, transport: transport, time: time, loop: loop)
    }

    /// What is known of the access token. Fetches one if there is none yet; one that was given directly is not tried.
    ///
    /// - Throws: `DropboxError` when no token is granted.
    public func tokenStatus() async throws -> TokenStatus {
        try await tokens.status()
    }

    /// Gives up calls that wait for the rate limit, now and from now on: they fail, and did nothing. For work that is to end.
    ///
    /// - Parameter forJobs: whether jobs are given up too; otherwise they are still asked about until they end.
    public func stopWaiting(forJobs: Bool) async {
        await loop.limiter.stopWaiting(forJobs: forJobs)
    }

    /// Calls `route` with `argument`, retrying and refreshing the token as far as that cannot do harm.
    ///
    /// - Throws: `DropboxError`; its `effect` tells whether a write may have taken effect all the same.
    func call<Argument, Result>(
        _ route: Route<Argument, Result>,
        _ argument: Argument
    ) async throws -> Reply<Result> {
        let codec = RouteCodec(route: route.facts)
        let body = try codec.encode(argument)
        var token = try await tokens.accessToken()
        var renewals = 0
        while true {
            do {
                let reply = try await attempt(route, body: body, token: token)
                await tokens.wasAccepted()
                return reply
            } catch let error as DropboxError where error.code == .expiredToken {
                // A call that is answered 401 was not carried out, so a write may be made again too.
                token = try await tokens.renewedToken(replacing: token, after: error, renewals: renewals)
                renewals += 1
            } catch let error as DropboxError where error.code == .routeError {
                await tokens.wasAccepted()
                throw error
            }
        }
    }

    private func attempt<Argument, Result>(
        _ route: Route<Argument, Result>,
        body: [UInt8],
        token: Secret
    ) async throws -> Reply<Result> {
        let request = HTTPRequest(
            target: endpoint.target(appending: route.facts.path),
            headers: [
                HTTPField("Authorization", "Bearer \(token.reveal())"),
                HTTPField("Content-Type", "application/json"),
                HTTPField("User-Agent", "roster"),
            ],
            body: body
        )
        return try await loop.run(route.facts) {
            let response = try await send(request, for: route.facts)
            if let failure = ResponseClassifier(route: route.facts, secrets: [token]).failure(of: response) {
                throw failure
            }
            return try RouteCodec(route: route.facts).decode(response)
        }
    }

    private func send(_ request: HTTPRequest, for route: RouteFacts) async throws -> HTTPResponse {
        do {
            return try await transport.send(request)
        } catch let error as TransportError {
            throw DropboxError(transport: error, route: route)
        }
    }
}

/// A result with the ID of the request that gave it, for journals and for Dropbox support.
public struct Reply<Value: Sendable>: Sendable {
    /// The result.
    public let value: Value
    /// `X-Dropbox-Request-Id`, if the answer carried one.
    public let requestID: String?

    func map<Other: Sendable>(_ transform: (Value) throws -> Other) rethrows -> Reply<Other> {
        Reply<Other>(value: try transform(value), requestID: requestID)
    }
}

extension DropboxError {
    /// The failure of a call to `route` because no complete answer arrived.
    init(transport error: TransportError, route: RouteFacts) {
        self.init(
            .transport,
            route: route.path,
            effect: error.requestMayHaveBeenSent ? route.effectWhenInDoubt : .rejected,
            detail: error.detail,
            transportError: error
        )
    }
}
