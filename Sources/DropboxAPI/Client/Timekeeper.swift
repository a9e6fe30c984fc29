/// Time and chance, passed in so that this target reads no clock and its tests never wait.
public struct Timekeeper: Sendable {
    /// The time since any fixed moment; must not run backwards.
    public var now: @Sendable () -> Duration
    /// Waits; throws `CancellationError` when the task is cancelled.
    public var sleep: @Sendable (Duration) async throws -> Void
    /// A random number from 0 up to, but not including, 1.
    public var jitter: @Sendable () -> Double

    /// Time as told by `now`, passed by `sleep`, with chance from `jitter`.
    public init(
        now: @escaping @Sendable () -> Duration,
        sleep: @escaping @Sendable (Duration) async throws -> Void,
        jitter: @escaping @Sendable () -> Double
    ) {
        self.now = now
        self.sleep = sleep
        self.jitter = jitter
    }
}
