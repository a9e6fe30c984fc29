import FoundationEssentials
import NIOHTTP1
import Synchronization
import Testing

@testable import DropboxSimulator

/// What a client sees of each fault, and what the simulator notes of it.
@Suite struct InjectedFaultTests {
    private static let suspend = #"{"user":\#(user("dbmid:active")),"wipe_data":false}"#
    private static let suspended: [RecordedCall.Effect] = [.suspended(member: "dbmid:active", wiped: false)]

    private static func with(
        _ specifications: [String],
        seed: Int = 0,
        now: @escaping @Sendable () -> Date = { testNow },
        sleep: @escaping @Sendable (Duration) async throws -> Void = { _ in },
        _ body: (RunningSimulator) async throws -> Void
    ) async throws {
        var configuration = SimulatorConfiguration()
        configuration.faults = try specifications.map { try SimulatedFault($0) }
        configuration.faultSeed = seed
        let simulator = try Simulator(configuration: configuration, seed: .test(), now: now, sleep: sleep)
        try await simulator.withServer(body)
    }

    @Test func aLostReplyIsDoneAndClosed() async throws {
        try await Self.with(["lost-reply:1"]) { simulator in
            let reply = try await simulator.raw("/2/team/members/suspend", Self.suspend)
            #expect(reply.text == "")
            #expect(reply.ending == .closed)
            #expect(await simulator.store.seed().members[1].status == .suspended)
            #expect(
                await simulator.store.calls() == [
                    RecordedCall(
                        route: "team/members/suspend",
                        status: 200,
                        effects: Self.suspended,
                        fault: .lostReply
                    )
                ]
            )
        }
    }

    @Test func aResetDoesNothing() async throws {
        try await Self.with(["reset:1"]) { simulator in
            let reply = try await simulator.raw("/2/team/members/suspend", Self.suspend)
            #expect(reply.text == "")
            #expect(reply.ending == .reset)
            #expect(await simulator.store.seed() == SimulatedTeam.test().seed)
            #expect(
                await simulator.store.calls() == [
                    RecordedCall(route: "team/members/suspend", status: 0, effects: [], fault: .reset)
                ]
            )
        }
    }

    @Test(arguments: [("/2/team/members/suspend", suspend, true), ("/2/team/get_info", "null", false)])
    func aTruncatedAnswerPromisesMore(path: String, body: String, isWrite: Bool) async throws {
        try await Self.with(["truncate:1"]) { simulator in
            let reply = try await simulator.raw(path, body)
            #expect(reply.head.hasPrefix("HTTP/1.1 200 "))
            let length = try #require(
                reply.head.lowercased().split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
                    .flatMap { Int($0.split(separator: " ")[1]) }
            )
            #expect(reply.body.utf8.count == length / 2)
            #expect(reply.ending == .closed)
            let call = try #require(await simulator.store.calls().first)
            #expect(call.fault == .truncate)
            #expect(call.effects == (isWrite ? Self.suspended : []))
        }
    }

    @Test(arguments: [("429:1", [429]), ("500:1", [500, 502, 503])])
    func aRefusalDoesNothing(specification: String, statuses: [Int]) async throws {
        try await Self.with([specification]) { simulator in
            for _ in 0..<20 {
                let reply = try await simulator.post("team/members/suspend", Self.suspend)
                #expect(statuses.contains(reply.status))
                #expect(reply.headers["X-Dropbox-Request-Id"].count == 1)
            }
            #expect(await simulator.store.seed() == SimulatedTeam.test().seed)
            #expect(await simulator.store.calls().allSatisfy { statuses.contains($0.status) && $0.fault != nil })
        }
    }

    @Test func throttlingComesInTheFormsOfTheRealService() async throws {
        try await Self.with(["429:1"]) { simulator in
            var bodies: Set<String> = []
            var waits: Set<String> = []
            for _ in 0..<60 {
                let reply = try await simulator.post("team/get_info")
                let wait = reply.headers["Retry-After"].first
                waits.insert(wait.map { Int($0) == nil ? "date" : "seconds" } ?? "absent")
                if let date = wait, Int(date) == nil { #expect(date.wholeMatch(of: httpDate) != nil, "\(date)") }
                guard reply.body.hasPrefix("{") else {
                    bodies.insert(reply.body.isEmpty ? "empty" : "text")
                    continue
                }
                bodies.insert("json")
                #expect(reply.json["error"]["reason"].tag == "too_many_requests")
            }
            #expect(bodies == ["json", "text", "empty"])
            #expect(waits == ["seconds", "date", "absent"])
        }
    }

    private let httpDate = /[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT/

    @Test func aDateIsWrittenAsHTTPWritesIt() {
        #expect(HTTPDate.text(Date(timeIntervalSince1970: 784_111_777)) == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(HTTPDate.text(Date(timeIntervalSince1970: 0)) == "Thu, 01 Jan 1970 00:00:00 GMT")
    }

    @Test(arguments: ["429:1", "500:1"])
    func theTokenEndpointIsHitToo(specification: String) async throws {
        try await Self.with([specification]) { simulator in
            let reply = try await simulator.token("grant_type=refresh_token")
            #expect([429, 500, 502, 503].contains(reply.status))
            #expect(await simulator.store.calls().map(\.route) == ["oauth2/token"])
        }
    }

    @Test func everyAnswerIsHeldBackAfterTheWork() async throws {
        let slept = Mutex<[Duration]>([])
        try await Self.with(["slow:200ms"], sleep: { pause in slept.withLock { $0.append(pause) } }) { simulator in
            let good = try await simulator.post("team/get_info")
            let bad = try await simulator.post("team/nothing")
            #expect([good.status, bad.status] == [200, 400])
        }
        #expect(slept.withLock { $0 } == [.milliseconds(200), .milliseconds(200)])
    }

    @Test func tokensEndAfterSoManyCalls() async throws {
        try await Self.with(["expire-token:2"]) { simulator in
            let form = "grant_type=refresh_token&client_id=simulator-client-id&refresh_token=simulator-refresh-token"
            for token in [
                SimulatorConfiguration.defaultAccessToken,
                try #require(try await simulator.token(form).json["access_token"].text),
                try #require(try await simulator.token(form).json["access_token"].text),
            ] {
                for isGood in [true, true, false, false] {
                    let reply = try await simulator.post("team/get_info", token: token)
                    #expect(reply.status == (isGood ? 200 : 401))
                    #expect(reply.errorTag == (isGood ? nil : "expired_access_token"))
                    #expect(await simulator.store.calls().last?.fault == (isGood ? nil : .expireToken))
                }
            }
        }
    }

    @Test func jobsTakeTheirTime() async throws {
        try await Self.with(["async:2", "job-error:0"]) { simulator in
            let launch = try await simulator.post("team/groups/delete", group("g:club")).json
            let id = try #require(launch["async_job_id"].text)
            var statuses: [String?] = []
            for _ in 0..<3 {
                let reply = try await simulator.post("team/groups/job_status/get", #"{"async_job_id":"\#(id)"}"#)
                statuses.append(reply.json.tag)
            }
            #expect(statuses == ["in_progress", "in_progress", "complete"])
        }
    }

    @Test func aPollThatFailsLearnsNothingOfAJobThatGoesOn() async throws {
        try await Self.with(["async:1", "job-error:1"]) { simulator in
            let launch = try await simulator.post("team/members/remove", #"{"user":\#(user("dbmid:active"))}"#).json
            let id = try #require(launch["async_job_id"].text)
            for _ in 0..<3 {
                let poll = #"{"async_job_id":"\#(id)"}"#
                let reply = try await simulator.post("team/members/remove/job_status/get", poll)
                #expect(reply.status == 409)
                #expect(reply.errorTag == "internal_error")
            }
            let unknown = try await simulator.post("team/members/remove/job_status/get", #"{"async_job_id":"?"}"#)
            #expect(unknown.errorTag == "invalid_async_job_id")
            #expect(await simulator.store.seed().members[1].status == .removed)
        }
    }

    @Test func singlePersonsAreNotInvited() async throws {
        try await Self.with(["partial-add:0.5"], seed: 2) { simulator in
            let people = (0..<4).map { #"{"member_email":"new\#($0)@example.com"}"# }.joined(separator: ",")
            let reply = try await simulator.post("team/members/add_v2", #"{"new_members":[\#(people)]}"#)
            let tags = reply.json["complete"].elements.map(\.tag)
            #expect(Set(tags) == ["success", "user_creation_failed"])
            let invited = await simulator.store.seed().members.filter { $0.email.hasPrefix("new") }.count
            #expect(invited == tags.count { $0 == "success" })
            let again = try await simulator.post("team/members/list_v2", "{}")
            #expect(again.json["members"].elements.count == 4 + invited)
        }
    }

    @Test func readsLagBehindAndWritesDoNot() async throws {
        let clock = Mutex(testNow)
        let now: @Sendable () -> Date = { clock.withLock { $0 } }
        try await Self.with(["stale-read:2s"], now: now) { simulator in
            func names() async throws -> [String?] {
                try await simulator.post("team/groups/list", #"{"limit":1000}"#).json["groups"].elements
                    .map { $0["group_name"].text }
            }
            let before = try await names()
            _ = try await simulator.post("team/groups/create", #"{"group_name":"First"}"#)
            clock.withLock { $0 += 1 }
            _ = try await simulator.post("team/groups/create", #"{"group_name":"Second"}"#)
            #expect(try await names() == before)
            let again = try await simulator.post("team/groups/create", #"{"group_name":"First"}"#)
            #expect(again.errorTag == "group_name_already_used")
            clock.withLock { $0 += 1 }
            #expect(try await names() == before + ["First"])
            clock.withLock { $0 += 1 }
            #expect(try await names() == before + ["First", "Second"])
            let faults = await simulator.store.calls().map(\.fault)
            #expect(faults == [nil, nil, nil, .staleRead, nil, .staleRead, nil])
        }
    }

    @Test func aListingGoesOnWhileReadsLagBehind() async throws {
        try await Self.with(["stale-read:2s"]) { simulator in
            _ = try await simulator.post("team/groups/create", #"{"group_name":"First"}"#)
            let first = try await simulator.post("team/groups/list", #"{"limit":1}"#).json
            let cursor = try #require(first["cursor"].text)
            let second = try await simulator.post("team/groups/list/continue", #"{"cursor":"\#(cursor)"}"#)
            #expect(second.status == 200)
        }
    }

    @Test func theHookSeesEveryCallTwice() async throws {
        let moments = Mutex<[String]>([])
        let (store, continuation) = AsyncStream.makeStream(of: TeamStore.self)
        var configuration = SimulatorConfiguration()
        configuration.faults = [try SimulatedFault("lost-reply:1")]
        let simulator = try Simulator(
            configuration: configuration,
            seed: .test(),
            onCall: { moment in
                var isDone = false
                for await store in store {
                    isDone = await store.seed().members[1].status == .suspended
                    break
                }
                moments.withLock { $0.append("\(moment.number) \(moment.route) \(moment.stage) \(isDone)") }
            }
        )
        for _ in 0..<2 { continuation.yield(simulator.store) }
        try await simulator.withServer { simulator in
            _ = try await simulator.raw("/2/team/members/suspend", Self.suspend)
        }
        #expect(
            moments.withLock { $0 } == ["1 team/members/suspend arrived false", "1 team/members/suspend done true"]
        )
    }

    /// The state file is written before a reply is lost: what a client must assume to be possible is really so.
    @Test(arguments: ["lost-reply:1", "truncate:1"])
    func whatIsDoneIsSaved(specification: String) async throws {
        let saved = Mutex<[TeamSeed]>([])
        var configuration = SimulatorConfiguration()
        configuration.faults = [try SimulatedFault(specification)]
        let simulator = try Simulator(
            configuration: configuration,
            seed: .test(),
            persist: { seed in saved.withLock { $0.append(seed) } }
        )
        try await simulator.withServer { simulator in
            _ = try await simulator.raw("/2/team/members/suspend", Self.suspend)
        }
        #expect(saved.withLock { $0.map(\.members[1].status) } == [.suspended])
    }
}
