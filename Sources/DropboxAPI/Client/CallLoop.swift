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
            let ticket = try await turn(for: route)
            do {
                try Task.checkCancellation()
                let value = try await attempt()
                await limiter.leave(ticket)
                return value
            } catch let error as DropboxError {
                let step = decision.step(after: error, access: route.access, jitter: time.jitter())
                let isRateLimited = error.code == .rateLimited
                let pause = await limiter.leave(ticket, isRateLimited: isRateLimited, pausingFor: step.pause)
                try await take(step, pause, after: error, tries: decision.tries)
            } catch {
                await limiter.leave(ticket)
                throw error
            }
        }
    }

    private func turn(for route: RouteFacts) async throws -> CallWindow.Ticket {
        switch try await limiter.enter(atMost: policy.maximumRateLimitWait, isPoll: route.isPoll) {
        case .granted(let ticket): ticket
        case .tooLong(let rest): throw DropboxError(.rateLimited, route: route.path, retryAfter: rest)
        case .givenUp: throw DropboxError(.notSent, route: route.path)
        }
    }

    private func take(
        _ step: RetryDecision.Step,
        _ pause: RateLimiter.Pause?,
        after error: DropboxError,
        tries: Int
    ) async throws {
        switch step {
        case .fail, .failAndPauseAll:
            throw error
        case .pauseAll(let delay):
            guard let pause, pause.isNews else { return }
            announce(.pause(callsAtATime: pause.callsAtATime), delay, error, tries)
        case .retry(let delay):
            announce(.retry, delay, error, tries)
            try await time.sleep(delay)
        }
    }

    /// Tells the observer why a call waits.
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
