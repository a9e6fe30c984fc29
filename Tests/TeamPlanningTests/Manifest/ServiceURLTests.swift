import Testing

@testable import TeamPlanning

struct ServiceURLTests {
    @Test(arguments: [
        "https://api.dropboxapi.com/2", "https://api.dropboxapi.com", "https://x", "https://x:443/",
        "https://10.0.0.1/2",
        "https://[2001:db8::1]:8443/2", "http://localhost", "http://localhost:1/2", "http://127.0.0.1:65535/2",
        "http://127.255.0.255", "http://[::1]/2", "https://x/a%20b/~c",
    ])
    func accepts(url: String) {
        #expect(isServiceURL(url))
    }

    @Test(arguments: [
        "", "https://", "https:///2", "api.dropboxapi.com/2", "ftp://x", "HTTPS://x", "https:/x", "https://x:0",
        "https://x:65536", "https://x:", "https://x:08", "https://x:8a", "https://x:99999999999999999999",
        "https://u@x",
        "https://u:p@x/2", "https://x?q", "https://x/2?q=1", "https://x/2#f", "https://x y", "https://x\n",
        "https://-x",
        "https://[::1", "https://[]", "https://[::1]x", "https://é.example", "http://api.dropboxapi.com/2",
        "http://0.0.0.0", "http://127.0.0.1.example.com", "http://localhost.example.com",
        "http://localhost@example.com",
        "http://127.0.0.1@example.com", "http://127.1", "http://127.0.0.256", "http://127.0.0.01", "http://127.0.0.+1",
        "http://[::2]", "http://[::ffff:127.0.0.1]", "http://2130706433", "http://example.com/127.0.0.1",
    ])
    func refuses(url: String) {
        #expect(!isServiceURL(url))
    }
}
