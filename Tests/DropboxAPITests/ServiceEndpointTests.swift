import DropboxAPI
import Testing

/// Where a token may be sent.
@Suite struct ServiceEndpointTests {
    @Test(arguments: [
        ("https://api.dropboxapi.com/2", "https://api.dropboxapi.com/2"),
        ("https://API.Dropbox.test/2///", "https://api.dropbox.test/2"),
        ("HTTPS://host.test", "https://host.test"), ("https://host.test:8443/a/b", "https://host.test:8443/a/b"),
        ("http://localhost:8484/2", "http://localhost:8484/2"), ("http://127.0.0.1/2", "http://127.0.0.1/2"),
        ("http://127.8.9.255:1", "http://127.8.9.255:1"), ("http://[::1]:8484/2", "http://[::1]:8484/2"),
    ])
    func accepts(text: String, url: String) throws {
        #expect(try ServiceEndpoint(text).description == url)
    }

    @Test(arguments: [
        ("http://api.dropboxapi.com/2", "unencrypted"), ("http://127.0.0.1.evil.test/2", "unencrypted"),
        ("http://127.0.0.256", "unencrypted"), ("http://127.1", "unencrypted"), ("http://0.0.0.0", "unencrypted"),
        ("http://localhost.evil.test", "unencrypted"), ("http://[::2]", "unencrypted"),
        ("http://10.0.0.1", "unencrypted"), ("http://localhost@evil.test/2", "credentials"),
        ("https://user:pw@host.test", "credentials"), ("https://host.test/2?x=1", "query"),
        ("https://host.test/2#x", "fragment"), ("ftp://host.test", "scheme"), ("https://", "host"), ("", "not a valid"),
        ("api.dropboxapi.com", "not a valid"), ("https://host.test:99999", "port"),
    ])
    func refuses(text: String, problem: String) {
        let error = #expect(throws: DropboxError.self) { try ServiceEndpoint(text) }
        #expect(error?.code == .invalidEndpoint)
        #expect(error?.description.contains(problem) == true)
    }
}
