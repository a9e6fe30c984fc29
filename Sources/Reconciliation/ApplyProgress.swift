public import TeamPlanning

/// What an apply tells those who watch it, in the order in which it happens.
public enum ApplyProgress: Sendable {
    /// The apply begins; so many changes lie ahead.
    case started(total: Int)
    /// A change begins.
    case changeStarted(Change)
    /// A change has ended; so many have ended so far.
    case changeFinished(ChangeOutcome, finished: Int, total: Int)
    /// Nothing further starts, and so many calls are still under way. Comes again for every further signal.
    case stopping(StopCause, underWay: Int)
    /// The journal fails; nothing further starts.
    case journalFailed(JournalError)
    /// The team is read again; attempts count from one.
    case verifying(attempt: Int)
    /// The team could not be read again, so what remains is not known.
    case verificationFailed(any Error)
}
