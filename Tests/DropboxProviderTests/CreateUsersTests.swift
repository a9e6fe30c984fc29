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

    /// The people that a reading finds, as Dropbox writes them.
    private func found(_ profiles: [String]) -> String {
        let rows = profiles.map { #"{".tag":"member_info",\#(TeamJSON.member($0).dropFirst())"# }
        return #"{"members_info":[\#(rows.joined(separator: ","))]}"#
    }

    private func row(_ id: String, _ email: String, _ status: String = "invited", extra: String = "") -> String {
        let state = status == "removed" ? #","is_recoverable":true,"is_disconnected":false"# : ""
        return TeamJSON.profile(id, email, status: #"{".tag":"\#(status)"\#(state)}"#, extra: extra)
    }

    @Test(arguments: [["dbmid:a ann@x.org"], ["dbmid:a ann@x.org", "dbmid:x stranger@x.org", "dbmid:c cy@x.org"]])
    func aPersonWithoutAResultIsReadBack(_ rows: [String]) async throws {
        let results = rows.map { $0.split(separator: " ").map(String.init) }.map { added($0[0], $0[1]) }
        let body = #"{".tag":"complete","complete":[\#(results.joined(separator: ","))]}"#
        let dropbox = ScriptedDropbox([
            "team/members/add_v2": [.ok(body)],
            "team/members/get_info_v2": [.ok(found([])), .ok(found([row("dbmid:b", "bob@x.org")]))],
        ])
        let outcomes = try await DropboxTeamGateway(client: dropbox.client).createUsers(people)
        #expect(outcomes.count == 3)
        #expect(try outcomes[1].get().id == MemberID("dbmid:b"))
        #expect(dropbox.routes.count { $0 == "team/members/add_v2" } == 1)
    }

    @Test func aPersonOfWhomNothingIsSaidAndNothingShowsIsUnknown() async throws {
        let body = #"{".tag":"complete","complete":[\#(added("dbmid:a", "ann@x.org"))]}"#
        let dropbox = ScriptedDropbox([
            "team/members/add_v2": [.ok(body)], "team/members/get_info_v2": [.ok(found([]))],
        ])
        let outcomes = try await DropboxTeamGateway(client: dropbox.client).createUsers([people[0], people[1]])
        guard case .failure(let error) = outcomes[1] else {
            Issue.record("nothing was said of bob")
            return
        }
        #expect(error.code == .outcomeUnknown)
        #expect(error.message == "Dropbox did not say what became of bob@x.org")
        #expect(dropbox.moments == [0, 0, 1, 3, 7].map { .seconds($0) })
    }

    @Test(arguments: [
        ("exactly as wanted", "invited", #","external_id":"e""#, true),
        ("joined since", "active", #","external_id":"e""#, true),
        ("another external ID", "invited", #","external_id":"f""#, false), ("no external ID", "active", "", false),
        ("suspended", "suspended", #","external_id":"e""#, false),
        ("removed", "removed", #","external_id":"e""#, false),
    ])
    func somebodyWhoIsThereIsAdoptedIfAsWanted(name: String, status: String, extra: String, isAdopted: Bool)
        async throws
    {
        let refusal =
            #"{".tag":"complete","complete":[{".tag":"user_already_on_team","user_already_on_team":"ann@x.org"}]}"#
        let dropbox = ScriptedDropbox([
            "team/members/add_v2": [.ok(refusal)],
            "team/members/get_info_v2": [.ok(found([row("dbmid:a", "ann@x.org", status, extra: extra)]))],
        ])
        var ann = people[0]
        ann.externalID = "e"
        ann.givenName = "Ann"
        let outcome = try await DropboxTeamGateway(client: dropbox.client).createUsers([ann])[0]
        switch outcome {
        case .success(let created): #expect(isAdopted && created.id == MemberID("dbmid:a"))
        case .failure(let error):
            #expect(!isAdopted && error.code == .rejected)
            #expect(error.message.contains("Dropbox shows a member who is \(status), with"))
            #expect(error.requestID == "req-1")
        }
        #expect(dropbox.routes == ["team/members/add_v2", "team/members/get_info_v2"])
    }

    /// `user_already_on_team`, yet a reading shows nobody: it may be old, so it is repeated.
    @Test(arguments: [(2, true), (9, false)])
    func aRefusalWithNobodyInSightIsLookedIntoAgain(emptyLooks: Int, isFound: Bool) async throws {
        let refusal =
            #"{".tag":"complete","complete":[{".tag":"user_already_on_team","user_already_on_team":"ann@x.org"}]}"#
        let looks = Array(repeating: ScriptedDropbox.Answer.ok(found([])), count: emptyLooks)
        let dropbox = ScriptedDropbox([
            "team/members/add_v2": [.ok(refusal)],
            "team/members/get_info_v2": looks + [.ok(found([row("dbmid:a", "ann@x.org")]))],
        ])
        let outcome = try await DropboxTeamGateway(client: dropbox.client).createUsers([people[0]])[0]
        #expect((try? outcome.get())?.id == (isFound ? MemberID("dbmid:a") : nil))
        #expect(dropbox.routes.count { $0 == "team/members/get_info_v2" } == (isFound ? 3 : 4))
    }

    /// A failed job: who is there is created, the others are invited once more, or reported one by one.
    @Test(arguments: [
        #"{".tag":"failed","failed":"out of luck"}"#, nil,
    ])
    func afterAFailedJobTheMissingAreInvitedOnce(failure: String?) async throws {
        let poll = failure.map { ScriptedDropbox.Answer.ok($0) } ?? .refused(#"{".tag":"internal_error"}"#)
        let dropbox = ScriptedDropbox([
            "team/members/add_v2": [
                .ok(#"{".tag":"async_job_id","async_job_id":"j"}"#),
                .ok(#"{".tag":"complete","complete":[\#(added("dbmid:b", "bob@x.org"))]}"#),
            ],
            "team/members/add/job_status/get_v2": [poll],
            "team/members/get_info_v2": [.ok(found([row("dbmid:a", "ann@x.org")]))],
        ])
        let outcomes = try await DropboxTeamGateway(client: dropbox.client).createUsers(Array(people.prefix(2)))
        #expect(outcomes.map { try? $0.get().id.rawValue } == ["dbmid:a", "dbmid:b"])
        let invitations = dropbox.calls.filter { $0.route == "team/members/add_v2" }
        #expect(invitations.count == 2)
        #expect(invitations.last?.body.contains("Ann@x.org") == false)
    }

    @Test func jobsThatFailAgainAndAgainAreReportedOneByOne() async throws {
        let dropbox = ScriptedDropbox([
            "team/members/add_v2": [.ok(#"{".tag":"async_job_id","async_job_id":"j"}"#)],
            "team/members/add/job_status/get_v2": [.ok(#"{".tag":"failed","failed":"out of luck"}"#)],
            "team/members/get_info_v2": [.ok(found([row("dbmid:a", "ann@x.org")]))],
        ])
        let outcomes = try await DropboxTeamGateway(client: dropbox.client).createUsers(people)
        #expect(outcomes.map { (try? $0.get()) != nil } == [true, false, false])
        #expect(dropbox.routes.count { $0 == "team/members/add_v2" } == 2)
        guard case .failure(let error) = outcomes[1] else { return }
        #expect(error.code == .outcomeUnknown)
        #expect(error.message.contains("out of luck"))
    }

    @Test func aJobThatIsStillRunningIsUnfinishedForEverybody() async throws {
        let dropbox = ScriptedDropbox([
            "team/members/add_v2": [.ok(#"{".tag":"async_job_id","async_job_id":"j"}"#)],
            "team/members/add/job_status/get_v2": [.ok(#"{".tag":"in_progress"}"#)],
        ])
        let outcomes = try await DropboxTeamGateway(client: dropbox.client).createUsers(people)
        for outcome in outcomes {
            guard case .failure(let error) = outcome else {
                Issue.record("the job did not end")
                continue
            }
            #expect(error.code == .unfinished)
        }
        #expect(outcomes.count == 3)
        #expect(!dropbox.routes.contains("team/members/get_info_v2"))
    }

    @Test(arguments: ["", " "])
    func aBlankJobIsReadBackAndNeverPolled(id: String) async throws {
        let dropbox = ScriptedDropbox([
            "team/members/add_v2": [.ok(#"{".tag":"async_job_id","async_job_id":"\#(id)"}"#)],
            "team/members/get_info_v2": [.ok(found([row("dbmid:a", "ann@x.org")]))],
        ])
        let outcomes = try await DropboxTeamGateway(client: dropbox.client).createUsers([people[0]])
        #expect(try outcomes[0].get().id == MemberID("dbmid:a"))
        #expect(dropbox.routes == ["team/members/add_v2", "team/members/get_info_v2"])
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
