import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Testing

@testable import DropboxSimulator

/// What came back over loopback.
struct Reply {
    let status: Int
    let headers: HTTPHeaders
    let body: String

    var json: JSONValue { (try? JSONParser.parse(Array(body.utf8))) ?? .null }
    var errorTag: String? { json["error"].tag }
}

/// Shows redirects instead of following them; lives as long as the process. The time to connect is also the time that a request
/// may wait for one of the pool's connections, which is long while other tests keep the machine busy.
private let client = HTTPClient(
    eventLoopGroupProvider: .singleton,
    configuration: .init(redirectConfiguration: .disallow, timeout: .init(connect: .seconds(120)))
)

extension RunningSimulator {
    /// Sends a request as it is.
    func send(_ path: String, method: HTTPMethod = .POST, headers: HTTPHeaders, body: String) async throws -> Reply {
        var request = HTTPClientRequest(url: origin + path)
        request.method = method
        request.headers = headers
        if method != .GET { request.body = .bytes(ByteBuffer(string: body)) }
        let response = try await client.execute(request, timeout: .seconds(120))
        let buffer = try await response.body.collect(upTo: 16 * 1024 * 1024)
        return Reply(status: Int(response.status.code), headers: response.headers, body: String(buffer: buffer))
    }

    /// Calls a route with token and content type.
    func post(
        _ route: String,
        _ body: String = "null",
        token: String = SimulatorConfiguration.defaultAccessToken
    ) async throws -> Reply {
        let headers: HTTPHeaders = ["Authorization": "Bearer \(token)", "Content-Type": "application/json"]
        return try await send("/2/\(route)", headers: headers, body: body)
    }

    /// Sends a form to the token endpoint.
    func token(_ form: String, headers: HTTPHeaders = [:]) async throws -> Reply {
        var headers = headers
        headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        return try await send("/oauth2/token", headers: headers, body: form)
    }
}
