import DropboxAPI
import Foundation

/// Everything that a command may touch besides values. Tests hand in their own.
struct CommandContext: Sendable {
    /// The environment variables.
    var environment: [String: String]
    /// Standard input, output and error.
    var console: any Console
    /// The file system.
    var files: any FileAccess
    /// The time now.
    var now: @Sendable () -> Date
    /// The time since any fixed moment; never runs backwards.
    var uptime: @Sendable () -> Duration
    /// This process.
    var process: ProcessIdentity
    /// Waits. Throws `CancellationError` when the task is cancelled.
    var sleep: @Sendable (Duration) async throws -> Void
    /// Yields for every `SIGINT` and `SIGTERM` from now on until the stream ends.
    var signals: @Sendable () -> AsyncStream<Void>
}

extension CommandContext {
    /// The context of the real process.
    static func system() async -> CommandContext {
        let environment = ProcessInfo.processInfo.environment
        let signals = SystemSignals()
        await signals.install()
        let start = ContinuousClock.now
        return CommandContext(
            environment: environment,
            console: SystemConsole(environment: environment),
            files: SystemFiles(),
            now: { Date() },
            uptime: { ContinuousClock.now - start },
            process: .current(),
            sleep: { try await Task.sleep(for: $0) },
            signals: { signals.stream() }
        )
    }

    /// The time now in whole seconds since 1970.
    var secondsSince1970: Int64 { Int64(now().timeIntervalSince1970) }

    /// The time now as RFC 3339 in UTC, such as `2026-01-31T12:00:00Z`.
    func timestamp() -> String {
        now().formatted(.iso8601)
    }

    /// Time and chance for the client.
    var timekeeper: Timekeeper {
        Timekeeper(now: uptime, sleep: sleep, jitter: { Double.random(in: 0..<1) })
    }

    /// An environment variable that is set to something.
    func variable(_ name: String) -> String? {
        environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}
