import DropboxAPI
import DropboxProvider
import Reconciliation
import TeamPlanning
import Testing

@Suite struct CreateUsersTests {
    private let people = ["Ann@x.org", "bob@x.org", "cy@x.org"].map { NewUser(email: $0, sendWelcomeEmail: false) }

    private func added(_ id: String, _ email: String) -> String {
        let member = TeamJSON.member(TeamJSON.profile(id, email))
        return #"{".tag":"success",\#(member.dropFirst())"#
    }

    private func create(_ results: [String]) async throws -> [Result<Created<MemberID>, GatewayError>] {
        let body = #"{".tag":"complete","complete":[\#(results.joined(separator: ","))]}"#
        let dropbox = ScriptedDropbox(["team/members/add_v2": [.ok(body)]])
        return try await DropboxTeamGateway(client: dropbox.client).createUsers(people)
    }

    @Test func everyAttributeIsSent() async throws {
        let dropbox = ScriptedDropbox([
            "team/members/add_v2": [.ok(#"{".tag":"complete","complete":[\#(added("dbmid:1", "a@x.org"))]}"#)]
        ])
        var user = NewUser(email: "a@x.org", sendWelcomeEmail: true)
        user.givenName = "Ann"
        user.surname = "Lee"
        user.externalID = "roster:default/1"
        user.persistentID = "p"
        user.isDirectoryRestricted = true
        user.role = RoleID("pid_dbtmr:7")
        let results = try await DropboxTeamGateway(client: dropbox.client).createUsers([user])
        #expect(results == [.success(Created(id: MemberID("dbmid:1"), requestID: "req-1"))])
        #expect(
            dropbox.calls.map(\.body) == [
                #"{"force_async":false,"new_members":[{"is_directory_restricted":true,"member_email":"a@x.org","member_external_id":"roster:default/1","member_given_name":"Ann","member_persistent_id":"p","member_surname":"Lee","role_ids":["pid_dbtmr:7"],"send_welcome_email":true}]}"#
            ]
        )
    }

    @Test func resultsFindTheirPeopleByEmail() async throws {
        let results = try await create([
            added("dbmid:c", "cy@x.org"), added("dbmid:a", "ann@x.org"),
            #"{".tag":"team_license_limit","team_license_limit":"BOB@x.org"}"#,
        ])
        #expect(results[0] == .success(Created(id: MemberID("dbmid:a"), requestID: "req-1")))
        #expect(results[2] == .success(Created(id: MemberID("dbmid:c"), requestID: "req-1")))
        guard case .failure(let error) = results[1] else {
            Issue.record("bob has no seat")
            return
        }
        #expect(error.code == .rejected)
        #expect(error.message.hasPrefix("the team has no seat left"))
        #expect(error.message.hasSuffix("(team_license_limit)"))
        #expect(error.requestID == "req-1")
    }

    @Test func aResultWithoutEmailBelongsToItsPosition() async throws {
        let results = try await create([
            added("dbmid:a", "ann@x.org"), #"{".tag":"other"}"#, added("dbmid:c", "cy@x.org"),
        ])
        guard case .failure(let error) = results[1] else {
            Issue.record("bob was refused")
            return
        }
        #expect(error.code == .rejected)
        #expect(error.message.contains("other"))
    }

    @Test(arguments: [["dbmid:a ann@x.org"], ["dbmid:a ann@x.org", "dbmid:x stranger@x.org", "dbmid:c cy@x.org"]])
    func aPersonWithoutAResultIsUnknown(_ rows: [String]) async throws {
        let results = try await create(
            rows.map { $0.split(separator: " ").map(String.init) }.map { added($0[0], $0[1]) }
        )
        #expect(results.count == 3)
        guard case .failure(let error) = results[1] else {
            Issue.record("nothing was said of bob")
            return
        }
        #expect(error.code == .outcomeUnknown)
        #expect(error.message == "Dropbox did not say what became of bob@x.org")
    }

    @Test func aJobIsWaitedFor() async throws {
        let dropbox = ScriptedDropbox([
            "team/members/add_v2": [.ok(#"{".tag":"async_job_id","async_job_id":"j"}"#)],
            "team/members/add/job_status/get_v2": [
                .ok(#"{".tag":"in_progress"}"#),
                .ok(#"{".tag":"complete","complete":[\#(added("dbmid:a", "ann@x.org"))]}"#),
            ],
        ])
        let results = try await DropboxTeamGateway(client: dropbox.client).createUsers([people[0]])
        #expect(results == [.success(Created(id: MemberID("dbmid:a"), requestID: "req-1"))])
    }

    @Test func aLostAnswerThatCannotBeReadBackLeavesAllUnknown() async throws {
        let dropbox = ScriptedDropbox(["team/members/add_v2": [.lost]])
        let error = await #expect(throws: GatewayError.self) {
            try await DropboxTeamGateway(client: dropbox.client).createUsers(people)
        }
        #expect(error?.code == .outcomeUnknown)
        #expect(dropbox.routes == ["team/members/add_v2", "team/members/get_info_v2"])
    }
}
