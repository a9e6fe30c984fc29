/// How often and how long the client tries again.
public struct RetryPolicy: Sendable, Hashable {
    /// Tries of one call altogether, rate limiting aside; 5 unless told.
    public var maximumTries = 5
    /// The first wait after a failure, doubled each time and shortened at random by up to half; 0.5 s unless told.
    public var firstDelay = Duration.milliseconds(500)
    /// The longest wait after a failure; 30 s unless told.
    public var maximumDelay = Duration.seconds(30)
    /// How long one call may wait for the rate limit in all; 10 minutes unless told.
    public var maximumRateLimitWait = Duration.seconds(600)

    /// The default policy.
    public init() {}

    /// The wait after the given number of failures in a row.
    func delay(afterFailures failures: Int, jitter: Double) -> Duration {
        doubled(firstDelay, times: failures - 1) * (1 - jitter / 2)
    }

    /// `delay`, doubled so many times, up to the longest wait.
    func doubled(_ delay: Duration, times: Int) -> Duration {
        min(delay * (1 << min(times, 16)), maximumDelay)
    }
}

/// What to do about a failed try. Pure: the loop around it waits and calls.
struct RetryDecision {
    enum Step: Hashable {
        case fail
        /// Wait, then repeat this call.
        case retry(after: Duration)
        /// Hold every call back, then repeat this one.
        case pauseAll(Duration)
        /// Hold every other call back, but give this one up.
        case failAndPauseAll(Duration)

        /// How long all calls are held back.
        var pause: Duration? {
            switch self {
            case .pauseAll(let delay), .failAndPauseAll(let delay): delay
            case .fail, .retry: nil
            }
        }
    }

    let policy: RetryPolicy
    /// Tries so far, of any outcome.
    private(set) var tries = 0
    private var failures = 0
    private var pauses = 0
    private var paused = Duration.zero

    init(policy: RetryPolicy) { self.policy = policy }

    mutating func step(after error: DropboxError, access: RouteFacts.Access, jitter: Double) -> Step {
        tries += 1
        switch error.code {
        case .rateLimited: return rateLimitStep(asked: error.retryAfter)
        case .server: return serverStep(error, access: access, jitter: jitter)
        case .transport: return transportStep(error, access: access, jitter: jitter)
        default: return .fail
        }
    }

    // A rate-limited call was not carried out, so reads and writes are alike.
    private mutating func rateLimitStep(asked: Duration?) -> Step {
        pauseStep(asked ?? policy.doubled(RetryAfter.minimum, times: pauses), mayRetry: true)
    }

    private mutating func serverStep(_ error: DropboxError, access: RouteFacts.Access, jitter: Double) -> Step {
        failures += 1
        let mayRetry = access == .read && failures < policy.maximumTries
        if let asked = error.retryAfter { return pauseStep(asked, mayRetry: mayRetry) }
        return mayRetry ? .retry(after: backoff(jitter)) : .fail
    }

    private mutating func transportStep(_ error: DropboxError, access: RouteFacts.Access, jitter: Double) -> Step {
        failures += 1
        let isTransient = error.transportError?.isTransient ?? false
        let isSafe = access == .read || error.transportError?.requestMayHaveBeenSent == false
        return isTransient && isSafe && failures < policy.maximumTries ? .retry(after: backoff(jitter)) : .fail
    }

    private mutating func pauseStep(_ delay: Duration, mayRetry: Bool) -> Step {
        guard mayRetry, paused + delay <= policy.maximumRateLimitWait else { return .failAndPauseAll(delay) }
        pauses += 1
        paused += delay
        return .pauseAll(delay)
    }

    private func backoff(_ jitter: Double) -> Duration { policy.delay(afterFailures: failures, jitter: jitter) }
}

extension TransportError {
    /// Whether another try may succeed.
    fileprivate var isTransient: Bool {
        switch code {
        case .cannotConnect, .timedOut, .connectionLost, .proxyFailed: true
        case .tlsFailed, .responseTooLarge, .invalidRequest, .misconfigured: false
        }
    }
}
