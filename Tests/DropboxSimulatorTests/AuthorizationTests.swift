import NIOHTTP1
import Testing

@testable import DropboxSimulator

/// The authorisation page, and what its codes are good for.
@Suite("Authorisation")
struct AuthorizationTests {
    /// The pair of RFC 7636 appendix B.
    private static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    private static let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    private static let redirect = "http%3A%2F%2F127.0.0.1%3A8485%2Fback"

    private static let good = [
        "client_id": "simulator-client-id", "response_type": "code", "token_access_type": "offline",
        "scope": "team_info.read%20members.read", "code_challenge": challenge, "code_challenge_method": "S256",
    ]

    private static func query(_ changes: [String: String?] = [:]) -> String {
        var fields = good
        for (name, value) in changes { fields[name] = value }
        let pairs = fields.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return "/oauth2/authorize?" + pairs.joined(separator: "&")
    }

    static let refusals: [(String, String?)] = [
        ("client_id", nil), ("client_id", "another"), ("response_type", nil), ("response_type", "token"),
        ("token_access_type", nil), ("token_access_type", "online"), ("code_challenge", nil),
        ("code_challenge", "short"), ("code_challenge", challenge + "A"), ("code_challenge_method", nil),
        ("code_challenge_method", "plain"), ("scope", "team_info.read%20files.content.write"), ("scope", ""),
        ("redirect_uri", "https%3A%2F%2Fevil.example%2F"), ("redirect_uri", "http%3A%2F%2F127.0.0.1.evil%3A1%2F"),
        ("redirect_uri", "http%3A%2F%2F127.0.0.1%3A99999%2F"), ("redirect_uri", "%0d%0aLocation%3Ax"),
        ("state", String(repeating: "s", count: 501)), ("unknown_%3Cb%3E", "x"),
    ]

    static let exchanges: [(String, String, String?)] = [
        ("", "&redirect_uri=\(redirect)", "invalid_grant"), (redirect, "", "invalid_grant"),
        (redirect, "&redirect_uri=\(redirect)x", "invalid_grant"), (redirect, "&redirect_uri=\(redirect)", nil),
    ]

    private func press(_ decision: String, _ query: String, _ simulator: RunningSimulator) async throws -> Reply {
        let headers: HTTPHeaders = ["Content-Type": "application/x-www-form-urlencoded"]
        return try await simulator.send(query, headers: headers, body: "decision=\(decision)")
    }

    private func code(_ simulator: RunningSimulator, _ changes: [String: String?] = [:]) async throws -> String {
        let page = try await press("allow", Self.query(changes), simulator)
        return String(try #require(page.body.firstMatch(of: /<code>([^<]+)<\/code>/)?.output.1))
    }

    private func exchange(_ code: String, _ more: String = "", in simulator: RunningSimulator) async throws -> Reply {
        let verifier = more.contains("code_verifier") ? "" : "&code_verifier=\(Self.verifier)"
        return try await simulator.token(
            "grant_type=authorization_code&client_id=simulator-client-id&code=\(code)\(verifier)\(more)"
        )
    }

    @Test(
        "a request that Dropbox would not take is refused on the page and goes nowhere",
        arguments: refusals
    )
    func refusedRequests(name: String, value: String?) async throws {
        try await Simulator(seed: .test()).withServer { simulator in
            for method in [HTTPMethod.GET, .POST] {
                let query = Self.query([name: value])
                let page = try await simulator.send(query, method: method, headers: [:], body: "decision=allow")
                #expect(page.status == 400)
                #expect(page.headers["Location"] == [])
                #expect(page.body.contains("cannot be authorised") && !page.body.contains("<b>"))
            }
        }
    }

    @Test("only registered redirect URIs are taken, by their letters")
    func registeredRedirects() async throws {
        var configuration = SimulatorConfiguration()
        configuration.redirectURIs = ["http://127.0.0.1:8485/back"]
        try await Simulator(configuration: configuration, seed: .test()).withServer { simulator in
            let right = try await simulator.send(
                Self.query(["redirect_uri": Self.redirect]),
                method: .GET,
                headers: [:],
                body: ""
            )
            #expect(right.status == 200)
            let wrong = Self.query(["redirect_uri": Self.redirect + "%2F"])
            #expect(try await simulator.send(wrong, method: .GET, headers: [:], body: "").status == 400)
        }
    }

    @Test("a code buys a refresh token with the scopes asked for, whose plans work and whose writes are refused")
    func readOnly() async throws {
        try await Simulator(seed: .test()).withServer { simulator in
            let reply = try await exchange(try await code(simulator), in: simulator)
            #expect(reply.status == 200)
            #expect(reply.json["scope"] == "members.read team_info.read")
            #expect(reply.json["team_id"] == "dbtid:test" && reply.json["account_id"] == .null)
            let refresh = try #require(reply.json["refresh_token"].text)
            let renewed = try await simulator.token(
                "grant_type=refresh_token&client_id=simulator-client-id&refresh_token=\(refresh)"
            )
            #expect(renewed.json["scope"] == "members.read team_info.read")
            let token = try #require(renewed.json["access_token"].text)
            #expect(try await simulator.post("team/members/list_v2", "{}", token: token).status == 200)
            let write = try await simulator.post("team/groups/create", #"{"group_name":"x"}"#, token: token)
            #expect(write.json["error"]["required_scope"] == "groups.write")
        }
    }

    @Test("the fixed read-only token reads, and does not write")
    func fixedReadOnlyToken() async throws {
        try await Simulator(seed: .test()).withServer { simulator in
            let reply = try await simulator.token(
                "grant_type=refresh_token&client_id=simulator-client-id&refresh_token="
                    + SimulatorConfiguration.defaultReadOnlyRefreshToken
            )
            #expect(reply.json["scope"] == "groups.read members.read team_info.read")
        }
    }

    @Test("a code is good once, also when the exchange fails")
    func onceOnly() async throws {
        try await Simulator(seed: .test()).withServer { simulator in
            let used = try await code(simulator)
            #expect(try await exchange(used, in: simulator).status == 200)
            #expect(try await exchange(used, in: simulator).json["error"] == "invalid_grant")
            let spoilt = try await code(simulator)
            #expect(try await exchange(spoilt, "&code_verifier=wrong", in: simulator).json["error"] == "invalid_grant")
            #expect(try await exchange(spoilt, in: simulator).json["error"] == "invalid_grant")
        }
    }

    @Test("a code ends after ten minutes")
    func expiry() async throws {
        let clock = TestClock()
        try await Simulator(seed: .test(), now: clock.now).withServer { simulator in
            let (early, late) = (try await code(simulator), try await code(simulator))
            clock.advance(by: 599)
            #expect(try await exchange(early, in: simulator).status == 200)
            clock.advance(by: 1)
            #expect(try await exchange(late, in: simulator).json["error"] == "invalid_grant")
        }
    }

    @Test(
        "an exchange that does not fit the request",
        arguments: exchanges
    )
    func redirectHasToMatch(asked: String, exchanged: String, error: String?) async throws {
        try await Simulator(seed: .test()).withServer { simulator in
            let code: String
            if asked.isEmpty {
                code = try await self.code(simulator)
            } else {
                let query = Self.query(["redirect_uri": asked, "state": "s%26%3D"])
                let page = try await press("allow", query, simulator)
                let location = try #require(page.headers["Location"].first)
                #expect(page.status == 302 && location.hasPrefix("http://127.0.0.1:8485/back?code="))
                #expect(location.hasSuffix("&state=s%26%3D"))
                code = String(try #require(location.firstMatch(of: /code=([^&]+)/)?.output.1))
            }
            #expect(try await exchange(code, exchanged, in: simulator).json["error"].text == error)
        }
    }

    @Test("a refusal goes back with its reason and the state")
    func denial() async throws {
        try await Simulator(seed: .test()).withServer { simulator in
            let page = try await press("deny", Self.query(["redirect_uri": Self.redirect, "state": "s"]), simulator)
            let location = try #require(page.headers["Location"].first)
            #expect(location.hasPrefix("http://127.0.0.1:8485/back?error=access_denied&error_description="))
            #expect(location.hasSuffix("&state=s"))
            #expect(try await press("perhaps", Self.query(), simulator).status == 400)
        }
    }

    @Test("a person's token is for no route of the team")
    func personalAccount() async throws {
        var configuration = SimulatorConfiguration()
        configuration.authorizer = .personalAccount
        try await Simulator(configuration: configuration, seed: .test()).withServer { simulator in
            let reply = try await exchange(try await code(simulator), in: simulator)
            #expect(reply.json["team_id"] == .null && reply.json["account_id"] != .null)
            let token = try #require(reply.json["access_token"].text)
            let refused = try await simulator.post("team/get_info", token: token)
            #expect(refused.status == 400 && refused.body.contains("DfB"))
        }
    }

    @Test("revoking ends the refresh token and all that came from it, and nothing else")
    func revocation() async throws {
        try await Simulator(seed: .test()).withServer { simulator in
            let first = try await exchange(try await code(simulator), in: simulator)
            let other = try await exchange(try await code(simulator), in: simulator)
            let refresh = try #require(first.json["refresh_token"].text)
            let form = "grant_type=refresh_token&client_id=simulator-client-id&refresh_token=\(refresh)"
            let tokens = [first, try await simulator.token(form)].compactMap { $0.json["access_token"].text }
            try #require(tokens.count == 2)
            #expect(try await simulator.post("auth/token/revoke", "{}", token: tokens[0]).status == 400)
            let reply = try await simulator.post("auth/token/revoke", token: tokens[0])
            #expect(reply.status == 200 && reply.body == "null")
            for token in tokens {
                #expect(try await simulator.post("team/get_info", token: token).errorTag == "invalid_access_token")
            }
            #expect(try await simulator.post("auth/token/revoke", token: tokens[0]).errorTag == "invalid_access_token")
            #expect(try await simulator.token(form).json["error"] == "invalid_grant")
            let left = try #require(other.json["access_token"].text)
            #expect(try await simulator.post("team/get_info", token: left).status == 200)
        }
    }

    @Test("without a secret only what was given for a proof is renewed")
    func secretAndProof() async throws {
        var configuration = SimulatorConfiguration()
        configuration.clientSecret = "s3cret"
        try await Simulator(configuration: configuration, seed: .test()).withServer { simulator in
            let reply = try await exchange(try await code(simulator), in: simulator)
            let refresh = try #require(reply.json["refresh_token"].text)
            let form = "grant_type=refresh_token&client_id=simulator-client-id&refresh_token="
            #expect(try await simulator.token(form + refresh).status == 200)
            #expect(try await simulator.token(form + refresh + "&client_secret=s3cret").status == 200)
            #expect(try await simulator.token(form + refresh + "&client_secret=x").json["error"] == "invalid_client")
            let fixed = try await simulator.token(form + SimulatorConfiguration.defaultRefreshToken)
            #expect(fixed.json["error"] == "invalid_client")
        }
    }

    @Test("no fault hits the page")
    func noFaults() async throws {
        var configuration = SimulatorConfiguration()
        configuration.faults = [try SimulatedFault("500:1")]
        configuration.approvesAtOnce = true
        try await Simulator(configuration: configuration, seed: .test()).withServer { simulator in
            let page = try await simulator.send(Self.query(), method: .GET, headers: [:], body: "")
            #expect(page.status == 200 && page.body.contains("<code>"))
        }
    }
}
