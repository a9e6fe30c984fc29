import DropboxAPI
import Testing

/// Jobs are polled to their end, and what goes wrong leaves the outcome unknown.
@Suite struct JobTests {
    typealias Turn = ScriptedTransport.Turn

    static let job = Wire.LaunchResult<Wire.Nothing>.job(.init(rawValue: "j"))
    static let inProgress = Turn.ok(#"{".tag":"in_progress"}"#)

    @Test func waitsGrowToTenSeconds() async throws {
        let bench = Bench(Array(repeating: Self.inProgress, count: 7) + [.ok(#"{".tag":"complete"}"#)])
        try await bench.client.finishRemoveMember(Self.job)
        let milliseconds = [1000, 1500, 2250, 3375, 5062.5, 7593.75, 10_000, 10_000]
        #expect(bench.time.sleeps == milliseconds.map { Duration.milliseconds($0) })
    }

    @Test func theWaitIsBounded() async {
        let bench = Bench(Array(repeating: Self.inProgress, count: 200))
        let error = await dropboxError { try await bench.client.finishDeleteGroup(Self.job) }
        #expect(error?.code == .jobTimedOut)
        #expect(error?.effect == .outcomeUnknown)
        #expect(bench.time.now == .seconds(600))
    }

    @Test(arguments: ["", " ", " \n"])
    func aBlankJobIsNeverPolled(id: String) async throws {
        let bench = Bench([])
        try await bench.client.finishDeleteGroup(.job(.init(rawValue: id)))
        let error = await dropboxError { _ = try await bench.client.finishAddMembers(.job(.init(rawValue: id))) }
        #expect(error?.effect == .outcomeUnknown)
        #expect(bench.transport.requests.isEmpty)
        #expect(bench.time.sleeps.isEmpty)
    }

    @Test func aFinishedLaunchIsNotPolled() async throws {
        let bench = Bench([])
        let result = Wire.MemberAddResult.refused(tag: "user_already_on_team", email: "a@b.cd")
        #expect(try await bench.client.finishAddMembers(.complete([result])) == [result])
        #expect(bench.transport.requests.isEmpty)
    }

    @Test func resultsComeFromTheJob() async throws {
        let complete = #"{".tag":"complete","complete":[{".tag":"team_license_limit","team_license_limit":"a@b.cd"}]}"#
        let bench = Bench([Self.inProgress, .ok(complete)])
        let results = try await bench.client.finishAddMembers(.job(.init(rawValue: "j")))
        #expect(results == [.refused(tag: "team_license_limit", email: "a@b.cd")])
    }

    @Test(arguments: [
        ("failed", Turn.ok(#"{".tag":"failed","failed":"out of luck"}"#), DropboxError.Code.jobFailed),
        ("internal_error", .json(409, #"{"error":{".tag":"internal_error"}}"#), .routeError),
        ("unknown job", .json(409, #"{"error":{".tag":"invalid_async_job_id"}}"#), .routeError),
        ("unknown state", .ok(#"{".tag":"paused"}"#), .undecodable),
        ("scope withdrawn", .json(401, #"{"error":{".tag":"missing_scope"}}"#), .missingScope(required: nil)),
    ])
    func failuresLeaveTheOutcomeUnknown(name: String, turn: Turn, code: DropboxError.Code) async {
        let bench = Bench([Self.inProgress, turn])
        let error = await dropboxError {
            _ = try await bench.client.finishAddMembers(.job(.init(rawValue: "j")))
        }
        #expect(error?.code == code)
        #expect(error?.effect == .outcomeUnknown)
        if name == "failed" { #expect(error?.detail == "out of luck") }
    }

    @Test func pollingSurvivesALostConnection() async throws {
        let bench = Bench([.lost, .ok(#"{".tag":"complete"}"#)])
        try await bench.client.finishRemoveMember(Self.job)
        #expect(bench.transport.turnsLeft == 0)
    }
}
