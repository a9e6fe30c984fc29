import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// What an admin does on the simulator's authorisation page.
enum Browser {
    /// Opens the page, presses a button, and goes where that leads.
    ///
    /// - Returns: the code that is shown; nil when there is none.
    static func press(_ decision: String, on address: String) async throws -> String? {
        var request = HTTPClientRequest(url: address)
        request.method = .POST
        request.headers = ["Content-Type": "application/x-www-form-urlencoded"]
        request.body = .bytes(ByteBuffer(string: "decision=\(decision)"))
        let page = try await open(request)
        return page.firstMatch(of: /<code>([^<]+)<\/code>/).map { String($0.output.1) }
    }

    /// Opens an address.
    @discardableResult
    static func get(_ address: String) async throws -> String { try await open(HTTPClientRequest(url: address)) }

    /// Follows redirects as browsers do: with a `GET`.
    private static func open(_ request: HTTPClientRequest) async throws -> String {
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
        return String(buffer: try await response.body.collect(upTo: 1 << 20))
    }
}
