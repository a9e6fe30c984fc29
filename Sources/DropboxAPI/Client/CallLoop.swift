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
        case .tooLong(let rest): throw outlasted(DropboxError(.rateLimited, route: route.path, retryAfter: rest))
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
            throw error.code == .rateLimited ? outlasted(error) : error
        case .pauseAll(let delay):
            guard let pause, pause.isNews else { return }
            announce(.pause(callsAtATime: pause.callsAtATime), delay, error, tries)
        case .retry(let delay):
            announce(.retry, delay, error, tries)
            try await time.sleep(delay)
        }
    }

    /// A rate limit that is not waited for, with the wait that Dropbox asked for and the most that a call waits.
    private func outlasted(_ error: DropboxError) -> DropboxError {
        let most = "a call waits \(policy.maximumRateLimitWait.inSeconds) in all"
        guard let asked = error.retryAfter else { return error.with(detail: most) }
        return error.with(
            detail: "Dropbox asked to wait \(asked.inSeconds), and \(most)",
            nextStep: "run again when the \(asked.inSeconds) have passed"
        )
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

extension Duration {
    /// In whole seconds, rounded up: `90 s`.
    fileprivate var inSeconds: String {
        let (seconds, attoseconds) = components
        return "\(attoseconds > 0 ? seconds + 1 : seconds) s"
    }
}
