import DropboxAPI
import Testing

/// Secrets show up in no description, dump or error, even when a server repeats them.
@Suite struct SecrecyTests {
    static func printed(_ value: Any) -> String {
        var text = "\(value) \(String(reflecting: value)) \(String(describing: Optional(value)))"
        dump(value, to: &text)
        return text
    }

    @Test func aSecretIsRedactedHoweverItIsPrinted() {
        let secret = Secret("hunter2")
        #expect(Self.printed(secret).contains("<redacted>"))
        #expect(!Self.printed(secret).contains("hunter2"))
        #expect(!Self.printed(["token": secret]).contains("hunter2"))
        #expect(secret.reveal() == "hunter2")
        #expect(Mirror(reflecting: secret).children.isEmpty)
    }

    @Test func credentialsAndClientsShowNoSecret() throws {
        let proxies = try ProxySettings(environment: ["HTTPS_PROXY": "http://user:proxy-pass@proxy.test:1"])
        let text = Self.printed(TokenTests.grant) + Self.printed(Bench([]).client) + Self.printed(proxies)
        for secret in ["APP-SECRET", "REFRESH/SECRET", Bench.token, "proxy-pass"] {
            #expect(!text.contains(secret))
        }
    }

    @Test(arguments: [400, 404, 418])
    func aBodyThatRepeatsTheTokenIsRedacted(status: Int) async {
        let bench = Bench([.json(status, "You sent: Bearer \(Bench.token)")])
        let error = await dropboxError { try await bench.read() }
        #expect(error?.detail == "You sent: Bearer <redacted>")
        #expect(error.map { Self.printed($0).contains(Bench.token) } == false)
    }

    @Test(arguments: [401, 403, 409, 429, 500])
    func aUserMessageThatRepeatsTheTokenIsRedactedAndCut(status: Int) async {
        let message = "\(Bench.token) " + String(repeating: "x", count: 1000)
        let body = #"{"error":{".tag":"other"},"user_message":{"locale":"en","text":"\#(message)"}}"#
        var policy = RetryPolicy()
        (policy.maximumTries, policy.maximumRateLimitWait) = (1, .zero)
        let bench = Bench([.json(status, body)], policy: policy)
        let error = await dropboxError { try await bench.write() }
        #expect(error.map { Self.printed($0).contains(Bench.token) } == false)
        #expect(error.map { $0.description.count < 600 } == true)
    }

    @Test(arguments: [
        #"{".tag":"@"}"#, #""@""#, #"{".tag":"missing_scope","required_scope":"@"}"#, #"{"reason":{".tag":"@"}}"#,
        #"{".tag":"users_not_found","users_not_found":["@"]}"#, #"{".tag":"path","path":{".tag":"@"}}"#,
    ])
    func aTagOrIDThatRepeatsTheTokenIsNotShown(error: String) async {
        let body = #"{"error":\#(error.replacing("@", with: "Bearer \(Bench.token)"))}"#
        for status in [401, 403, 409] {
            let turn = ScriptedTransport.Turn.json(
                status,
                body,
                [HTTPField("X-Dropbox-Request-Id", "id-\(Bench.token)")]
            )
            let error = await dropboxError { try await Bench([turn]).write() }
            #expect(error != nil)
            #expect(error.map { Self.printed($0).contains(Bench.token) } == false)
        }
    }

    @Test func aTokenEndpointThatRepeatsSecretsIsRedacted() async {
        let body = #"{"error":"invalid_grant","error_description":"bad REFRESH/SECRET+= of APP-SECRET"}"#
        let error = await dropboxError { try await Bench([.json(400, body)], credentials: TokenTests.grant).read() }
        #expect(error?.detail == "invalid_grant, bad <redacted> of <redacted>")
    }

    @Test func aProxyErrorDoesNotRepeatItsPassword() {
        let error = #expect(throws: TransportError.self) {
            try ProxySettings(environment: ["HTTPS_PROXY": "ftp://user:hunter2@proxy.test"])
        }
        #expect(error.map { Self.printed($0).contains("hunter2") } == false)
        #expect(error?.code == .misconfigured)
    }
}
