import DropboxAPI
import Testing

/// What a person reads: one sentence that names the route and the next step.
@Suite struct ErrorTextTests {
    @Test(arguments: [
        (
            401, #"{"error":{".tag":"missing_scope","required_scope":"members.write"}}"#, "scope members.write",
            "authorise the app again"
        ),
        (401, #"{"error":{".tag":"invalid_access_token"}}"#, "not valid", "authorise the app again"),
        (401, #"{"error":{".tag":"user_suspended"}}"#, "suspended", "active team admin"),
        (401, #"{"error":{".tag":"expired_access_token"}}"#, "expired", "refresh token"),
        (401, #"{"error":{".tag":"route_access_denied"}}"#, "may not use", "role allows"),
        (403, #"{"error":{".tag":"no_permission"}}"#, "no_permission", "role allows"),
        (400, "email is not valid", "email is not valid", "correct the value"),
        (301, "", "redirect", "service URI"),
        (500, "", "Dropbox failed", "this one may have worked"),
        (409, #"{"error":{".tag":"suspend_last_admin"}}"#, "suspend_last_admin", "plan again"),
    ])
    func refusals(status: Int, body: String, problem: String, nextStep: String) async {
        let error = await dropboxError { try await Bench([.json(status, body)]).write() }
        let text = error?.description ?? ""
        #expect(text.hasPrefix("team/members/suspend: "))
        #expect(text.contains(problem))
        #expect(error?.nextStep.contains(nextStep) == true)
        #expect(text.hasSuffix("\(error?.nextStep ?? "?")."))
        #expect(text.contains("(HTTP \(status))"))
        #expect(!text.contains("\n"))
    }

    @Test(arguments: TransportError.Code.allCases)
    func transportFailures(code: TransportError.Code) async {
        let failure = TransportError(code, requestMayHaveBeenSent: false, detail: "what happened")
        var policy = RetryPolicy()
        policy.maximumTries = 1
        let bench = Bench([.failure(failure)], policy: policy)
        let error = await dropboxError { try await bench.read() }
        #expect(error?.description.hasPrefix("team/get_info: no complete answer: what happened; ") == true)
        #expect(failure.description.hasPrefix("what happened; "))
        #expect(failure.description.hasSuffix("."))
        #expect(error?.code == .transport)
    }

    @Test func manyOffendersAreCutInTheSentenceOnly() async {
        let ids = (0..<40).map { "\"dbmid:\($0)\"" }.joined(separator: ",")
        let body = #"{"error":{".tag":"users_not_found","users_not_found":[\#(ids)]}}"#
        let error = await dropboxError { try await Bench([.json(409, body)]).write() }
        #expect(error?.offenders.count == 40)
        #expect(error?.hasTag("users_not_found") == true)
        #expect(error?.description.contains("dbmid:4") == true)
        #expect(error?.description.contains("dbmid:5") == false)
    }

    @Test func theSummaryIsNeverRead() async {
        let body = #"{"error_summary":"expired_access_token/...","error":{".tag":"invalid_access_token"}}"#
        let error = await dropboxError { try await Bench([.json(401, body)]).read() }
        #expect(error?.code == .invalidToken)
    }

    @Test func eventsTellWhatIsWaitedFor() async throws {
        let bench = Bench([.json(503, ""), .json(429, ""), Bench.teamInfo])
        try await bench.read()
        let events = bench.events.all
        #expect(events.map(\.route) == ["team/get_info", "team/get_info"])
        #expect(events.map(\.kind) == [.retry, .pause(callsAtATime: 1)])
        #expect(events.map(\.reason) == [.server, .rateLimited])
        #expect(events.map(\.httpStatus) == [503, 429])
        #expect(events.map(\.delay) == [.milliseconds(500), .seconds(1)])
        #expect(events.map(\.tries) == [1, 2])
    }

    @Test func headerNamesAreCaseInsensitiveAndTheFirstCounts() {
        let response = HTTPResponse(status: 200, headers: [HTTPField("X-A", "1"), HTTPField("x-a", "2")])
        #expect(response.headers == ["x-a": "1"])
    }
}
