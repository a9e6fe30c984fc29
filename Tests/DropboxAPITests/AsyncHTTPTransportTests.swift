import DropboxAPI
import NIOHTTP1
import Testing

/// The transport against a real server on loopback.
@Suite struct AsyncHTTPTransportTests {
    /// Runs `body` with a client of a server that shows `behaviour`.
    static func withClient<Value>(
        _ behaviour: LoopbackServer.Behaviour,
        limits: AsyncHTTPTransport.Limits = .init(),
        _ body: (DropboxClient, LoopbackServer) async throws -> Value
    ) async throws -> Value {
        try await LoopbackServer.run(behaviour) { server in
            try await withTransport(limits: limits) { transport in
                var policy = RetryPolicy()
                policy.maximumTries = 1
                let client = DropboxClient(
                    endpoint: try ServiceEndpoint("http://127.0.0.1:\(server.port)/2"),
                    credentials: .accessToken(Secret(Bench.token)),
                    transport: transport,
                    time: FakeTime().keeper(),
                    policy: policy
                )
                return try await body(client, server)
            }
        }
    }

    static func withTransport<Value>(
        proxies: ProxySettings = .none,
        limits: AsyncHTTPTransport.Limits = .init(),
        _ body: (AsyncHTTPTransport) async throws -> Value
    ) async throws -> Value {
        let transport = try AsyncHTTPTransport(proxies: proxies, limits: limits)
        do {
            let value = try await body(transport)
            try await transport.shutdown()
            return value
        } catch {
            try await transport.shutdown()
            throw error
        }
    }

    static func suspend(_ client: DropboxClient) async throws {
        try await client.suspendMember(.init(rawValue: "dbmid:1"), wipeData: false)
    }

    @Test func anAnswerArrivesWithItsRequestID() async throws {
        let headers = [("X-Dropbox-Request-Id", "req-9")]
        try await Self.withClient(.answer(status: 200, headers: headers, body: "null")) { client, server in
            let reply = try await client.unsuspendMember(.init(rawValue: "dbmid:1"))
            #expect(reply.requestID == "req-9")
            #expect(server.seen.all.map(\.uri) == ["/2/team/members/unsuspend"])
            #expect(server.seen.all.map(\.method) == [.POST])
            #expect(server.seen.all.first?.headers.first(name: "authorization") == "Bearer \(Bench.token)")
        }
    }

    @Test func aRedirectIsRefused() async throws {
        let location = [("Location", "http://127.0.0.1:1/elsewhere")]
        try await Self.withClient(.answer(status: 307, headers: location, body: "")) { client, server in
            let error = await dropboxError { try await Self.suspend(client) }
            #expect(error?.code == .redirected)
            #expect(error?.effect == .rejected)
            #expect(server.seen.all.count == 1)
        }
    }

    @Test(arguments: [(1000, true), (1001, false)])
    func theSizeOfAnAnswerIsBounded(size: Int, fits: Bool) async throws {
        var limits = AsyncHTTPTransport.Limits()
        limits.maximumResponseBytes = 1000
        let body = String(repeating: "x", count: size)
        try await Self.withClient(.answer(status: 400, body: body), limits: limits) { client, _ in
            let error = await dropboxError { try await Self.suspend(client) }
            #expect(error?.code == (fits ? .badRequest : .transport))
            #expect(error?.transportError?.code == (fits ? nil : .responseTooLarge))
            #expect(error?.effect == (fits ? .rejected : .outcomeUnknown))
        }
    }

    @Test(arguments: [LoopbackServer.Behaviour.hangUp, .truncate])
    func aLostAnswerToAWriteLeavesItsOutcomeUnknown(behaviour: LoopbackServer.Behaviour) async throws {
        try await Self.withClient(behaviour) { client, server in
            let error = await dropboxError { try await Self.suspend(client) }
            #expect(error?.transportError?.code == .connectionLost)
            #expect(error?.effect == .outcomeUnknown)
            #expect(server.seen.all.count == 1)
        }
    }

    /// A pooled connection that the server has closed meanwhile: a write may fail on it, but never counts as not sent when it
    /// was, and is not sent twice.
    @Test func aConnectionClosedBetweenTwoWritesHidesNoEffect() async throws {
        try await Self.withClient(.answerAndHangUp(body: "null")) { client, server in
            var unknown = 0
            for _ in 0..<50 {
                do {
                    try await Self.suspend(client)
                } catch let error as DropboxError {
                    #expect(error.effect == .outcomeUnknown)
                    unknown += 1
                }
            }
            #expect((50 - unknown...50).contains(server.seen.all.count))
        }
    }

    @Test func silenceIsTimedOut() async throws {
        var limits = AsyncHTTPTransport.Limits()
        limits.request = .milliseconds(100)
        try await Self.withClient(.ignore, limits: limits) { client, _ in
            let error = await dropboxError { try await Self.suspend(client) }
            #expect(error?.transportError?.code == .timedOut)
            #expect(error?.effect == .outcomeUnknown)
        }
    }

    @Test func aWriteThatCannotConnectIsRejected() async throws {
        let freed = try await LoopbackServer.run(.ignore) { $0.port }
        try await Self.withTransport { transport in
            // An address of its own, since another test's server may get the freed port.
            let target = try ServiceEndpoint("http://127.0.0.2:\(freed)/2")
            var policy = RetryPolicy()
            policy.maximumTries = 2
            let time = FakeTime()
            let client = DropboxClient(
                endpoint: target,
                credentials: .accessToken(Secret("t")),
                transport: transport,
                time: time.keeper(),
                policy: policy
            )
            let error = await dropboxError { try await Self.suspend(client) }
            #expect(error?.transportError?.code == .cannotConnect)
            #expect(error?.effect == .rejected)
            #expect(time.sleeps.count == 1)
        }
    }

    @Test func httpsGoesThroughTheProxyAndNoTokenReachesIt() async throws {
        try await LoopbackServer.run(.answer(status: 407, body: "")) { proxy in
            let proxies = try ProxySettings(environment: ["HTTPS_PROXY": "http://me:p%40ss@127.0.0.1:\(proxy.port)"])
            try await Self.withTransport(proxies: proxies) { transport in
                let client = DropboxClient(
                    endpoint: try ServiceEndpoint("https://api.example.test/2"),
                    credentials: .accessToken(Secret(Bench.token)),
                    transport: transport,
                    time: FakeTime().keeper()
                )
                let error = await dropboxError { try await Self.suspend(client) }
                #expect(error?.transportError?.code == .proxyFailed)
                #expect(error?.effect == .rejected)
                #expect(proxy.seen.all.first?.method == .CONNECT)
                #expect(proxy.seen.all.first?.uri == "api.example.test:443")
                #expect(proxy.seen.all.first?.headers.first(name: "proxy-authorization") == "Basic bWU6cEBzcw==")
                #expect(proxy.seen.all.allSatisfy { !$0.headers.contains(name: "authorization") })
            }
        }
    }

    @Test func aServerWithoutTLSGetsNoRequest() async throws {
        try await LoopbackServer.run(.answer(status: 200, body: "null")) { server in
            try await Self.withTransport { transport in
                let client = DropboxClient(
                    endpoint: try ServiceEndpoint("https://127.0.0.1:\(server.port)/2"),
                    credentials: .accessToken(Secret(Bench.token)),
                    transport: transport,
                    time: FakeTime().keeper()
                )
                let error = await dropboxError { try await Self.suspend(client) }
                #expect(error?.transportError?.code == .tlsFailed)
                #expect(error?.effect == .rejected)
                #expect(server.seen.all.isEmpty)
            }
        }
    }

    @Test func loopbackNeverGoesThroughTheProxy() async throws {
        try await LoopbackServer.run(.answer(status: 407, body: "")) { proxy in
            let proxies = try ProxySettings(environment: ["ALL_PROXY": "http://127.0.0.1:\(proxy.port)"])
            try await LoopbackServer.run(.answer(status: 200, body: "null")) { server in
                try await Self.withTransport(proxies: proxies) { transport in
                    let client = DropboxClient(
                        endpoint: try ServiceEndpoint("http://localhost:\(server.port)"),
                        credentials: .accessToken(Secret(Bench.token)),
                        transport: transport,
                        time: FakeTime().keeper()
                    )
                    try await Self.suspend(client)
                    #expect(server.seen.all.count == 1)
                    #expect(proxy.seen.all.isEmpty)
                }
            }
        }
    }

    @Test func cancellationEndsARequest() async throws {
        try await Self.withClient(.ignore) { client, server in
            await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await Self.suspend(client) }
                while server.seen.all.isEmpty { await Task.yield() }
                group.cancelAll()
                await #expect(throws: CancellationError.self) { try await group.next() }
            }
        }
    }

    @Test(arguments: ["/nonexistent/ca.pem", "/dev/null"])
    func aCertificateFileMustHoldCertificates(path: String) {
        let error = #expect(throws: TransportError.self) { try AsyncHTTPTransport(certificateFile: path) }
        #expect(error?.code == .misconfigured)
        #expect(error?.detail.contains(path) == true)
    }
}
