import DropboxAPI
import Testing

/// Which hosts are reached through a proxy.
@Suite struct ProxySettingsTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let exceptions: String
        let host: String
        var port = 443
        let usesProxy: Bool
        var testDescription: String { "\(host):\(port) with NO_PROXY=\(exceptions)" }
    }

    @Test(arguments: [
        Case(exceptions: "", host: "api.dropboxapi.com", usesProxy: true),
        Case(exceptions: "*", host: "api.dropboxapi.com", usesProxy: false),
        Case(exceptions: "api.dropboxapi.com", host: "api.dropboxapi.com", usesProxy: false),
        Case(exceptions: "API.dropboxAPI.com", host: "api.DROPBOXapi.com", usesProxy: false),
        Case(exceptions: "dropboxapi.com", host: "api.dropboxapi.com", usesProxy: false),
        Case(exceptions: ".dropboxapi.com", host: "api.dropboxapi.com", usesProxy: false),
        Case(exceptions: "*.dropboxapi.com", host: "api.dropboxapi.com", usesProxy: false),
        Case(exceptions: "boxapi.com", host: "api.dropboxapi.com", usesProxy: true),
        Case(exceptions: "a.test, b.test  c.test", host: "c.test", usesProxy: false),
        Case(exceptions: ",, ,", host: "c.test", usesProxy: true),
        Case(exceptions: "c.test:443", host: "c.test", usesProxy: false),
        Case(exceptions: "c.test:8443", host: "c.test", usesProxy: true),
        Case(exceptions: "c.test:8443", host: "c.test", port: 8443, usesProxy: false),
        Case(exceptions: "2001:db8::1", host: "2001:db8::1", usesProxy: false),
        Case(exceptions: "[2001:db8::1]:443", host: "2001:db8::1", usesProxy: false),
        Case(exceptions: "", host: "localhost", usesProxy: false),
        Case(exceptions: "", host: "127.0.0.1", usesProxy: false),
        Case(exceptions: "", host: "::1", usesProxy: false),
        Case(exceptions: "", host: "127.0.0.1.evil.test", usesProxy: true),
    ])
    func exceptions(_ testCase: Case) throws {
        for name in ["NO_PROXY", "no_proxy"] {
            let environment = ["HTTPS_PROXY": "http://proxy.test:3128", name: testCase.exceptions]
            let settings = try ProxySettings(environment: environment)
            #expect(settings.usesProxy(forHost: testCase.host, port: testCase.port) == testCase.usesProxy)
        }
    }

    @Test(arguments: [
        (["https_proxy": "http://p.test:1"], true), (["HTTPS_PROXY": "p.test:1"], true),
        (["ALL_PROXY": "socks5://p.test"], true), (["all_proxy": "http://[2001:db8::9]:3128"], true),
        (["HTTPS_PROXY": ""], false), (["HTTP_PROXY": "http://p.test:1"], false), ([:], false),
    ])
    func variables(environment: [String: String], usesProxy: Bool) throws {
        let settings = try ProxySettings(environment: environment)
        #expect(settings.usesProxy(forHost: "api.dropboxapi.com", port: 443) == usesProxy)
    }

    @Test(arguments: [
        ["HTTPS_PROXY": "https://p.test"], ["HTTPS_PROXY": "ftp://p.test"], ["HTTPS_PROXY": "http://"],
        ["ALL_PROXY": "socks5://user:pw@p.test"], ["HTTPS_PROXY": "http://p.test:70000"],
    ])
    func refuses(environment: [String: String]) {
        let error = #expect(throws: TransportError.self) { try ProxySettings(environment: environment) }
        #expect(error?.code == .misconfigured)
        #expect(error?.detail.contains("_PROXY") == true)
    }
}
