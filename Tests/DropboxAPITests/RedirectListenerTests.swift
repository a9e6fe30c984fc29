import NIOCore
import NIOHTTP1
import NIOPosix
import Testing

@testable import DropboxAPI

/// The listener takes one answer, with the right state, and nothing that comes before it ends the wait or is repeated.
@Suite("Redirect listener", .timeLimit(.minutes(2)))
struct RedirectListenerTests {
    private static let state = Secret("the-right-state")
    private static let path = RedirectListener.path

    static let hostile: [(String, Int)] = [
        ("/", 404), ("/favicon.ico", 404), ("/roster/authorized/", 404), (path, 400),
        (path + "?state=planted-state&code=planted-code", 400), (path + "?code=planted-code", 400),
        (path + "?state=the-right-state", 400), (path + "?state=the-right-state&code=", 400),
        (path + "?state=the-right-state&code=planted&code=planted", 400),
        (path + "?state=the-right-state&state=the-right-state&code=planted", 400),
        (path + "?state=the-right-state&code=planted&error=planted", 400),
        (path + "?state=the-right-state&code=planted%0d%0aSet-Cookie:x", 400),
        (path + "?state=the-right-state&code=%ff%zz", 400), (path + "?&&==&", 400),
    ]

    /// Sends bytes over a connection of their own and reads until it ends.
    private func send(_ request: String, to port: Int) async throws -> String {
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(string: request))
            var received = ByteBuffer()
            do {
                for try await part in inbound { received.writeImmutableBuffer(part) }
            } catch is IOError {}
            return String(buffer: received)
        }
    }

    private func get(_ uri: String, _ port: Int, method: String = "GET", headers: String = "") async throws -> String {
        try await send("\(method) \(uri) HTTP/1.1\r\nHost: 127.0.0.1\r\n\(headers)\r\n", to: port)
    }

    /// The code of the answer; nil if it is a refusal.
    private func answer(after hostile: (Int) async throws -> Void) async throws -> Secret? {
        try await RedirectListener.with(port: 0, state: Self.state) { listener in
            try await hostile(listener.port)
            let page = try await get("\(Self.path)?state=the-right-state&code=the%2Dright+", listener.port)
            #expect(page.hasPrefix("HTTP/1.1 400"), "a code holds no space: \(page)")
            let good = try await get("\(Self.path)?state=the-right-state&code=the%2Dright-code", listener.port)
            #expect(good.hasPrefix("HTTP/1.1 200") && !good.contains("the-right"))
            #expect(good.contains("Referrer-Policy: no-referrer") && good.contains("Cache-Control: no-store"))
            guard case .code(let code) = try await listener.answer() else { return nil }
            return code
        }
    }

    @Test(
        "what is not the answer does not end the wait",
        arguments: hostile
    )
    func hostileRequests(uri: String, status: Int) async throws {
        let code = try await answer { port in
            let page = try await get(uri, port)
            #expect(page.hasPrefix("HTTP/1.1 \(status)"), "\(page)")
            #expect(!page.contains("planted") && !page.contains("the-right"))
        }
        #expect(code?.reveal() == "the-right-code")
    }

    @Test("other methods, bodies, broken and huge requests do not end the wait")
    func brokenRequests() async throws {
        let right = "\(Self.path)?state=the-right-state&code=planted"
        let code = try await answer { port in
            for method in ["POST", "HEAD", "OPTIONS", "DELETE"] {
                let page = try await get(right, port, method: method, headers: "Content-Length: 0\r\n")
                #expect(page.hasPrefix("HTTP/1.1 404"), "\(method): \(page)")
            }
            let huge = String(repeating: "a", count: 200_000)
            for request in ["nonsense\r\n\r\n", "GET \(right)", "\0\0\0", "GET / HTTP/9.9\r\n\r\n"] {
                // A request that is not complete is ended from this side.
                let end = request.hasSuffix("\r\n\r\n") ? "" : "\r\n\r\nmore\r\n\r\n"
                #expect(!(try await send(request + end, to: port)).hasPrefix("HTTP/1.1 200"), "\(request)")
            }
            #expect(!(try await get("/", port, headers: "X-Huge: \(huge)\r\n")).hasPrefix("HTTP/1.1 200"))
            #expect(!(try await get(right + huge, port)).contains(" 200 "))
        }
        #expect(code?.reveal() == "the-right-code")
    }

    @Test("a refusal is an answer, with its reason")
    func refusal() async throws {
        let refused = try await RedirectListener.with(port: 0, state: Self.state) { listener in
            let query = "?error=access_denied&error_description=Not+%3Cnow%3E&state=the-right-state"
            let page = try await get(Self.path + query, listener.port)
            #expect(page.hasPrefix("HTTP/1.1 200") && !page.contains("now"))
            guard case .refused(let error, let description) = try await listener.answer() else { return "" }
            return "\(error): \(description ?? "")"
        }
        #expect(refused == "access_denied: Not <now>")
    }

    @Test("a port that is in use is said to be")
    func portInUse() async throws {
        _ = try await RedirectListener.with(port: 0, state: Self.state) { first in
            await #expect(throws: RedirectListener.ListenError(port: first.port)) {
                _ = try await RedirectListener.with(port: first.port, state: Self.state) { $0.port }
            }
        }
    }

    @Test("cancelling ends the wait")
    func cancellation() async throws {
        await #expect(throws: CancellationError.self) {
            try await RedirectListener.with(port: 0, state: Self.state) { listener in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { _ = try await listener.answer() }
                    group.cancelAll()
                    try await group.waitForAll()
                }
            }
        }
    }
}
