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
