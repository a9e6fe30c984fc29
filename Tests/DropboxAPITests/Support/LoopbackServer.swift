import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A real HTTP/1.1 server on a free loopback port that answers every request in one way.
struct LoopbackServer {
    enum Behaviour: Sendable {
        case answer(status: Int, headers: [(String, String)] = [], body: String)
        /// Answers, then closes the connection without having said so.
        case answerAndHangUp(body: String)
        /// Promises more bytes than it sends, then closes.
        case truncate
        /// Closes as soon as the request has arrived.
        case hangUp
        /// Never answers.
        case ignore
    }

    let port: Int
    let seen: RequestLog
    private let channel: any Channel

    /// Runs `body` with a server, and stops the server afterwards.
    static func run<Value>(
        _ behaviour: Behaviour,
        _ body: (LoopbackServer) async throws -> Value
    ) async throws -> Value {
        let log = RequestLog()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(Answering(behaviour, log: log))
                }
            }
            .bind(host: "127.0.0.1", port: 0)
            .get()
        let server = LoopbackServer(port: channel.localAddress?.port ?? 0, seen: log, channel: channel)
        do {
            let value = try await body(server)
            try await channel.close()
            return value
        } catch {
            try await channel.close()
            throw error
        }
    }
}

/// The request lines and header fields that arrived.
final class RequestLog: Sendable {
    private let heads = Mutex<[HTTPRequestHead]>([])

    var all: [HTTPRequestHead] { heads.withLock { $0 } }

    func append(_ head: HTTPRequestHead) { heads.withLock { $0.append(head) } }
}

private final class Answering: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let behaviour: LoopbackServer.Behaviour
    private let log: RequestLog

    init(_ behaviour: LoopbackServer.Behaviour, log: RequestLog) {
        self.behaviour = behaviour
        self.log = log
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): log.append(head)
        case .body: break
        case .end: answer(context)
        }
    }

    private func answer(_ context: ChannelHandlerContext) {
        switch behaviour {
        case .ignore:
            break
        case .hangUp:
            context.close(promise: nil)
        case .answerAndHangUp(let body):
            write(context, status: 200, headers: [("content-length", "\(body.utf8.count)")], body: body)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
            context.close(promise: nil)
        case .truncate:
            write(context, status: 200, headers: [("content-length", "100")], body: "{\"name\":")
            context.flush()
            context.close(promise: nil)
        case .answer(let status, let headers, let body):
            write(context, status: status, headers: headers + [("content-length", "\(body.utf8.count)")], body: body)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }
    }

    private func write(_ context: ChannelHandlerContext, status: Int, headers: [(String, String)], body: String) {
        let head = HTTPResponseHead(
            version: .http1_1,
            status: HTTPResponseStatus(statusCode: status),
            headers: HTTPHeaders(headers)
        )
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: body)))), promise: nil)
    }
}
