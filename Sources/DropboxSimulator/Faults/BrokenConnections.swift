import Foundation
import Hummingbird
import NIOCore

extension Channel {
    /// Closes the connection with a TCP reset, and drops what was not read or sent.
    func abort() async {
        if let options = self as? any SocketOptionProvider {
            try? await options.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
        }
        try? await close()
    }
}

extension Response {
    /// The same with half of the body, after which the connection closes. `Content-Length` still promises all of it.
    func breakingOff(_ channel: any Channel) -> Response {
        let whole = body
        let length = whole.contentLength ?? 0
        var broken = self
        broken.body = ResponseBody(contentLength: length) { writer in
            try await whole.map { part in part.firstHalf }.write(writer)
            try? await channel.close()
            throw ConnectionEnded()
        }
        return broken
    }
}

extension ByteBuffer {
    fileprivate var firstHalf: ByteBuffer {
        getSlice(at: readerIndex, length: readableBytes / 2) ?? ByteBuffer()
    }
}
