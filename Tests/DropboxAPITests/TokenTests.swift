import Synchronization
import Testing

@testable import DropboxAPI

/// The refresh grant: when it is used, that it is shared, and how it fails.
@Suite struct TokenTests {
    typealias Turn = ScriptedTransport.Turn

    static let grant = Credentials.refreshGrant(
        RefreshGrant(
            clientID: "key",
            clientSecret: Secret("APP-SECRET"),
            refreshToken: Secret("REFRESH/SECRET+=")
        )
    )
    static let tokenURL = "https://api.dropboxapi.com/oauth2/token"

    static func granted(_ token: String, expiresIn: Int = 14_400, scope: String? = nil) -> Turn {
        let scopeField = scope.map { #","scope":"\#($0)""# } ?? ""
        return .ok(#"{"access_token":"\#(token)","token_type":"bearer","expires_in":\#(expiresIn)\#(scopeField)}"#)
    }

    static func bearers(_ bench: Bench) -> [String] {
        bench.transport.requests.compactMap { $0.headers.first { $0.name == "Authorization" }?.value }
    }

    @Test func theGrantIsAForm() async throws {
        let bench = Bench([Self.granted("t1"), Bench.teamInfo], credentials: Self.grant)
        try await bench.read()
        #expect(bench.transport.paths.first == Self.tokenURL)
        #expect(
            bench.transport.bodies.first
                == "grant_type=refresh_token&refresh_token=REFRESH%2FSECRET%2B%3D&client_id=key&client_secret=APP-SECRET"
        )
        #expect(Self.bearers(bench) == ["Bearer t1"])
        #expect(bench.events.all.map(\.kind) == [.tokenRefresh])
    }

    @Test func aPKCEAppSendsNoSecret() async throws {
        let grant = RefreshGrant(clientID: "key", clientSecret: nil, refreshToken: Secret("r"))
        let bench = Bench([Self.granted("t1"), Bench.teamInfo], credentials: .refreshGrant(grant))
        try await bench.read()
        #expect(bench.transport.bodies.first == "grant_type=refresh_token&refresh_token=r&client_id=key")
    }

    @Test(arguments: [(14_099, 1), (14_100, 2), (20_000, 2)])
    func aTokenIsRenewedFiveMinutesBeforeItsEnd(elapsed: Int, grants: Int) async throws {
        let script =
            [Self.granted("t1"), Bench.teamInfo] + (grants == 2 ? [Self.granted("t2")] : []) + [Bench.teamInfo]
        let bench = Bench(script, credentials: Self.grant)
        try await bench.read()
        bench.time.advance(by: .seconds(elapsed))
        try await bench.read()
        #expect(bench.transport.paths.count { $0 == Self.tokenURL } == grants)
    }

    @Test func aShortLivedTokenServesForHalfItsLife() async throws {
        let bench = Bench(
            [Self.granted("t1", expiresIn: 60), Bench.teamInfo, Bench.teamInfo, Self.granted("t2"), Bench.teamInfo],
            credentials: Self.grant
        )
        try await bench.read()
        bench.time.advance(by: .seconds(29))
        try await bench.read()
        bench.time.advance(by: .seconds(1))
        try await bench.read()
        #expect(Self.bearers(bench) == ["Bearer t1", "Bearer t1", "Bearer t2"])
    }

    @Test func aGrantedTokenThatCannotBeOneIsNotSent() async {
        let bench = Bench([Self.granted("t1"), .expired, Self.granted("a b")], credentials: Self.grant)
        let error = await dropboxError { try await bench.read() }
        #expect(error?.code == .invalidToken)
        #expect(Self.bearers(bench) == ["Bearer t1"])
    }

    @Test func anExpiredTokenIsRenewedOnceForAWriteToo() async throws {
        let bench = Bench([Self.granted("t1"), .expired, Self.granted("t2"), .ok("null")], credentials: Self.grant)
        try await bench.write()
        #expect(Self.bearers(bench) == ["Bearer t1", "Bearer t2"])
    }

    /// Other calls may have used up a token before this one comes to use it.
    @Test func aCallMayMeetMoreThanOneExpiry() async throws {
        let bench = Bench(
            [Self.granted("t1"), .expired, Self.granted("t2"), .expired, Self.granted("t3"), .ok("null")],
            credentials: Self.grant
        )
        try await bench.write()
        #expect(Self.bearers(bench) == ["Bearer t1", "Bearer t2", "Bearer t3"])
    }

    @Test func tokensThatAreNeverAcceptedAreAnError() async {
        let script = (1...9).flatMap { [Self.granted("t\($0)"), .expired] }
        let bench = Bench(script, credentials: Self.grant)
        let error = await dropboxError { try await bench.write() }
        #expect(error?.code == .expiredToken)
        #expect(Self.bearers(bench).count == 4)
    }

    /// The renewals in vain are the client's: workers do not each fetch their own, and those who come later fetch none.
    @Test(arguments: [1, 4, 20])
    func workersShareTheRenewalsInVain(workers: Int) async {
        let grants = Mutex(0)
        let bench = Bench([], credentials: Self.grant) { request in
            for _ in 0..<5 { await Task.yield() }
            guard request.target.url == Self.tokenURL else { return .expired }
            return Self.granted("t\(grants.withLock { $0 += 1; return $0 })")
        }
        let errors = await withTaskGroup(of: DropboxError?.self) { group in
            for _ in 0..<workers { group.addTask { await dropboxError { try await bench.write() } } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let later = await dropboxError { try await bench.read() }
        #expect((errors + [later]).allSatisfy { $0?.code == .expiredToken && $0?.effect == .rejected })
        #expect(later?.detail == "3 renewed tokens in a row were not accepted")
        #expect(later?.nextStep == "authorise the app again as an active team admin, and provide the new token")
        #expect(grants.withLock { $0 } == 4)
    }

    /// Whatever shows that a token is accepted, a refusal by the route included, makes the count start anew.
    @Test(arguments: [
        ("a success", Turn.ok("null")), ("a refusal", .json(409, #"{"error":{".tag":"suspend_last_admin"}}"#)),
    ])
    func anAcceptedTokenEndsTheCount(name: String, turn: Turn) async {
        let script = [Self.granted("t0")] + (1...6).flatMap { [.expired, Self.granted("t\($0)"), turn] }
        let bench = Bench(script, credentials: Self.grant)
        for _ in 1...6 { try? await bench.write() }
        #expect(bench.transport.turnsLeft == 0)
        #expect(Self.bearers(bench).last == "Bearer t6")
    }

    /// Every token serves fifty calls; nobody notices.
    @Test func aThousandCallsSurviveTokensThatEndAgainAndAgain() async throws {
        let service = Mutex((grants: 0, uses: [String: Int]()))
        let bench = Bench([], credentials: Self.grant) { request in
            for _ in 0..<5 { await Task.yield() }
            if request.target.url == Self.tokenURL {
                return Self.granted("t\(service.withLock { $0.grants += 1; return $0.grants })")
            }
            let token = request.headers.first { $0.name == "Authorization" }?.value ?? ""
            let uses = service.withLock {
                $0.uses[token, default: 0] += 1
                return $0.uses[token] ?? 0
            }
            return uses > 50 ? .expired : .ok("null")
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 { group.addTask { for _ in 0..<50 { try await bench.write() } } }
            try await group.waitForAll()
        }
        let (grants, uses) = service.withLock { $0 }
        #expect(uses.values.reduce(0) { $0 + min($1, 50) } == 1000)
        #expect(grants == 20)
    }

    @Test func aRefreshWaitsForTheEndOfAPause() async throws {
        let limited = Turn.json(429, "", [HTTPField("Retry-After", "30")])
        let bench = Bench(
            [Self.granted("t1", expiresIn: 60), limited, .expired, Self.granted("t2"), Bench.teamInfo],
            credentials: Self.grant
        )
        try await bench.read()
        #expect(bench.time.now == .seconds(30))
        #expect(Self.bearers(bench) == ["Bearer t1", "Bearer t1", "Bearer t2"])
    }

    @Test func aRateLimitedRefreshPausesAllAndIsRepeated() async throws {
        let limited = Turn.json(429, "slow down", [HTTPField("Retry-After", "30")])
        let bench = Bench([limited, Self.granted("t1"), Bench.teamInfo], credentials: Self.grant)
        try await bench.read()
        #expect(bench.time.now == .seconds(30))
    }

    @Test func aGivenTokenCannotBeRenewed() async {
        let bench = Bench([.expired, Bench.teamInfo])
        let error = await dropboxError { try await bench.read() }
        #expect(error?.code == .expiredToken)
        #expect(error?.nextStep.contains("DROPBOX_ACCESS_TOKEN") == true)
        #expect(bench.transport.requests.count == 1)
    }

    @Test func allWorkersShareOneRefresh() async throws {
        let grants = Mutex(0)
        let bench = Bench([], credentials: Self.grant) { request in
            if request.target.url == Self.tokenURL {
                for _ in 0..<50 { await Task.yield() }
                return Self.granted("t\(grants.withLock { $0 += 1; return $0 })")
            }
            let isOld = request.headers.contains { $0.value == "Bearer t1" }
            return isOld ? .expired : Bench.teamInfo
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 { group.addTask { try await bench.read() } }
            try await group.waitForAll()
        }
        #expect(grants.withLock { $0 } == 2)
    }

    @Test func scopesAreKept() async throws {
        let bench = Bench([Self.granted("t", scope: "members.read groups.read")], credentials: Self.grant)
        let scopes = try await bench.client.tokenStatus().scopes
        #expect(scopes == ["members.read", "groups.read"])
        let unlisted = try await Bench([Self.granted("t")], credentials: Self.grant).client.tokenStatus().scopes
        #expect(unlisted == nil)
    }

    @Test func theStatusTellsKindAndEndOfAToken() async throws {
        let bench = Bench([Self.granted("t", expiresIn: 600), Bench.teamInfo], credentials: Self.grant)
        #expect(
            try await bench.client.tokenStatus() == TokenStatus(isRenewable: true, lifetime: .seconds(600), scopes: nil)
        )
        bench.time.advance(by: .seconds(250))
        #expect(try await bench.client.tokenStatus().lifetime == .seconds(350))
        try await bench.read()
        #expect(bench.transport.paths.count { $0 == Self.tokenURL } == 1)
        let given = try await Bench([]).client.tokenStatus()
        #expect(given == TokenStatus(isRenewable: false, lifetime: nil, scopes: nil))
    }

    @Test(arguments: [
        (
            #"{"error":"invalid_grant","error_description":"refresh token is malformed"}"#,
            DropboxError.Code.invalidGrant
        ),
        (#"{"error":"invalid_client"}"#, .invalidClient), (#"{"error":"unauthorized_client"}"#, .invalidClient),
        (#"{"error":"unsupported_grant_type"}"#, .tokenRefused), ("not JSON", .badRequest),
    ])
    func refusals(body: String, code: DropboxError.Code) async {
        let bench = Bench([.json(400, body)], credentials: Self.grant)
        let error = await dropboxError { try await bench.read() }
        #expect(error?.code == code)
        #expect(error?.route == "oauth2/token")
    }

    @Test func aRefusalIsRemembered() async {
        let bench = Bench([.json(400, #"{"error":"invalid_grant"}"#)], credentials: Self.grant)
        for _ in 0..<3 {
            let error = await dropboxError { try await bench.read() }
            #expect(error?.code == .invalidGrant)
        }
        #expect(bench.transport.requests.count == 1)
    }

    @Test func aPassingFailureIsNotRemembered() async throws {
        var policy = RetryPolicy()
        policy.maximumTries = 1
        let bench = Bench([.json(500, ""), Self.granted("t"), Bench.teamInfo], credentials: Self.grant, policy: policy)
        let error = await dropboxError { try await bench.read() }
        #expect(error?.code == .server)
        try await bench.read()
        #expect(Self.bearers(bench) == ["Bearer t"])
    }

    @Test func aCancelledRefreshIsTakenOverByAWaitingCall() async throws {
        let tries = Mutex(0)
        let bench = Bench([], credentials: Self.grant) { request in
            guard request.target.url == Self.tokenURL else { return Bench.teamInfo }
            guard
                tries.withLock({
                    $0 += 1; return $0
                }) == 1
            else { return Self.granted("t") }
            for _ in 0..<50 { await Task.yield() }
            withUnsafeCurrentTask { $0?.cancel() }
            return .lost
        }
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 { group.addTask { (try? await bench.read()) != nil } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 } == 7)
        #expect(tries.withLock { $0 } == 2)
    }

    @Test func theTokenEndpointIsRetried() async throws {
        let bench = Bench([.json(500, ""), .lost, Self.granted("t"), Bench.teamInfo], credentials: Self.grant)
        try await bench.read()
        #expect(bench.time.sleeps.count == 2)
    }

    @Test(arguments: ["", "two words", "line\nbreak", "ünicode"])
    func aTokenThatCannotBeOneIsNotSent(token: String) async {
        let bench = Bench([Bench.teamInfo], credentials: .accessToken(Secret(token)))
        let error = await dropboxError { try await bench.read() }
        #expect(error?.code == .invalidToken)
        #expect(bench.transport.requests.isEmpty)
    }
}
