/// How many calls of a client may be under way at a time. Pure: time and events come in, the answer comes out.
///
/// There is no limit until Dropbox answers 429. Then half of the calls in use are allowed, which is the most that were under
/// way together since the last halving, and one more for every ``recoverySpan`` without another 429, until it is so high
/// that it limits nothing.
struct CallWindow: Sendable {
    /// How long no 429 may come until one more call is allowed; pauses do not count.
    static let recoverySpan = Duration.seconds(15)
    /// From so many calls on there is no limit any more: the transport has no more of them under way.
    static let ceiling = AsyncHTTPTransport.maximumConcurrentCalls

    /// The right to one call, to be given back when it has ended.
    struct Ticket: Sendable {
        fileprivate let generation: Int
    }

    /// Calls under way.
    private(set) var underWay = 0
    /// The most calls that may be under way; nil when there is no limit.
    private(set) var limit: Int?
    /// Counts the halvings, so that calls sent before one do not cause another.
    private var generation = 0
    /// The most calls that were under way together since the last halving.
    private var mostUnderWay = 0
    private var calmSince = Duration.zero

    /// The right to a call now; nil when enough of them are under way.
    mutating func admit(at now: Duration) -> Ticket? {
        recover(at: now)
        if let limit, underWay >= limit { return nil }
        underWay += 1
        mostUnderWay = max(mostUnderWay, underWay)
        return Ticket(generation: generation)
    }

    /// A call has ended; one that was answered 429 halves what is allowed, once for all that were sent together with it.
    mutating func end(_ ticket: Ticket, isRateLimited: Bool, at now: Duration) {
        if isRateLimited {
            if ticket.generation == generation { halve() }
            calmSince = max(calmSince, now)
        }
        underWay -= 1
    }

    /// Nothing goes out until `moment`, so that nothing is learnt either.
    mutating func hold(until moment: Duration) { calmSince = max(calmSince, moment) }

    private mutating func halve() {
        limit = max(mostUnderWay / 2, 1)
        mostUnderWay = 0
        generation += 1
    }

    private mutating func recover(at now: Duration) {
        while let current = limit, now - calmSince >= Self.recoverySpan {
            calmSince += Self.recoverySpan
            limit = current + 1 < Self.ceiling ? current + 1 : nil
        }
    }
}
