import DropboxAPI
import Foundation
import Synchronization

/// Compares the clock of whoever answers with the one of this machine, by the first answer that tells the time.
final class ServerClock: Sendable {
    private let now: @Sendable () -> Date
    private let difference = Mutex<Int64?>(nil)

    init(now: @escaping @Sendable () -> Date) { self.now = now }

    /// How many seconds this machine is ahead of the server; nil when no answer told the time. The time that the answer
    /// took is part of it.
    var secondsAhead: Int64? { difference.withLock { $0 } }

    /// A transport that is watched.
    func watching(_ transport: any HTTPTransport) -> any HTTPTransport { Watched(transport: transport, clock: self) }

    fileprivate func take(_ response: HTTPResponse) {
        guard let sentAt = response.sentAt else { return }
        let local = Int64(now().timeIntervalSince1970)
        difference.withLock { $0 = $0 ?? (local - sentAt) }
    }
}

private struct Watched: HTTPTransport {
    let transport: any HTTPTransport
    let clock: ServerClock

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        let response = try await transport.send(request)
        clock.take(response)
        return response
    }
}
