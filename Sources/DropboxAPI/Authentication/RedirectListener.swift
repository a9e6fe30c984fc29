import NIOCore
import NIOHTTP1
import NIOPosix

/// Waits on this machine for the one request in which a browser brings the authorisation page's answer (RFC 8252 §7.3).
public struct RedirectListener: Sendable {
    /// What the page answered.
    public enum Answer: Sendable {
        /// A code to exchange.
        case code(Secret)
        /// No code, for the reason `error` (RFC 6749 §4.1.2.1). Both texts are hostile until escaped.
        case refused(error: String, description: String?)
    }

    /// Why nothing can be waited for.
    public struct ListenError: Error, Sendable, Equatable {
        /// The port on 127.0.0.1 that cannot be had.
        public let port: Int
    }

    /// The path of the redirect URI.
    public static let path = "/roster/authorized"

    /// The redirect URI for a port on this machine. Dropbox knows it by its letters, so it is the address and not a name.
    public static func redirectURI(port: Int) -> String { "http://127.0.0.1:\(port)\(path)" }

    /// The port that is listened on.
    public let port: Int
    private let answers: AsyncStream<Answer>

    /// Listens on 127.0.0.1 while `body` runs.
    ///
    /// - Parameters:
    ///   - port: the port; 0 picks a free one.
    ///   - state: what the answer has to repeat. Requests that do not are refused, and the wait goes on.
    /// - Throws: ``ListenError`` when the port cannot be had, and what `body` throws.
    public static func with<Result: Sendable>(
        port: Int,
        state: Secret,
        _ body: (RedirectListener) async throws -> Result
    ) async throws -> Result {
        let (answers, continuation) = AsyncStream.makeStream(of: Answer.self, bufferingPolicy: .bufferingOldest(1))
        let channel: any Channel
        do {
            channel = try await bootstrap { RedirectHandler(state: state, answers: continuation) }
                .bind(host: "127.0.0.1", port: port).get()
        } catch {
            throw ListenError(port: port)
        }
        do {
            let listener = RedirectListener(port: channel.localAddress?.port ?? port, answers: answers)
            let result = try await body(listener)
            try? await channel.close()
            return result
        } catch {
            try? await channel.close()
            throw error
        }
    }

    /// The first answer with the right state.
    ///
    /// - Throws: `CancellationError` when the task is cancelled.
    public func answer() async throws -> Answer {
        for await answer in answers { return answer }
        throw CancellationError()
    }

    private static func bootstrap(_ handler: @escaping @Sendable () -> RedirectHandler) -> ServerBootstrap {
        ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    // A connection that brings nothing does not stay.
                    try pipeline.addHandler(IdleStateHandler(allTimeout: .seconds(10)))
                    try pipeline.configureHTTPServerPipeline(withErrorHandling: true)
                    try pipeline.addHandler(handler())
                }
            }
    }
}
