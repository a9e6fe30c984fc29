/// Repeats a call as the retry policy says: the thin loop around `RetryDecision`.
struct CallLoop: Sendable {
    let policy: RetryPolicy
    let time: Timekeeper
    let limiter: RateLimiter
    let observer: ClientObserver

    func run<Value: Sendable>(
        _ route: RouteFacts,
        _ attempt: () async throws -> Value
    ) async throws -> Value {
        var decision = RetryDecision(policy: policy)
        while true {
            if let rest = try await limiter.waitForTurn(atMost: policy.maximumRateLimitWait) {
                throw DropboxError(.rateLimited, route: route.path, retryAfter: rest)
            }
            try Task.checkCancellation()
            do {
                return try await attempt()
            } catch let error as DropboxError {
                let step = decision.step(after: error, access: route.access, jitter: time.jitter())
                try await take(step, after: error, tries: decision.tries)
            }
        }
    }

    private func take(_ step: RetryDecision.Step, after error: DropboxError, tries: Int) async throws {
        switch step {
        case .fail:
            throw error
        case .failAndPauseAll(let delay):
            await limiter.pause(for: delay)
            throw error
        case .pauseAll(let delay):
            await limiter.pause(for: delay)
            announce(.pause, delay, error, tries)
        case .retry(let delay):
            announce(.retry, delay, error, tries)
            try await time.sleep(delay)
        }
    }

    private func announce(_ kind: ClientEvent.Kind, _ delay: Duration, _ error: DropboxError, _ tries: Int) {
        observer(
            ClientEvent(
                kind: kind,
                route: error.route,
                httpStatus: error.httpStatus,
                delay: delay,
                reason: error.code,
                tries: tries
            )
        )
    }
}
