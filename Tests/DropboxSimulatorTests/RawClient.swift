import NIOCore
import NIOPosix

@testable import DropboxSimulator

/// What a connection brought until it ended: bytes, and how it ended.
struct RawReply {
    enum Ending: Equatable {
        case closed
        case reset
    }

    let text: String
    let ending: Ending

    var head: String { text.components(separatedAt: "\r\n\r\n").first }
    var body: String { text.components(separatedAt: "\r\n\r\n").rest }
}

extension String {
    fileprivate func components(separatedAt separator: String) -> (first: String, rest: String) {
        guard let range = firstRange(of: separator) else { return (self, "") }
        return (String(self[..<range.lowerBound]), String(self[range.upperBound...]))
    }
}

extension RunningSimulator {
    /// Sends one request over a connection of its own, and reads until the connection ends.
    func raw(_ path: String, _ body: String = "null") async throws -> RawReply {
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        let request =
            "POST \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            + "Authorization: Bearer \(SimulatorConfiguration.defaultAccessToken)\r\n"
            + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
        return try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(string: request))
            var received = ByteBuffer()
            do {
                for try await part in inbound { received.writeImmutableBuffer(part) }
                return RawReply(text: String(buffer: received), ending: .closed)
            } catch let error as IOError where error.errnoCode == ECONNRESET {
                return RawReply(text: String(buffer: received), ending: .reset)
            }
        }
    }
}
