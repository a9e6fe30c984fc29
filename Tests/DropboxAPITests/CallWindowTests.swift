import Testing

@testable import DropboxAPI

/// How many calls may be under way: halved by a 429, one more for every span without one.
@Suite struct CallWindowTests {
    private static let span = CallWindow.recoverySpan

    /// A window with so many calls under way, all of the same moment.
    private func window(_ count: Int) -> (CallWindow, [CallWindow.Ticket]) {
        var window = CallWindow()
        let tickets = (0..<count).compactMap { _ in window.admit(at: .zero) }
        return (window, tickets)
    }

    /// How many more calls are admitted at a moment.
    private func room(_ window: CallWindow, at now: Duration) -> Int {
        var window = window
        var count = 0
        while count < 100, window.admit(at: now) != nil { count += 1 }
        return count
    }

    @Test func withoutA429ThereIsNoLimit() {
        var (window, tickets) = window(20)
        for ticket in tickets { window.end(ticket, isRateLimited: false, at: .zero) }
        #expect(window.limit == nil)
        #expect(window.underWay == 0)
        #expect(room(window, at: .zero) == 100)
    }

    @Test(arguments: [(1, 1), (2, 1), (3, 1), (4, 2), (7, 3), (16, 8)])
    func a429HalvesWhatIsUnderWay(count: Int, limit: Int) {
        var (window, tickets) = window(count)
        window.end(tickets[0], isRateLimited: true, at: .zero)
        #expect(window.limit == limit)
    }

    /// What counts is how many calls were in use, not how many of them happen to be left when the 429 comes.
    @Test(arguments: 0...5)
    func aLate429HalvesWhatWasInUse(endedBefore: Int) {
        var (window, tickets) = window(6)
        for ticket in tickets.prefix(endedBefore) { window.end(ticket, isRateLimited: false, at: .zero) }
        window.end(tickets[5], isRateLimited: true, at: .zero)
        #expect(window.limit == 3)
    }

    @Test func sixInUseBecomeThreeAndThenOne() {
        var (window, tickets) = window(6)
        for ticket in tickets { window.end(ticket, isRateLimited: true, at: .zero) }
        #expect(window.limit == 3)
        let next = (0..<3).compactMap { _ in window.admit(at: .zero) }
        for ticket in next.dropLast() { window.end(ticket, isRateLimited: false, at: .zero) }
        window.end(next[2], isRateLimited: true, at: .zero)
        #expect(window.limit == 1)
    }

    /// What was in use before a halving says nothing about the next one.
    @Test func theMostInUseIsCountedAnewAfterAHalving() {
        var (window, tickets) = window(8)
        for ticket in tickets { window.end(ticket, isRateLimited: true, at: .zero) }
        let calm = Self.span * 4
        for _ in 0..<2 {
            guard let first = window.admit(at: calm), let second = window.admit(at: calm) else {
                Issue.record("there is room for two")
                return
            }
            window.end(first, isRateLimited: false, at: calm)
            window.end(second, isRateLimited: false, at: calm)
        }
        guard let last = window.admit(at: calm) else {
            Issue.record("there is room")
            return
        }
        #expect(window.limit == 8)
        window.end(last, isRateLimited: true, at: calm)
        #expect(window.limit == 1)
    }

    /// Random starts and ends: each burst halves once, and by half of the most that were under way together since the last.
    @Test(arguments: 1...200)
    func everyHalvingIsHalfOfTheMostInUse(seed: UInt64) {
        var random = SplitMix(seed: seed)
        var window = CallWindow()
        var open: [(ticket: CallWindow.Ticket, halvingsBefore: Int)] = []
        var (halvings, most) = (0, 0)
        var limit: Int?
        for _ in 0..<200 {
            if open.isEmpty || random.below(2) == 0 {
                guard let ticket = window.admit(at: .zero) else {
                    #expect(open.count >= limit ?? .max)
                    continue
                }
                open.append((ticket, halvings))
                most = max(most, open.count)
            } else {
                let (ticket, halvingsBefore) = open.remove(at: random.below(open.count))
                let isRateLimited = random.below(8) == 0
                window.end(ticket, isRateLimited: isRateLimited, at: .zero)
                if isRateLimited, halvingsBefore == halvings {
                    limit = max(most / 2, 1)
                    (halvings, most) = (halvings + 1, 0)
                }
            }
            #expect(window.limit == limit)
            #expect(window.underWay == open.count)
        }
        #expect(halvings > 0)
    }

    @Test func callsSentTogetherHalveOnce() {
        var (window, tickets) = window(8)
        for ticket in tickets { window.end(ticket, isRateLimited: true, at: .seconds(3)) }
        #expect(window.limit == 4)
        #expect(room(window, at: .seconds(3)) == 4)
    }

    @Test func callsSentAfterwardsHalveAgain() {
        var (window, tickets) = window(8)
        window.end(tickets[0], isRateLimited: true, at: .zero)
        for ticket in tickets.dropFirst() { window.end(ticket, isRateLimited: false, at: .zero) }
        for limit in [2, 1, 1] {
            let count = room(window, at: .zero)
            let sent = (0..<count).compactMap { _ in window.admit(at: .zero) }
            for ticket in sent { window.end(ticket, isRateLimited: true, at: .zero) }
            #expect(window.limit == limit)
        }
    }

    @Test func nothingGoesOutWhileTooManyAreUnderWay() {
        var (window, tickets) = window(8)
        window.end(tickets[0], isRateLimited: true, at: .zero)
        for ticket in tickets[1...3] {
            #expect(room(window, at: .zero) == 0)
            window.end(ticket, isRateLimited: false, at: .zero)
        }
        #expect(room(window, at: .zero) == 0)
        window.end(tickets[4], isRateLimited: false, at: .zero)
        #expect(room(window, at: .zero) == 1)
    }

    @Test(arguments: [(0, 2), (14, 2), (15, 3), (29, 3), (30, 4), (194, 14), (195, 15), (210, nil)])
    func oneMoreIsAllowedForEveryCalmSpan(seconds: Int, limit: Int?) {
        var (window, tickets) = window(4)
        for ticket in tickets { window.end(ticket, isRateLimited: true, at: .zero) }
        _ = window.admit(at: .seconds(seconds))
        #expect(window.limit == limit)
    }

    @Test func aPauseIsNoCalmSpan() {
        var (window, tickets) = window(4)
        for ticket in tickets { window.end(ticket, isRateLimited: true, at: .zero) }
        window.hold(until: .seconds(600))
        #expect(room(window, at: .seconds(600)) == 2)
        #expect(room(window, at: .seconds(600) + Self.span) == 3)
    }

    @Test func aLate429StartsTheSpanAnew() {
        var (window, tickets) = window(4)
        window.end(tickets[0], isRateLimited: true, at: .zero)
        for ticket in tickets.dropFirst() { window.end(ticket, isRateLimited: true, at: .seconds(14)) }
        #expect(room(window, at: .seconds(15)) == 2)
        #expect(room(window, at: .seconds(29)) == 3)
    }
}

/// Chance that a seed repeats.
private struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}
