/// How often and how long a job is asked after. Dropbox documents no cadence.
public struct JobPolling: Sendable, Hashable {
    /// The wait before the first question; 1 s unless told.
    public var firstDelay = Duration.seconds(1)
    /// The longest wait between two questions, after growing by half each time; 10 s unless told.
    public var maximumDelay = Duration.seconds(10)
    /// How long to wait in all; 10 minutes unless told.
    public var limit = Duration.seconds(600)

    /// The default cadence.
    public init() {}

    /// The wait after one of `delay`.
    func delay(after delay: Duration) -> Duration { min(delay * 1.5, maximumDelay) }
}
