extension DropboxClient {
    /// Waits before the team is read to find out what became of a write, and tells the observer; no wait is not told.
    ///
    /// The client itself never repeats a write whose effect is not known.
    ///
    /// - Parameters:
    ///   - route: the route of the write.
    ///   - error: the failure of the write, if there was one.
    ///   - delay: how long to wait.
    ///   - tries: how often the write has been tried so far, at least once.
    /// - Throws: `CancellationError`.
    public func waitBeforeVerifying(
        _ route: String,
        after error: DropboxError? = nil,
        for delay: Duration,
        tries: Int = 1
    ) async throws {
        guard delay > .zero else { return }
        loop.observer(
            ClientEvent(
                kind: .verification,
                route: route,
                httpStatus: error?.httpStatus,
                delay: delay,
                reason: error?.code,
                tries: tries
            )
        )
        try await time.sleep(delay)
    }
}
