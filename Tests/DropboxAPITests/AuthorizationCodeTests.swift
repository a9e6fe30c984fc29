import Testing

@testable import DropboxAPI

/// The address of the authorisation page, and the exchange of its code.
@Suite("Authorisation code")
struct AuthorizationCodeTests {
    private static let code = AuthorizationCode(
        code: Secret("CODE/1"),
        clientID: "key",
        verifier: Secret("VERIFIER"),
        redirectURI: "http://127.0.0.1:1/x"
    )

    private func error(_ body: String) async -> DropboxError? {
        await dropboxError {
            _ = try await Self.code.exchange(at: .dropboxToken, over: ScriptedTransport([.json(400, body)]))
        }
    }

    @Test("the page's address has everything that Dropbox needs, and a redirect only where there is one")
    func pageAddress() throws {
        let pasted = AuthorizationPage(
            tokenEndpoint: .dropboxToken,
            clientID: "k y",
            challenge: "c",
            scopes: [.teamInfoRead, .groupsRead],
            redirect: nil
        )
        #expect(
            pasted.url == "https://www.dropbox.com/oauth2/authorize?client_id=k%20y&response_type=code"
                + "&token_access_type=offline&scope=groups.read%20team_info.read&code_challenge=c&code_challenge_method=S256"
        )
        let redirected = AuthorizationPage(
            tokenEndpoint: .dropboxToken,
            clientID: "k",
            challenge: "c",
            scopes: [],
            redirect: .init(uri: "http://127.0.0.1:8/x", state: Secret("s&"))
        )
        #expect(redirected.url.hasSuffix("&redirect_uri=http%3A%2F%2F127.0.0.1%3A8%2Fx&state=s%26"))
    }

    @Test(
        "only a token endpoint on this machine has its page beside it",
        arguments: [
            ("http://127.0.0.1:9/oauth2/token", "http://127.0.0.1:9/oauth2/authorize"),
            ("http://[::1]:9/oauth2/token", "http://[::1]:9/oauth2/authorize"),
            ("https://api.dropbox.com/oauth2/token", "https://www.dropbox.com/oauth2/authorize"),
            ("https://gateway.example/oauth2/token", "https://www.dropbox.com/oauth2/authorize"),
        ]
    )
    func pageBesideTheEndpoint(endpoint: String, page: String) throws {
        #expect(try ServiceEndpoint(endpoint).authorizationPage == page)
    }

    @Test("the exchange sends the code with its proof and no app secret, once")
    func form() async throws {
        let answer = #"{"access_token":"a","refresh_token":"r","expires_in":9,"scope":"b a","team_id":"dbtid:1"}"#
        let transport = ScriptedTransport([.ok(answer)])
        let authorization = try await Self.code.exchange(at: .dropboxToken, over: transport)
        #expect(
            transport.bodies == [
                "grant_type=authorization_code&code=CODE%2F1&client_id=key&code_verifier=VERIFIER"
                    + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2Fx"
            ]
        )
        #expect(authorization.refreshToken?.reveal() == "r" && authorization.scopes == ["a", "b"])
        #expect(authorization.teamID == "dbtid:1")
    }

    @Test(
        "a refusal says what it is about and repeats no secret",
        arguments: [
            (#"{"error":"invalid_grant","error_description":"CODE/1 is old"}"#, DropboxError.Code.invalidCode),
            (#"{"error":"invalid_client","error_description":"VERIFIER"}"#, .invalidClient),
            (#"{"error":"invalid_request","error_description":"CODE/1"}"#, .tokenRefused),
            ("CODE/1 and VERIFIER", .badRequest),
        ]
    )
    func refusals(body: String, code: DropboxError.Code) async throws {
        let error = try #require(await error(body))
        #expect(error.code == code)
        #expect(!"\(error)".contains("CODE/1") && !"\(error)".contains("VERIFIER"))
    }

    @Test("an old code is not called a refresh token")
    func wording() async throws {
        let error = try #require(await error(#"{"error":"invalid_grant"}"#))
        #expect(error.description.contains("the code is not valid, has expired or was used already"))
        #expect(error.description.hasSuffix("begin again, and use the new code at once and once only."))
    }

    @Test("percent-encoding and back", arguments: ["", "a b+c", "ä/&=%", "\u{0}\r\n"])
    func percentEncoding(text: String) {
        #expect(PercentEncoding.decoded(Substring(PercentEncoding.encoded(text))) == text)
    }

    @Test("what is no text is not decoded", arguments: ["%", "%4", "%zz", "%ff", "%+1"])
    func notDecoded(text: String) {
        #expect(PercentEncoding.decoded(Substring(text)) == nil)
    }
}
