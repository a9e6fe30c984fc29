import DropboxAPI
import Synchronization
import Testing

/// 429 and `Retry-After`: decided before the body, for reads and writes alike, for all calls of the client.
@Suite struct RateLimitTests {
    typealias Turn = ScriptedTransport.Turn

    static let structBody = #"{"error_summary":"x","error":{"reason":{".tag":"too_many_requests"},"retry_after":7}}"#
    static let date = HTTPField("Date", "Sun, 06 Nov 1994 08:49:37 GMT")

    @Test(
        arguments: [
            ("seconds, empty body", [HTTPField("Retry-After", "15")], "", 15),
            ("seconds, JSON body", [HTTPField("retry-after", "15")], structBody, 15),
            ("seconds, text body", [HTTPField("Retry-After", "15")], "slow down", 15),
            ("seconds, broken JSON", [HTTPField("Retry-After", "2")], "{\"error\"", 2),
            ("only the body says", [], structBody, 7),
            ("nobody says", [], "", 1),
            ("nonsense", [HTTPField("Retry-After", "soon")], "", 1),
            ("decimal", [HTTPField("Retry-After", "1.5")], "", 2),
            ("just over", [HTTPField("Retry-After", "15.0001")], structBody, 16),
            ("no fraction", [HTTPField("Retry-After", "15.000")], "", 15),
            ("less than one", [HTTPField("Retry-After", "0.2")], "", 1),
            ("half a decimal", [HTTPField("Retry-After", "5.")], "", 1),
            ("two points", [HTTPField("Retry-After", "5.5.5")], "", 1),
            ("exponent", [HTTPField("Retry-After", "1e2")], "", 1),
            ("zero", [HTTPField("Retry-After", "0")], "", 1),
            ("negative", [HTTPField("Retry-After", "-5")], "", 1),
            ("date", [date, HTTPField("Retry-After", "Sun, 06 Nov 1994 08:50:07 GMT")], "", 30),
            ("far date", [date, HTTPField("Retry-After", "Sun, 06 Nov 1994 08:59:36 GMT")], structBody, 599),
            ("past date", [date, HTTPField("Retry-After", "Sun, 06 Nov 1994 08:00:00 GMT")], "", 1),
            ("date without Date", [HTTPField("Retry-After", "Sun, 06 Nov 1994 08:50:07 GMT")], "", 1),
        ] as [(String, [HTTPField], String, Int)]
    )
    func waits(name: String, headers: [HTTPField], body: String, seconds: Int) async throws {
        let bench = Bench([.json(429, body, headers), .ok("null")])
        try await bench.write()
        #expect(bench.time.now == .seconds(seconds))
        #expect(bench.events.all.map(\.kind) == [.pause(callsAtATime: 1)])
        #expect(bench.events.all.map(\.delay) == [.seconds(seconds)])
        #expect(bench.events.all.map(\.httpStatus) == [429])
    }

    @Test(arguments: [
        ("midnight", "Mon, 07 Nov 1994 00:00:00 GMT", 54_623), ("new year", "Sun, 01 Jan 1995 00:00:00 GMT", 86_400),
        ("two-digit year", "Sun, 06 Nov 94 08:50:07 GMT", nil), ("no such month", "Sun, 06 Foo 1994 08:50:07 GMT", nil),
        ("no such hour", "Sun, 06 Nov 1994 24:50:07 GMT", nil), ("not GMT", "Sun, 06 Nov 1994 08:50:07 CET", nil),
    ])
    func readsDates(name: String, date: String, seconds: Int?) async {
        var policy = RetryPolicy()
        policy.maximumRateLimitWait = .zero
        let bench = Bench([.json(429, "", [Self.date, HTTPField("Retry-After", date)])], policy: policy)
        let error = await dropboxError { try await bench.write() }
        #expect(error?.retryAfter == seconds.map { .seconds($0) })
    }

    @Test func withoutAdviceTheWaitsGrow() async throws {
        let bench = Bench(Array(repeating: .json(429, ""), count: 4) + [Bench.teamInfo])
        try await bench.read()
        #expect(bench.events.all.map(\.delay) == [.seconds(1), .seconds(2), .seconds(4), .seconds(8)])
        #expect(bench.time.now == .seconds(15))
    }

    @Test func theTotalWaitIsBounded() async {
        var policy = RetryPolicy()
        policy.maximumRateLimitWait = .seconds(100)
        let limited = Turn.json(429, "", [HTTPField("Retry-After", "30")])
        let bench = Bench(Array(repeating: limited, count: 9), policy: policy)
        let error = await dropboxError { try await bench.write() }
        #expect(error?.code == .rateLimited)
        #expect(error?.effect == .rejected)
        #expect(bench.transport.requests.count == 4)
        #expect(bench.time.now == .seconds(90))
    }

    @Test func rateLimitsDoNotUseUpTheTries() async throws {
        let limited = Turn.json(429, "", [HTTPField("Retry-After", "1")])
        let bench = Bench(Array(repeating: limited, count: 10) + [.lost, Bench.teamInfo])
        try await bench.read()
        #expect(bench.transport.turnsLeft == 0)
    }

    @Test func onePauseHoldsAllCallsBack() async throws {
        let bench = Bench([.json(503, "", [HTTPField("Retry-After", "60")]), Bench.teamInfo])
        let error = await dropboxError { try await bench.write() }
        #expect(error?.code == .server)
        #expect(bench.time.now == .zero)
        try await bench.read()
        #expect(bench.time.now == .seconds(60))
    }

    @Test(arguments: ["604800", "Sun, 13 Nov 1994 08:49:37 GMT", "99999999999999999999", "-9223372036854775808"])
    func noWaitIsEndlessOrBusy(retryAfter: String) async {
        let bench = Bench(
            Array(repeating: .json(429, "", [Self.date, HTTPField("Retry-After", retryAfter)]), count: 700)
        )
        let error = await dropboxError { try await bench.write() }
        #expect(error?.code == .rateLimited)
        #expect(bench.time.now <= RetryPolicy().maximumRateLimitWait)
        #expect(bench.transport.requests.count <= 601)
    }

    @Test(arguments: [
        ("a day", "86400", 86_400), ("more than a day", "86400.5", 86_400),
        ("beyond all numbers", "99999999999999999999999", 86_400),
    ])
    func aHugeWaitIsToldWithTheMost(name: String, value: String, seconds: Int) async {
        let bench = Bench([.json(429, "", [HTTPField("Retry-After", value)])])
        let first = await dropboxError { try await bench.write() }
        let told =
            "the rate limit outlasts the time allowed for waiting: Dropbox asked to wait \(seconds) s, "
            + "and a call waits 600 s in all"
        let nextStep = "run again when the \(seconds) s have passed"
        #expect(first?.description == "team/members/suspend: \(told) (HTTP 429); \(nextStep).")
        bench.time.advance(by: .milliseconds(500))
        let second = await dropboxError { try await bench.write() }
        #expect(second?.description == "team/members/suspend: \(told); \(nextStep).")
    }

    @Test func aLimitWithoutAdviceIsToldWithTheMost() async {
        var policy = RetryPolicy()
        policy.maximumRateLimitWait = .seconds(5)
        let error = await dropboxError {
            try await Bench(Array(repeating: .json(429, ""), count: 3), policy: policy).write()
        }
        #expect(error?.detail == "a call waits 5 s in all")
        #expect(error?.nextStep == "wait and run again, or lower --concurrency")
    }

    @Test func noCallWaitsForTheEndOfAPauseThatIsTooLong() async {
        let bench = Bench([.json(429, "", [HTTPField("Retry-After", "3600")])])
        let first = await dropboxError { try await bench.read() }
        #expect(first?.code == .rateLimited)
        let second = await dropboxError { try await bench.write() }
        #expect(second?.code == .rateLimited)
        #expect(second?.effect == .rejected)
        #expect(second?.retryAfter == .seconds(3600))
        #expect(bench.time.sleeps.isEmpty)
        #expect(bench.transport.requests.count == 1)
    }

    @Test func workersSendNothingDuringAPause() async throws {
        let sent = Mutex<[Duration]>([])
        let time = FakeTime()
        let transport = ScriptedTransport([]) { _ in
            let isFirst = sent.withLock {
                $0.append(time.now)
                return $0.count == 1
            }
            return isFirst ? .json(429, "", [HTTPField("Retry-After", "30")]) : Bench.teamInfo
        }
        let client = DropboxClient(
            credentials: .accessToken(Secret("t")),
            transport: transport,
            time: time.keeper()
        )
        _ = try await client.teamInfo()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<10 { group.addTask { _ = try await client.teamInfo() } }
            try await group.waitForAll()
        }
        #expect(sent.withLock { $0.first } == .zero)
        #expect(sent.withLock { $0.dropFirst().allSatisfy { $0 >= .seconds(30) } })
        #expect(sent.withLock { $0.count } == 12)
    }

    /// A service that takes three calls at a time is asked by twelve workers: few calls are rejected, and all end well.
    @Test func rejectedCallsAreNotStormed() async throws {
        let service = Mutex((underWay: 0, rejected: 0, served: 0))
        let time = FakeTime()
        let transport = ScriptedTransport([]) { _ in
            let isTooMany = service.withLock {
                $0.underWay += 1
                return $0.underWay > 3
            }
            for _ in 0..<20 { await Task.yield() }
            return service.withLock {
                $0.underWay -= 1
                if isTooMany { $0.rejected += 1 } else { $0.served += 1 }
                return isTooMany ? .json(429, "", [HTTPField("Retry-After", "1")]) : .ok("null")
            }
        }
        let client = DropboxClient(credentials: .accessToken(Secret("t")), transport: transport, time: time.keeper())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<12 {
                group.addTask {
                    for _ in 0..<20 { _ = try await client.unsuspendMember(.init(rawValue: "dbmid:1")) }
                }
            }
            try await group.waitForAll()
        }
        let (_, rejected, served) = service.withLock { $0 }
        #expect(served == 240)
        #expect(rejected < 24, "\(rejected) calls were rejected")
    }

    @Test func a503WithAdvicePausesButAWriteIsNotRepeated() async throws {
        let bench = Bench([.json(503, "", [HTTPField("Retry-After", "9")]), Bench.teamInfo])
        let error = await dropboxError { try await bench.write() }
        #expect(error?.effect == .outcomeUnknown)
        #expect(bench.transport.requests.count == 1)
        try await bench.read()
        #expect(bench.time.now == .seconds(9))
    }

    @Test func aServerThatAsksForTooLongIsNotWaitedFor() async {
        let bench = Bench([.json(503, "", [HTTPField("Retry-After", "3600")]), Bench.teamInfo])
        let error = await dropboxError { try await bench.read() }
        #expect(error?.retryAfter == .seconds(3600))
        #expect(bench.time.sleeps.isEmpty)
    }

    @Test func a503WithAdviceRepeatsARead() async throws {
        let bench = Bench([.json(503, "", [HTTPField("Retry-After", "9")]), Bench.teamInfo])
        try await bench.read()
        #expect(bench.time.now == .seconds(9))
    }
}
