import NIOHTTP1
import Testing

@testable import DropboxSimulator

/// Over loopback HTTP: what is not exactly right is refused as the real service refuses it.
struct StrictnessTests {
    @Test func everyRouteRefusesUnknownFieldsAndWrongTypes() async throws {
        try await Simulator(seed: .test()).withServer { simulator in
            let before = await simulator.store.seed()
            for route in RouteTable.all {
                for body in [#"{"no_such_field":1}"#, "[]", "7", "{", ""] {
                    let reply = try await simulator.post(route.path, body)
                    #expect(reply.status == 400, "\(route.path) \(body)")
                    #expect(reply.body.hasPrefix("Error in call to API function \"\(route.path)\": request body: "))
                    #expect(reply.headers.first(name: "Content-Type")?.hasPrefix("text/plain") == true)
                }
            }
            #expect(await simulator.store.seed() == before)
            let calls = await simulator.store.calls()
            #expect(calls.count == RouteTable.all.count * 5)
            #expect(calls.allSatisfy { $0.status == 400 && $0.effects.isEmpty })
        }
    }

    @Test(arguments: [
        ("team/get_info", "{}", "expected null, got object"),
        ("team/members/list_v2", #"{"limit":0}"#, "limit: 0 is not within range [1, 1000]"),
        ("team/members/list_v2", #"{"limit":1001}"#, "limit: 1001 is not within range [1, 1000]"),
        ("team/members/list_v2", #"{"limit":"1"}"#, "limit: expected integer, got string"),
        ("team/members/list_v2", #"{"limit":1.5}"#, "limit: expected integer, got float"),
        ("team/members/list_v2", #"{"limit":null}"#, "limit: expected integer, got null"),
        ("team/members/list_v2", #"{"include_removed":1}"#, "include_removed: expected boolean, got integer"),
        ("team/members/add_v2", #"{"new_members":[{}]}"#, "new_members[0]: missing required field 'member_email'"),
        (
            "team/members/add_v2", #"{"new_members":[{"member_email":"x"}]}"#,
            "new_members[0].member_email: 'x' did not match pattern"
        ),
        (
            "team/members/add_v2", #"{"new_members":[{"member_email":"a@b.co","member_given_name":"a/b"}]}"#,
            "new_members[0].member_given_name: 'a/b' did not match pattern"
        ),
        (
            "team/members/add_v2", #"{"new_members":[{"member_email":"a@b.co","role_ids":["team_admin"]}]}"#,
            "new_members[0].role_ids[0]: 'team_admin' did not match pattern"
        ),
        (
            "team/members/add_v2",
            #"{"new_members":[\#(repeatElement(#"{"member_email":"a@b.co"}"#, count: 21).joined(separator: ","))]}"#,
            "new_members: list has 21 items, expected at most 20"
        ),
        (
            "team/members/set_profile_v2",
            #"{"user":\#(user("dbmid:active")),"new_external_id":"\#(String(repeating: "x", count: 65))"}"#,
            "new_external_id: string is 65 characters, expected at most 64"
        ),
        (
            "team/members/set_profile_v2", #"{"user":\#(user("dbmid:active")),"new_email":""}"#,
            "new_email: '' did not match"
        ),
        ("team/members/suspend", #"{"user":"dbmid:active"}"#, "user: expected object, got string"),
        ("team/members/remove/job_status/get", #"{"async_job_id":""}"#, "async_job_id: string is 0 characters"),
        (
            "team/groups/members/add",
            #"{"group":\#(group("g:club")),"members":[{"user":\#(user("dbmid:active")),"access_type":"viewer"}]}"#,
            "members[0].access_type: unknown tag 'viewer'"
        ),
        ("team/groups/delete", #"{"group":\#(group("g:club"))}"#, "missing required field '.tag'"),
        (
            "team/groups/get_info", #"{".tag":"group_ids","group_ids":["g:1",2]}"#,
            "group_ids[1]: expected string, got integer"
        ),
    ])
    func badArguments(route: String, body: String, message: String) async throws {
        try await Simulator(seed: .test()).withServer { simulator in
            let reply = try await simulator.post(route, body)
            #expect(reply.status == 400)
            #expect(reply.body.contains("request body: \(message)"), "\(reply.body)")
        }
    }

    @Test func methodRouteTokenAndContentType() async throws {
        try await Simulator(seed: .test()).withServer { simulator in
            let bearer = "Bearer \(SimulatorConfiguration.defaultAccessToken)"
            let cases: [(path: String, method: HTTPMethod, headers: HTTPHeaders, status: Int)] = [
                ("/2/team/get_info", .GET, ["Authorization": bearer], 400),
                ("/2/team/get_infos", .POST, ["Authorization": bearer], 400),
                ("/2/team/get_info", .POST, ["Content-Type": "application/json"], 400),
                ("/2/team/get_info", .POST, ["Authorization": "Basic abc", "Content-Type": "application/json"], 400),
                ("/2/team/get_info", .POST, ["Authorization": "Bearer x", "Content-Type": "application/json"], 401),
                ("/2/team/get_info", .POST, ["Authorization": bearer], 400),
                ("/2/team/get_info", .POST, ["Authorization": bearer, "Content-Type": "text/plain"], 400),
                (
                    "/2/team/get_info", .POST,
                    ["Authorization": bearer, "Content-Type": "application/json; charset=UTF-8"], 200
                ),
                ("/elsewhere", .POST, ["Authorization": bearer], 404),
            ]
            for (index, testCase) in cases.enumerated() {
                let reply = try await simulator.send(
                    testCase.path,
                    method: testCase.method,
                    headers: testCase.headers,
                    body: "null"
                )
                #expect(reply.status == testCase.status, "case \(index): \(reply.body)")
                #expect(reply.headers.first(name: "X-Dropbox-Request-Id")?.count == 32)
            }
            let unknown = try await simulator.post("team/get_infos")
            #expect(unknown.body == #"Unknown API function: "team/get_infos""#)
        }
    }

    @Test func errorsOfARouteComeInTheEnvelope() async throws {
        try await Simulator(seed: .test()).withServer { simulator in
            let reply = try await simulator.post("team/members/suspend", #"{"user":\#(user("dbmid:invited"))}"#)
            #expect(reply.status == 409)
            #expect(reply.json["error"] == [".tag": "suspend_inactive_user"])
            #expect(reply.json["error_summary"].text?.hasPrefix("suspend_inactive_user/") == true)
            let listing = try await simulator.post(
                "team/groups/members/remove",
                #"{"group":\#(group("g:club")),"users":[\#(user("dbmid:nobody"))]}"#
            )
            #expect(listing.json["error"] == [".tag": "users_not_found", "users_not_found": ["dbmid:nobody"]])
            let void = try await simulator.post("team/members/suspend", #"{"user":\#(user("dbmid:active"))}"#)
            #expect((void.status, void.body) == (200, "null"))
        }
    }
}
