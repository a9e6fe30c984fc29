import DropboxAPI
import Testing

/// Which status and body become which error.
@Suite struct ErrorMappingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let status: Int
        let body: String
        let code: DropboxError.Code
        var tags: [String] = []
        var offenders: [String] = []
        /// The effect when the call is a write.
        var writeEffect = DropboxError.Effect.rejected
    }

    static func error(_ payload: String) -> String { #"{"error_summary":"never/read/...","error":\#(payload)}"# }

    static let cases = [
        Case(testDescription: "400 text", status: 400, body: "bad email", code: .badRequest),
        Case(testDescription: "400 empty", status: 400, body: "", code: .badRequest),
        Case(
            testDescription: "400 gateway page",
            status: 400,
            body: "\n<!DOCTYPE html><html>",
            code: .server,
            writeEffect: .outcomeUnknown
        ),
        Case(
            testDescription: "400 gateway page in lower case",
            status: 400,
            body: "<!doctype HTML>",
            code: .server,
            writeEffect: .outcomeUnknown
        ),
        Case(testDescription: "302", status: 302, body: "", code: .redirected),
        Case(
            testDescription: "401 invalid",
            status: 401,
            body: error(#"{".tag":"invalid_access_token"}"#),
            code: .invalidToken,
            tags: ["invalid_access_token"]
        ),
        Case(
            testDescription: "401 bare string",
            status: 401,
            body: error(#""invalid_access_token""#),
            code: .invalidToken,
            tags: ["invalid_access_token"]
        ),
        Case(
            testDescription: "401 expired",
            status: 401,
            body: error(#"{".tag":"expired_access_token"}"#),
            code: .expiredToken,
            tags: ["expired_access_token"]
        ),
        Case(
            testDescription: "401 scope",
            status: 401,
            body: error(#"{".tag":"missing_scope","required_scope":"members.delete"}"#),
            code: .missingScope(required: "members.delete"),
            tags: ["missing_scope"]
        ),
        Case(
            testDescription: "401 suspended",
            status: 401,
            body: error(#"{".tag":"user_suspended"}"#),
            code: .userSuspended,
            tags: ["user_suspended"]
        ),
        Case(
            testDescription: "401 route",
            status: 401,
            body: error(#"{".tag":"route_access_denied"}"#),
            code: .routeAccessDenied,
            tags: ["route_access_denied"]
        ),
        Case(
            testDescription: "401 new tag",
            status: 401,
            body: error(#"{".tag":"brand_new"}"#),
            code: .unauthorized,
            tags: ["brand_new"]
        ),
        Case(testDescription: "401 empty", status: 401, body: "", code: .unauthorized),
        Case(
            testDescription: "403",
            status: 403,
            body: error(#"{".tag":"invalid_account_type","invalid_account_type":{".tag":"endpoint"}}"#),
            code: .accessDenied,
            tags: ["invalid_account_type", "endpoint"]
        ),
        Case(testDescription: "403 text", status: 403, body: "no", code: .accessDenied),
        Case(
            testDescription: "409 list",
            status: 409,
            body: error(#"{".tag":"members_not_in_team","members_not_in_team":["dbmid:1","dbmid:2"]}"#),
            code: .routeError,
            tags: ["members_not_in_team"],
            offenders: ["dbmid:1", "dbmid:2"]
        ),
        Case(
            testDescription: "409 nested",
            status: 409,
            body: error(#"{".tag":"a","a":{".tag":"b","b":{".tag":"c","c":"x"}}}"#),
            code: .routeError,
            tags: ["a", "b", "c"],
            offenders: ["x"]
        ),
        Case(testDescription: "409 without tag", status: 409, body: #"{"error":{}}"#, code: .unexpectedStatus),
        Case(testDescription: "409 text", status: 409, body: "conflict", code: .unexpectedStatus),
        Case(
            testDescription: "409 internal_error",
            status: 409,
            body: error(#"{".tag":"internal_error"}"#),
            code: .routeError,
            tags: ["internal_error"],
            writeEffect: .outcomeUnknown
        ),
        Case(
            testDescription: "404 route error",
            status: 404,
            body: error(#"{".tag":"not_found"}"#),
            code: .routeError,
            tags: ["not_found"]
        ),
        Case(testDescription: "404 page", status: 404, body: "<html>", code: .unexpectedStatus),
        Case(testDescription: "408", status: 408, body: "", code: .server, writeEffect: .outcomeUnknown),
        Case(testDescription: "418", status: 418, body: "", code: .unexpectedStatus),
        Case(testDescription: "500 empty", status: 500, body: "", code: .server, writeEffect: .outcomeUnknown),
        Case(testDescription: "503 html", status: 503, body: "<html>", code: .server, writeEffect: .outcomeUnknown),
    ]

    @Test(arguments: cases, [RouteFacts.Access.read, .write])
    func maps(_ testCase: Case, access: RouteFacts.Access) async {
        var policy = RetryPolicy()
        policy.maximumTries = 1
        let id = HTTPField("X-Dropbox-Request-Id", "req-1")
        let bench = Bench([.json(testCase.status, testCase.body, [id])], policy: policy)
        let error = await dropboxError { try await access == .read ? bench.read() : bench.write() }
        #expect(error?.code == testCase.code)
        #expect(error?.tags == testCase.tags)
        #expect(error?.offenders == testCase.offenders)
        #expect(error?.effect == (access == .read ? .rejected : testCase.writeEffect))
        #expect(error?.httpStatus == testCase.status)
        #expect(error?.requestID == "req-1")
        #expect(bench.transport.requests.count == 1)
    }

    @Test func describesInOneSentence() async {
        let body = Self.error(#"{".tag":"members_not_in_team","members_not_in_team":["dbmid:1"]}"#)
        let bench = Bench([.json(409, body, [HTTPField("x-dropbox-request-id", "req-7")])])
        let error = await dropboxError { try await bench.write() }
        #expect(
            error?.description
                == "team/members/suspend: Dropbox refused with members_not_in_team for dbmid:1 (HTTP 409, request req-7); "
                + "see what the tag says and plan again."
        )
    }

    @Test func cutsLongBodies() async {
        let bench = Bench([.json(400, String(repeating: "x", count: 5000))])
        let error = await dropboxError { try await bench.read() }
        #expect(error?.detail?.count == 300)
    }

    @Test func showsTheUserMessage() async {
        let body = #"{"error":{".tag":"other"},"user_message":{"locale":"en","text":"Ask your admin"}}"#
        let error = await dropboxError { try await Bench([.json(409, body)]).read() }
        #expect(error?.detail == "Ask your admin")
    }

    @Test(arguments: [
        ("missing field", #"{"name":"n"}"#, "team_id is missing"),
        ("wrong type", #"{"name":1}"#, "name has another type"),
        ("a list", "[]", "the whole body has another type"),
        ("truncated", #"{"name":"n"#, "the body is not the expected JSON"),
        ("empty", "", "the body is not the expected JSON"),
    ])
    func namesThePlaceInAnAnswer(name: String, body: String, detail: String) async {
        let error = await dropboxError { try await Bench([.ok(body)]).read() }
        #expect(error?.code == .undecodable)
        #expect(error?.effect == .rejected)
        #expect(error?.detail == detail)
    }

    @Test func anUnusableAnswerToAWriteLeavesItsOutcomeUnknown() async {
        let bench = Bench([.ok(#"{"group_id":"g:1"#)])
        let error = await dropboxError {
            _ = try await bench.client.createGroup(name: "n", externalID: nil, management: .companyManaged)
        }
        #expect(error?.code == .undecodable)
        #expect(error?.effect == .outcomeUnknown)
        #expect(bench.transport.requests.count == 1)
    }
}
