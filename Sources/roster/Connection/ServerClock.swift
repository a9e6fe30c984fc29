import DropboxAPI
import Foundation
import Synchronization

/// Compares the clock of whoever answers with the one of this machine, by the first answer that tells the time.
final class ServerClock: Sendable {
    private let now: @Sendable () -> Date
    private let seconds = Mutex<Int64?>(nil)

    init(now: @escaping @Sendable () -> Date) { self.now = now }

    /// How far the clocks are apart; nil when no answer told the time. The time that the answer took is part of it.
    var difference: ClockDifference? { seconds.withLock { $0 }.map(ClockDifference.init) }

    /// A transport that is watched.
    func watching(_ transport: any HTTPTransport) -> any HTTPTransport { Watched(transport: transport, clock: self) }

    fileprivate func take(_ response: HTTPResponse) {
        guard let sentAt = response.sentAt else { return }
        let local = Int64(now().timeIntervalSince1970)
        seconds.withLock { $0 = $0 ?? (local - sentAt) }
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

/// How far this machine's clock is from Dropbox's.
struct ClockDifference: Sendable, Equatable {
    /// Seconds that this machine is ahead; fewer than none when it is behind.
    let secondsAhead: Int64

    /// From so many seconds on the clocks disagree, and can no longer be relied on: for TLS certificates and time limits neither.
    static let greatest: UInt64 = 300
    /// What to do about a difference.
    static let remedy = "synchronise this machine's clock (NTP): delete_after_days and token renewal go by it"

    /// Whether the clocks disagree.
    var isGreat: Bool { secondsAhead.magnitude > Self.greatest }

    /// `12 seconds ahead of Dropbox`.
    var text: String {
        let count = secondsAhead.magnitude
        return "\(count) \(count == 1 ? "second" : "seconds") \(direction)"
    }

    /// The same to the hour, so that one plan after the other says the same: `about 3 hours ahead of Dropbox`.
    var roundedText: String {
        let hours = (secondsAhead.magnitude + 1800) / 3600
        if hours >= 48 { return "about \((hours + 12) / 24) days \(direction)" }
        return hours == 0
            ? "less than half an hour \(direction)" : "about \(hours == 1 ? "an hour" : "\(hours) hours") \(direction)"
    }

    private var direction: String { secondsAhead < 0 ? "behind Dropbox" : "ahead of Dropbox" }
}
