extension DropboxClient {
    /// Waits after a write whose effect is not known, as long as the retry policy asks for, and tells the observer.
    ///
    /// Then the team can be read to find out: the client itself never repeats a write.
    ///
    /// - Parameters:
    ///   - error: the failure of the write.
    ///   - failures: how often the write has failed so far, at least once.
    /// - Throws: `CancellationError`.
    public func backOff(after error: DropboxError, failures: Int) async throws {
        let delay = loop.policy.delay(afterFailures: failures, jitter: time.jitter())
        loop.observer(
            ClientEvent(
                kind: .retry,
                route: error.route,
                httpStatus: error.httpStatus,
                delay: delay,
                reason: error.code,
                tries: failures
            )
        )
        try await time.sleep(delay)
    }
}
