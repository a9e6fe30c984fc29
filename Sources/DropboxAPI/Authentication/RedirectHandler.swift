import NIOCore
import NIOHTTP1

/// Answers one request per connection with a fixed page; nothing of the request is repeated.
final class RedirectHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let state: Secret
    private let answers: AsyncStream<RedirectListener.Answer>.Continuation
    private var head: HTTPRequestHead?

    init(state: Secret, answers: AsyncStream<RedirectListener.Answer>.Continuation) {
        self.state = state
        self.answers = answers
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): self.head = head
        case .body: break
        case .end:
            guard let head else { return }
            self.head = nil
            respond(to: RedirectRequest(method: head.method, uri: head.uri), context)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is IdleStateHandler.IdleStateEvent { return context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    /// The answer is passed on once the browser has its page, as the program may end at once.
    private func respond(to request: RedirectRequest?, _ context: ChannelHandlerContext) {
        let answer = request?.answer(to: state)
        let page = RedirectPage(isRightPath: request != nil, isAnswer: answer != nil)
        let channel = context.channel
        let written = context.eventLoop.makePromise(of: Void.self)
        written.futureResult.whenComplete { [answers] _ in
            if let answer { answers.yield(answer) }
            channel.close(promise: nil)
        }
        context.write(wrapOutboundOut(.head(page.head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: page.text)))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: written)
    }
}

/// What a browser is shown.
private struct RedirectPage {
    let head: HTTPResponseHead
    let text: String

    init(isRightPath: Bool, isAnswer: Bool) {
        let sentence: String
        let status: HTTPResponseStatus
        switch (isRightPath, isAnswer) {
        case (_, true):
            (status, sentence) = (.ok, "Dropbox's answer has arrived. Close this page and go back to the terminal.")
        case (true, false):
            (status, sentence) = (.badRequest, "This is not the answer that roster waits for. It goes on waiting.")
        case (false, false): (status, sentence) = (.notFound, "There is nothing here.")
        }
        text =
            "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>roster</title><p>\(sentence)</p></html>\n"
        head = HTTPResponseHead(
            version: .http1_1,
            status: status,
            headers: [
                "Content-Type": "text/html; charset=utf-8", "Content-Length": "\(text.utf8.count)",
                "Connection": "close", "Cache-Control": "no-store", "Referrer-Policy": "no-referrer",
                "Content-Security-Policy": "default-src 'none'", "X-Content-Type-Options": "nosniff",
            ]
        )
    }
}
