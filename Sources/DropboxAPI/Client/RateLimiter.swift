/// Holds back every call of a client until the moment Dropbox asked to wait for: the limit is the team's, and rejected
/// calls count against it too.
actor RateLimiter {
    private let time: Timekeeper
    private var resumeAt: Duration?

    init(time: Timekeeper) { self.time = time }

    /// Lets no call pass for `delay` from now; never shortens a pause.
    func pause(for delay: Duration) {
        let moment = time.now() + delay
        if moment > resumeAt ?? moment - delay { resumeAt = moment }
    }

    /// Waits until calls may go out, for `limit` at most.
    ///
    /// - Returns: nil when it is the caller's turn; else the rest of a pause that ends too late to wait for.
    func waitForTurn(atMost limit: Duration) async throws -> Duration? {
        let latest = time.now() + limit
        while let moment = resumeAt {
            let rest = moment - time.now()
            if rest <= .zero {
                resumeAt = nil
                return nil
            }
            if moment > latest { return rest }
            try await time.sleep(rest)
        }
        return nil
    }
}
