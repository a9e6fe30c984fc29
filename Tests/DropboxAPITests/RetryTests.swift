import DropboxAPI
import Testing

/// Which calls are repeated, after how long, and which are not.
@Suite struct RetryTests {
    typealias Turn = ScriptedTransport.Turn

    @Test(arguments: [
        ("500", Turn.json(500, "")), ("connection lost", .lost), ("connection refused", .refused),
        ("gateway page", .json(400, "<!DOCTYPE html>")),
    ])
    func readsAreRepeated(name: String, failure: Turn) async throws {
        let bench = Bench([failure, failure, Bench.teamInfo])
        try await bench.read()
        #expect(bench.time.sleeps == [.milliseconds(500), .seconds(1)])
        #expect(bench.events.all.map(\.kind) == [.retry, .retry])
        #expect(bench.events.all.map(\.tries) == [1, 2])
        #expect(bench.transport.turnsLeft == 0)
    }

    @Test func readsGiveUpAfterFiveTries() async {
        let bench = Bench(Array(repeating: .json(502, ""), count: 9))
        let error = await dropboxError { try await bench.read() }
        #expect(error?.code == .server)
        #expect(bench.transport.requests.count == 5)
        #expect(bench.time.sleeps == [.milliseconds(500), .seconds(1), .seconds(2), .seconds(4)])
    }

    @Test func jitterShortensTheWait() async throws {
        let bench = Bench([.lost, Bench.teamInfo], jitter: 0.5)
        try await bench.read()
        #expect(bench.time.sleeps == [.milliseconds(375)])
    }

    @Test(arguments: [
        ("500", Turn.json(500, ""), DropboxError.Code.server), ("connection lost", .lost, .transport),
        ("gateway page", .json(400, "<!DOCTYPE html>"), .server), ("truncated", .ok("nul"), .undecodable),
    ])
    func writesAreNotRepeatedBlindly(name: String, failure: Turn, code: DropboxError.Code) async {
        let bench = Bench([failure, .ok("null")])
        let error = await dropboxError { try await bench.write() }
        #expect(error?.code == code)
        #expect(error?.effect == .outcomeUnknown)
        #expect(bench.transport.requests.count == 1)
        #expect(bench.time.sleeps.isEmpty)
    }

    @Test func aWriteThatNeverLeftIsRepeated() async throws {
        let bench = Bench([.refused, .ok("null")])
        try await bench.write()
        #expect(bench.transport.requests.count == 2)
    }

    @Test func aWriteThatNeverLeavesIsRejected() async {
        let bench = Bench(Array(repeating: .refused, count: 5))
        let error = await dropboxError { try await bench.write() }
        #expect(error?.code == .transport)
        #expect(error?.effect == .rejected)
        #expect(error?.transportError?.code == .cannotConnect)
    }

    @Test(arguments: [TransportError.Code.tlsFailed, .responseTooLarge, .invalidRequest, .misconfigured])
    func hopelessFailuresAreNotRepeated(code: TransportError.Code) async {
        let failure = TransportError(code, requestMayHaveBeenSent: false, detail: "hopeless")
        let bench = Bench([.failure(failure), Bench.teamInfo])
        let error = await dropboxError { try await bench.read() }
        #expect(error?.transportError == failure)
        #expect(bench.transport.requests.count == 1)
    }

    @Test(arguments: [302, 400, 401, 403, 409, 418])
    func refusalsAreNotRepeated(status: Int) async {
        let bench = Bench([.json(status, ""), Bench.teamInfo])
        _ = await dropboxError { try await bench.read() }
        #expect(bench.transport.requests.count == 1)
    }

    @Test func cancellationEndsAWait() async throws {
        let bench = Bench([]) { _ in
            withUnsafeCurrentTask { $0?.cancel() }
            return .lost
        }
        await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await bench.read() }
            await #expect(throws: CancellationError.self) { try await group.next() }
        }
        #expect(bench.transport.requests.count == 1)
        #expect(bench.time.sleeps.isEmpty)
    }
}
