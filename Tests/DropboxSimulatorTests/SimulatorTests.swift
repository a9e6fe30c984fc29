import Synchronization
import Testing

@testable import DropboxSimulator

struct SimulatorTests {
    private struct DiskFull: Error {}

    @Test func savesEveryChangeBeforeTheAnswer() async throws {
        let saved = Mutex<[TeamSeed]>([])
        let simulator = try Simulator(seed: .test(), persist: { seed in saved.withLock { $0.append(seed) } })
        try await simulator.withServer { simulator in
            _ = try await simulator.post("team/members/list_v2", "{}")
            _ = try await simulator.post("team/members/suspend", #"{"user":\#(user("dbmid:invited"))}"#)
            #expect(saved.withLock { $0.isEmpty }, "reads and refused writes are not saved")
            _ = try await simulator.post("team/members/suspend", #"{"user":\#(user("dbmid:active"))}"#)
            #expect(saved.withLock { $0.last?.members[1].status } == .suspended)
            _ = try await simulator.post("team/groups/create", #"{"group_name":"New"}"#)
            #expect(saved.withLock { $0.last?.groups.count } == 3)
            #expect(saved.withLock { $0.last } == (await simulator.store.seed()))
        }
        let last = try #require(saved.withLock { $0.last })
        #expect(try TeamSeed(json: last.encoded()) == last, "a saved state can be loaded as a seed")
    }

    @Test func concurrentChangesAreAllSavedInOrder() async throws {
        let saved = Mutex<[Int]>([])
        let simulator = try Simulator(
            seed: .test(),
            persist: { seed in
                await Task.yield()
                saved.withLock { $0.append(seed.groups.count) }
            }
        )
        try await simulator.withServer { simulator in
            try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<20 {
                    group.addTask {
                        try await simulator.post("team/groups/create", #"{"group_name":"Group \#(number)"}"#).status
                    }
                }
                for try await status in group { #expect(status == 200) }
            }
        }
        let counts = saved.withLock { $0 }
        #expect(counts == counts.sorted())
        #expect(counts.last == 22)
    }

    @Test func aFailedSaveIsAServerError() async throws {
        let isFull = Mutex(true)
        let simulator = try Simulator(
            seed: .test(),
            persist: { _ in if isFull.withLock({ $0 }) { throw DiskFull() } }
        )
        try await simulator.withServer { simulator in
            let failed = try await simulator.post("team/groups/create", #"{"group_name":"New"}"#)
            #expect(failed.status == 500)
            isFull.withLock { $0 = false }
            #expect(try await simulator.post("team/groups/create", #"{"group_name":"Newer"}"#).status == 200)
            #expect(await simulator.store.calls().map(\.status) == [500, 200])
        }
    }

    @Test func theLogTellsWhatEachCallDid() async throws {
        try await Simulator(seed: .test()).withServer { simulator in
            _ = try await simulator.post("team/members/remove", #"{"user":\#(user("dbmid:active"))}"#)
            _ = try await simulator.post("team/members/remove", #"{"user":\#(user("dbmid:active"))}"#)
            #expect(
                await simulator.store.calls() == [
                    RecordedCall(
                        route: "team/members/remove",
                        status: 200,
                        effects: [.removed(member: "dbmid:active", wiped: true, filesDeleted: false)]
                    ),
                    RecordedCall(route: "team/members/remove", status: 409, effects: []),
                ]
            )
        }
    }

    @Test func latencyHoldsEveryAnswerBack() async throws {
        let slept = Mutex<[Duration]>([])
        var configuration = SimulatorConfiguration()
        configuration.latency = .milliseconds(250)
        let simulator = try Simulator(
            configuration: configuration,
            seed: .test(),
            sleep: { duration in slept.withLock { $0.append(duration) } }
        )
        try await simulator.withServer { simulator in
            _ = try await simulator.post("team/get_info")
            _ = try await simulator.post("team/nothing")
        }
        #expect(slept.withLock { $0 } == [.milliseconds(250), .milliseconds(250)])
    }

    @Test func returnsWhatItsBodyReturns() async throws {
        let name = try await Simulator(seed: .test()).withServer { simulator in
            let reply = try await simulator.post("team/get_info")
            return reply.json["name"].text
        }
        #expect(name == "Test")
    }

    @Test func returnsWhenCancelled() async throws {
        let simulator = try Simulator(seed: .test())
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await simulator.run { port in continuation.yield(port) } }
            var iterator = ports.makeAsyncIterator()
            let port = try #require(await iterator.next())
            #expect(port > 0)
            group.cancelAll()
            try await group.waitForAll()
        }
    }

    @Test func errorsOfTheBodyPassThrough() async throws {
        let simulator = try Simulator(seed: .test())
        await #expect(throws: DiskFull.self) { try await simulator.withServer { _ in throw DiskFull() } }
    }

    @Test func aTakenPortIsAnError() async throws {
        try await Simulator(seed: .test()).withServer { running in
            var configuration = SimulatorConfiguration()
            configuration.port = running.port
            let second = try Simulator(configuration: configuration, seed: .test())
            await #expect(throws: (any Error).self) { try await second.withServer { $0.port } }
        }
    }

    @Test(.timeLimit(.minutes(10)))
    func aLargeTeamIsListedCompletely() async throws {
        try await Simulator(seed: .large(members: 2000, groups: 200)).withServer { simulator in
            var reply = try await simulator.post("team/members/list_v2", #"{"limit":300}"#).json
            var listed = reply["members"].elements
            while reply["has_more"] == true {
                let cursor = try #require(reply["cursor"].text)
                reply = try await simulator.post("team/members/list/continue_v2", #"{"cursor":"\#(cursor)"}"#).json
                listed += reply["members"].elements
            }
            #expect(listed.count == 2000)
            #expect(listed.allSatisfy { $0["profile"]["groups"].elements.count == 3 })
            let groups = try await simulator.post("team/groups/list", "{}").json["groups"].elements
            #expect(groups.count == 201)
            #expect(groups.dropFirst().allSatisfy { $0["member_count"] == 20 })
        }
    }
}
