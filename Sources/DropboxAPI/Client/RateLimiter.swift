/// Holds back every call of a client until the moment Dropbox asked to wait for: the limit is the team's, and rejected
/// calls count against it too.
actor RateLimiter {
    private let time: Timekeeper
    private var resumeAt: Duration?
    private var mayWait = true

    /// How long a wait goes on until it looks again whether it is still wanted.
    private static let glance = Duration.seconds(1)

    init(time: Timekeeper) { self.time = time }

    /// Lets no call pass for `delay` from now; never shortens a pause.
    func pause(for delay: Duration) {
        let moment = time.now() + delay
        if moment > resumeAt ?? moment - delay { resumeAt = moment }
    }

    /// Has no call wait for the end of a pause any more, those that wait now included.
    func stopWaiting() { mayWait = false }

    /// Waits until calls may go out, for `limit` at most.
    ///
    /// - Returns: nil when it is the caller's turn; else the rest of a pause that is not waited for.
    func waitForTurn(atMost limit: Duration) async throws -> Duration? {
        let latest = time.now() + limit
        while let moment = resumeAt {
            let rest = moment - time.now()
            if rest <= .zero {
                resumeAt = nil
                return nil
            }
            guard mayWait, moment <= latest else { return rest }
            try await time.sleep(min(rest, Self.glance))
        }
        return nil
    }
}
