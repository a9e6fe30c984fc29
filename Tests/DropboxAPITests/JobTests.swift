import DropboxAPI
import Synchronization
import Testing

/// Jobs are polled to their end, and what goes wrong leaves the outcome unknown.
@Suite struct JobTests {
    typealias Turn = ScriptedTransport.Turn

    static let job = Wire.LaunchResult<Wire.Nothing>.job(.init(rawValue: "j"))
    static let inProgress = Turn.ok(#"{".tag":"in_progress"}"#)

    @Test func waitsGrowToTenSeconds() async throws {
        let polls = Mutex<[Duration]>([])
        let time = FakeTime()
        let transport = ScriptedTransport([]) { _ in
            polls.withLock {
                $0.append(time.now)
                return $0.count == 8 ? .ok(#"{".tag":"complete"}"#) : Self.inProgress
            }
        }
        let client = DropboxClient(
            credentials: .accessToken(Secret("t")),
            transport: transport,
            time: time.keeper()
        )
        try await client.finishRemoveMember(Self.job)
        let moments = [1, 2.5, 4.75, 8.125, 13.1875, 20.78125, 30.78125, 40.78125]
        #expect(polls.withLock { $0 } == moments.map { Duration.seconds($0) })
    }

    /// Whoever stops gets one last answer, at once.
    @Test(arguments: [(inProgress, false), (.ok(#"{".tag":"complete"}"#), true)])
    func whoStopsDoesNotWaitForTheEnd(turn: Turn, isDone: Bool) async {
        let bench = Bench([turn])
        await bench.client.stopWaiting(forJobs: true)
        do {
            try await bench.client.finishRemoveMember(Self.job)
            #expect(isDone)
        } catch let error as DropboxError {
            #expect(error.code == .jobTimedOut && !isDone)
        } catch {
            Issue.record(error)
        }
        #expect(bench.transport.requests.count == 1)
        #expect(bench.time.now == .zero)
    }

    /// A signal lets what is under way finish, and a job is under way; also while Dropbox asks to slow down.
    @Test func aJobIsWaitedForWhenOnlyNewCallsAreGivenUp() async throws {
        let slow = Turn.json(429, "", [HTTPField("Retry-After", "30")])
        let bench = Bench([Self.inProgress, slow, Self.inProgress, .ok(#"{".tag":"complete"}"#)])
        await bench.client.stopWaiting(forJobs: false)
        try await bench.client.finishRemoveMember(Self.job)
        #expect(bench.transport.requests.count == 4)
        #expect(bench.time.now > .seconds(30))
    }

    @Test func aWaitUnderWayEndsSoonAfterTheStop() async {
        let stopping = Mutex<DropboxClient?>(nil)
        let time = FakeTime()
        let transport = ScriptedTransport(Array(repeating: Self.inProgress, count: 9))
        var keeper = time.keeper()
        keeper.sleep = { [sleep = keeper.sleep] duration in
            try await sleep(duration)
            if time.now > .seconds(15) { await stopping.withLock { $0 }?.stopWaiting(forJobs: true) }
        }
        let client = DropboxClient(credentials: .accessToken(Secret("t")), transport: transport, time: keeper)
        stopping.withLock { $0 = client }
        let error = await dropboxError { try await client.finishRemoveMember(Self.job) }
        #expect(error?.code == .jobTimedOut)
        #expect(time.now < .seconds(17))
    }

    /// The job is under way; that nobody can be asked about it does not make it fail.
    @Test func aRateLimitThatOutlastsThePatienceLeavesTheJobRunning() async {
        let bench = Bench([.json(429, "", [HTTPField("Retry-After", "3600")])])
        let error = await dropboxError { try await bench.client.finishRemoveMember(Self.job) }
        #expect(error?.code == .jobTimedOut)
        #expect(error?.effect == .outcomeUnknown)
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
        let job = Wire.JobID(rawValue: id)
        let errors = [
            await dropboxError { _ = try await bench.client.finishAddMembers(.job(job)) },
            await dropboxError { try await bench.client.finishRemoveMember(.job(job)) },
            await dropboxError { try await bench.client.finishDeleteGroup(.job(job)) },
        ]
        #expect(errors.allSatisfy { $0?.effect == .outcomeUnknown && $0?.code == .undecodable })
        #expect(errors.map { $0?.route } == ["team/members/add_v2", "team/members/remove", "team/groups/delete"])
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
