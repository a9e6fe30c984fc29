/// Holds back every call of a client until the moment Dropbox asked to wait for, and then lets fewer of them out at a
/// time: the limit is the team's, and rejected calls count against it too.
actor RateLimiter {
    /// Whether a call may go out.
    enum Admission: Sendable {
        /// It may; the ticket is given back with ``leave(_:isRateLimited:)``.
        case granted(CallWindow.Ticket)
        /// The pause goes on for longer than is waited for.
        case tooLong(Duration)
        /// Waiting was given up.
        case givenUp
    }

    /// What came of the pause that Dropbox asked for.
    struct Pause: Sendable {
        /// Whether it began or noticeably prolonged a pause, so that it is worth telling.
        let isNews: Bool
        /// The most calls at a time from now on; nil when there is no limit.
        let callsAtATime: Int?
    }

    private let time: Timekeeper
    private var resumeAt: Duration?
    private var window = CallWindow()
    private var waiters: [CheckedContinuation<Void, Never>] = []
    private var isEnding = false
    private var isEndingForJobs = false

    /// How long a wait goes on until it looks again whether it is still wanted.
    static let glance = Duration.seconds(1)

    init(time: Timekeeper) { self.time = time }

    /// Has no call wait for its turn any more, those that wait now included; polls of jobs only if told.
    func stopWaiting(forJobs: Bool) {
        isEnding = true
        isEndingForJobs = isEndingForJobs || forJobs
        wakeWaiters()
    }

    /// Whether calls, or polls of jobs, still wait.
    func mayWait(forJob isPoll: Bool) -> Bool { isPoll ? !isEndingForJobs : !isEnding }

    /// Waits until a call may go out; for the end of a pause no longer than `limit`.
    func enter(atMost limit: Duration, isPoll: Bool = false) async throws -> Admission {
        let latest = time.now() + limit
        while true {
            if let moment = resumeAt {
                let rest = moment - time.now()
                guard rest <= .zero else {
                    guard mayWait(forJob: isPoll) else { return .givenUp }
                    guard moment <= latest else { return .tooLong(rest) }
                    try await time.sleep(min(rest, Self.glance))
                    continue
                }
                resumeAt = nil
            }
            if let ticket = window.admit(at: time.now()) { return .granted(ticket) }
            guard mayWait(forJob: isPoll) else { return .givenUp }
            await withCheckedContinuation { waiters.append($0) }
            try Task.checkCancellation()
        }
    }

    /// A call has ended: another may go out, unless a pause of `delay` begins or the window has shrunk.
    @discardableResult
    func leave(
        _ ticket: CallWindow.Ticket,
        isRateLimited: Bool = false,
        pausingFor delay: Duration? = nil
    ) -> Pause? {
        window.end(ticket, isRateLimited: isRateLimited, at: time.now())
        let pause = delay.map { self.pause(for: $0) }
        wakeWaiters()
        return pause
    }

    /// Lets no call pass for `delay` from now; never shortens a pause.
    private func pause(for delay: Duration) -> Pause {
        let now = time.now()
        let end = max(resumeAt ?? now, now)
        let moment = max(now + delay, end)
        if moment > now { resumeAt = moment }
        window.hold(until: moment)
        return Pause(isNews: end == now || moment - end >= Self.glance, callsAtATime: window.limit)
    }

    // All of them look again, as the first may have been cancelled; those for whom there is no room queue up anew.
    private func wakeWaiters() {
        for waiter in waiters { waiter.resume() }
        waiters = []
    }
}
