import FoundationEssentials
import NIOHTTP1
import Synchronization
import Testing

@testable import DropboxSimulator

/// A clock that moves when a test says so.
final class TestClock: Sendable {
    private let elapsed = Mutex<TimeInterval>(0)

    @Sendable func now() -> Date {
        testNow.addingTimeInterval(elapsed.withLock { $0 })
    }

    func advance(by seconds: TimeInterval) {
        elapsed.withLock { $0 += seconds }
    }
}

struct TokenTests {
    private static let grant =
        "grant_type=refresh_token&refresh_token=simulator-refresh-token&client_id=simulator-client-id"

    @Test func tokensWorkUntilTheyExpire() async throws {
        let clock = TestClock()
        try await Simulator(seed: .test(), now: clock.now).withServer { simulator in
            let reply = try await simulator.token(Self.grant)
            #expect(reply.status == 200)
            #expect(reply.json["token_type"] == "bearer")
            #expect(reply.json["expires_in"] == 14400)
            #expect(reply.json["refresh_token"] == .null, "refresh tokens are not rotated")
            let token = try #require(reply.json["access_token"].text)
            clock.advance(by: 14399)
            #expect(try await simulator.post("team/get_info", token: token).status == 200)
            clock.advance(by: 1)
            let expired = try await simulator.post("team/get_info", token: token)
            #expect((expired.status, expired.errorTag) == (401, "expired_access_token"))
            #expect(try await simulator.post("team/get_info").status == 200, "the fixed token stays")
            let unknown = try await simulator.post("team/get_info", token: token + "x")
            #expect((unknown.status, unknown.errorTag) == (401, "invalid_access_token"))
            let routes = await simulator.store.calls().map(\.route)
            #expect(routes.first == "oauth2/token")
        }
    }

    @Test func scopesAreASubsetOfThoseGranted() async throws {
        var configuration = SimulatorConfiguration()
        configuration.grantedScopes = ["team_info.read", "groups.read"]
        try await Simulator(configuration: configuration, seed: .test()).withServer { simulator in
            let all = try await simulator.token(Self.grant)
            #expect(all.json["scope"] == "groups.read team_info.read")
            let some = try await simulator.token(Self.grant + "&scope=groups.read")
            let token = try #require(some.json["access_token"].text)
            #expect(try await simulator.post("team/groups/list", "{}", token: token).status == 200)
            let missing = try await simulator.post("team/get_info", token: token)
            #expect(missing.status == 401)
            #expect(missing.json["error"] == [".tag": "missing_scope", "required_scope": "team_info.read"])
            let tooMany = try await simulator.token(Self.grant + "&scope=groups.read+members.read")
            #expect((tooMany.status, tooMany.json["error"].text) == (400, "invalid_scope"))
        }
    }

    @Test(arguments: [
        ("grant_type=password&username=a", "unsupported_grant_type"),
        ("refresh_token=simulator-refresh-token&client_id=simulator-client-id", "invalid_request"),
        ("grant_type=refresh_token&client_id=simulator-client-id", "invalid_request"),
        ("grant_type=refresh_token&refresh_token=x&client_id=simulator-client-id", "invalid_grant"),
        ("grant_type=refresh_token&refresh_token=simulator-refresh-token", "invalid_client"),
        ("grant_type=refresh_token&refresh_token=simulator-refresh-token&client_id=x", "invalid_client"),
        ("grant_type=refresh_token&grant_type=refresh_token", "invalid_request"),
        ("grant_type=%zz", "invalid_request"), ("grant_type", "invalid_request"), ("", "invalid_request"),
    ])
    func refusedGrants(form: String, error: String) async throws {
        try await Simulator(seed: .test()).withServer { simulator in
            let reply = try await simulator.token(form)
            #expect(reply.status == 400)
            #expect(reply.json["error"].text == error)
        }
    }

    @Test func theSecretMayComeInTheBodyOrAsBasic() async throws {
        var configuration = SimulatorConfiguration()
        configuration.clientSecret = "s3 cret"
        try await Simulator(configuration: configuration, seed: .test()).withServer { simulator in
            let body = try await simulator.token(Self.grant + "&client_secret=s3%20cret")
            #expect(body.status == 200)
            let withoutClient = "grant_type=refresh_token&refresh_token=simulator-refresh-token"
            let right = Data("simulator-client-id:s3 cret".utf8).base64EncodedString()
            let basic = try await simulator.token(withoutClient, headers: ["Authorization": "Basic \(right)"])
            #expect(basic.status == 200)
            let wrong = Data("simulator-client-id:other".utf8).base64EncodedString()
            let refused = try await simulator.token(withoutClient, headers: ["Authorization": "Basic \(wrong)"])
            #expect((refused.status, refused.json["error"].text) == (401, "invalid_client"))
            let without = try await simulator.token(Self.grant)
            #expect((without.status, without.json["error"].text) == (400, "invalid_client"))
        }
    }

    @Test func otherContentTypesAreRefused() async throws {
        try await Simulator(seed: .test()).withServer { simulator in
            let headers: HTTPHeaders = ["Content-Type": "application/json"]
            let reply = try await simulator.send("/oauth2/token", headers: headers, body: "{}")
            #expect((reply.status, reply.json["error"].text) == (400, "invalid_request"))
        }
    }
}
