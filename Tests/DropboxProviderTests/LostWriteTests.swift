import DropboxAPI
import DropboxProvider
import Reconciliation
import TeamPlanning
import TestSupport
import Testing

/// A write without an answer: the team is read, and only what did not happen is asked for again.
@Suite struct LostWriteTests {
    struct Write: Sendable, CustomTestStringConvertible {
        let route: String
        let answer: String
        let reading: String
        /// What the reading shows when the write took effect, and when it did not.
        let done: String
        let undone: String
        let run: @Sendable (DropboxTeamGateway) async throws(GatewayError) -> Void

        var testDescription: String { route }
    }

    static let ann = MemberID("dbmid:1")
    static let group = GroupID("g:1")

    static func info(_ status: String = "active", role: String? = nil, extra: String = "") -> String {
        let state = status == "removed" ? #","is_recoverable":true,"is_disconnected":false"# : ""
        let profile = TeamJSON.profile("dbmid:1", "ann@x.org", status: #"{".tag":"\#(status)"\#(state)}"#, extra: extra)
        let member = TeamJSON.member(profile, role: role).dropFirst()
        return #"{"members_info":[{".tag":"member_info",\#(member)]}"#
    }

    static func groups(_ name: String) -> String { TeamJSON.groups([TeamJSON.group("g:1", name, count: 0)]) }

    static let noMember = #"{"members_info":[{".tag":"id_not_found","id_not_found":"dbmid:1"}]}"#
    static let noGroup = TeamJSON.groups([])
    static let changed = #"{"group_info":\#(TeamJSON.group("g:1", "G", count: 1)),"async_job_id":" "}"#

    static let writes: [Write] = [
        Write(
            route: "team/members/recover",
            answer: "null",
            reading: "team/members/get_info_v2",
            done: info(),
            undone: info("removed")
        ) { gateway async throws(GatewayError) in _ = try await gateway.recoverUser(ann) },
        Write(
            route: "team/members/set_profile_v2",
            answer: #"{"member_info":\#(TeamJSON.member(TeamJSON.profile("dbmid:1", "ann@x.org")))}"#,
            reading: "team/members/get_info_v2",
            done: info(extra: #","external_id":"roster:default/1""#),
            undone: info()
        ) { gateway async throws(GatewayError) in
            var update = ProfileUpdate()
            update.externalID = "roster:default/1"
            update.email = "Ann@x.org"
            _ = try await gateway.updateUser(ann, update)
        },
        Write(
            route: "team/members/set_admin_permissions_v2",
            answer: #"{"team_member_id":"dbmid:1","roles":[]}"#,
            reading: "team/members/get_info_v2",
            done: info(role: TeamJSON.supportRole),
            undone: info()
        ) { gateway async throws(GatewayError) in _ = try await gateway.setRole(RoleID("pid_dbtmr:7"), of: ann) },
        Write(
            route: "team/members/suspend",
            answer: "null",
            reading: "team/members/get_info_v2",
            done: info("suspended"),
            undone: info()
        ) { gateway async throws(GatewayError) in _ = try await gateway.suspendUser(ann, wipeData: false) },
        Write(
            route: "team/members/unsuspend",
            answer: "null",
            reading: "team/members/get_info_v2",
            done: info(),
            undone: info("suspended")
        ) { gateway async throws(GatewayError) in _ = try await gateway.unsuspendUser(ann) },
        Write(
            route: "team/members/remove",
            answer: #"{".tag":"complete"}"#,
            reading: "team/members/get_info_v2",
            done: noMember,
            undone: info()
        ) { gateway async throws(GatewayError) in _ = try await gateway.removeUser(ann, RemovalOptions()) },
        Write(
            route: "team/groups/create",
            answer: TeamJSON.group("g:1", "G", count: 0),
            reading: "team/groups/list",
            done: TeamJSON.groups([TeamJSON.group("g:1", "G", count: 0, externalID: "roster:default/G")]),
            undone: TeamJSON.groups([TeamJSON.group("g:2", "G", count: 0)])
        ) { gateway async throws(GatewayError) in
            let group = NewGroup(name: "G", externalID: "roster:default/G", management: .companyManaged)
            #expect(try await gateway.createGroup(group).id == Self.group)
        },
        Write(
            route: "team/groups/update",
            answer: TeamJSON.group("g:1", "New", count: 0),
            reading: "team/groups/list",
            done: groups("New"),
            undone: groups("new")
        ) { gateway async throws(GatewayError) in
            var update = GroupUpdate()
            update.name = "New"
            update.management = .companyManaged
            _ = try await gateway.updateGroup(group, update)
        },
        Write(
            route: "team/groups/delete",
            answer: #"{".tag":"complete"}"#,
            reading: "team/groups/list",
            done: noGroup,
            undone: groups("G")
        ) { gateway async throws(GatewayError) in _ = try await gateway.deleteGroup(group) },
        Write(
            route: "team/groups/members/add",
            answer: changed,
            reading: "team/groups/members/list",
            done: TeamJSON.groupMembers([("dbmid:1", "member")]),
            undone: TeamJSON.groupMembers([("dbmid:2", "member")])
        ) { gateway async throws(GatewayError) in
            _ = try await gateway.addMembers([GroupMember(id: ann, access: .member)], to: group)
        },
        Write(
            route: "team/groups/members/remove",
            answer: changed,
            reading: "team/groups/members/list",
            done: TeamJSON.groupMembers([("dbmid:2", "member")]),
            undone: TeamJSON.groupMembers([("dbmid:1", "member")])
        ) { gateway async throws(GatewayError) in _ = try await gateway.removeMembers([ann], from: group) },
        Write(
            route: "team/groups/members/set_access_type",
            answer: "[]",
            reading: "team/groups/members/list",
            done: TeamJSON.groupMembers([("dbmid:1", "owner")]),
            undone: TeamJSON.groupMembers([("dbmid:1", "member")])
        ) { gateway async throws(GatewayError) in _ = try await gateway.setAccess(.owner, of: ann, in: group) },
    ]

    static let failure = ScriptedDropbox.Answer(status: 500, body: "")

    @Test(arguments: writes, [ScriptedDropbox.Answer.lost, failure])
    func whatTookEffectIsNotRepeated(_ write: Write, _ answer: ScriptedDropbox.Answer) async throws {
        let dropbox = ScriptedDropbox([write.route: [answer], write.reading: [.ok(write.done)]])
        try await write.run(DropboxTeamGateway(client: dropbox.client))
        #expect(dropbox.routes == [write.route, write.reading])
    }

    @Test(arguments: writes, [ScriptedDropbox.Answer.lost, failure])
    func whatDidNothingIsRepeated(_ write: Write, _ answer: ScriptedDropbox.Answer) async throws {
        let dropbox = ScriptedDropbox([write.route: [answer, .ok(write.answer)], write.reading: [.ok(write.undone)]])
        try await write.run(DropboxTeamGateway(client: dropbox.client))
        #expect(dropbox.routes == [write.route] + Array(repeating: write.reading, count: 3) + [write.route])
        #expect(dropbox.calls.first == dropbox.calls.last)
        #expect(dropbox.moments == [0, 1, 3, 7, 7].map { .seconds($0) })
    }

    /// How soon reads show a write is not documented.
    @Test(arguments: writes, [1, 2])
    func whatShowsLateIsNotRepeated(_ write: Write, _ oldLooks: Int) async throws {
        let looks = Array(repeating: ScriptedDropbox.Answer.ok(write.undone), count: oldLooks) + [.ok(write.done)]
        let dropbox = ScriptedDropbox([write.route: [.lost], write.reading: looks])
        try await write.run(DropboxTeamGateway(client: dropbox.client))
        #expect(dropbox.routes == [write.route] + Array(repeating: write.reading, count: oldLooks + 1))
    }

    @Test(arguments: writes)
    func afterAFewTriesTheOutcomeIsUnknown(_ write: Write) async throws {
        let dropbox = ScriptedDropbox([write.route: [.lost], write.reading: [.ok(write.undone)]])
        let error = await #expect(throws: GatewayError.self) {
            try await write.run(DropboxTeamGateway(client: dropbox.client))
        }
        #expect(error?.code == .outcomeUnknown)
        #expect(dropbox.routes.count { $0 == write.route } == 3)
    }

    @Test(arguments: writes)
    func whatCannotBeReadIsNotRepeated(_ write: Write) async throws {
        let dropbox = ScriptedDropbox([
            write.route: [Self.failure], write.reading: [.refused(#"{".tag":"a_tag_of_the_future"}"#)],
        ])
        let error = await #expect(throws: GatewayError.self) {
            try await write.run(DropboxTeamGateway(client: dropbox.client))
        }
        #expect(error?.code == .outcomeUnknown)
        #expect(error?.requestID == "req-1")
        #expect(dropbox.routes == [write.route, write.reading])
    }

    /// A look that fails for a passing cause is left to the next one.
    @Test(arguments: writes)
    func aFailedLookIsNotTheLast(_ write: Write) async throws {
        // A reading is tried five times before it counts as failed.
        let looks = Array(repeating: ScriptedDropbox.Answer.lost, count: 5) + [.ok(write.done)]
        let dropbox = ScriptedDropbox([write.route: [.lost], write.reading: looks])
        try await write.run(DropboxTeamGateway(client: dropbox.client))
        #expect(dropbox.routes.count { $0 == write.route } == 1)
    }

    /// Whatever was seen before: when the last look fails, the write is not made again.
    @Test(arguments: writes, [0, 1, 2])
    func withoutALastLookNothingIsRepeated(_ write: Write, _ earlyLooks: Int) async throws {
        let looks = Array(repeating: ScriptedDropbox.Answer.ok(write.undone), count: earlyLooks) + [.lost]
        let dropbox = ScriptedDropbox([write.route: [.lost], write.reading: looks])
        let error = await #expect(throws: GatewayError.self) {
            try await write.run(DropboxTeamGateway(client: dropbox.client))
        }
        #expect(error?.code == .outcomeUnknown)
        #expect(dropbox.routes.count { $0 == write.route } == 1)
    }

    /// The first try may show only after the last look; then the second is refused.
    @Test func aRefusedRepetitionIsReadBackToo() async throws {
        let dropbox = ScriptedDropbox([
            "team/members/suspend": [.lost, .refused(#"{".tag":"suspend_inactive_user"}"#)],
            "team/members/get_info_v2": Array(repeating: .ok(Self.info()), count: 4) + [.ok(Self.info("suspended"))],
        ])
        let receipt = try await DropboxTeamGateway(client: dropbox.client).suspendUser(Self.ann, wipeData: false)
        #expect(receipt.requestID == "req-5")
        #expect(dropbox.routes.count { $0 == "team/members/suspend" } == 2)
    }

    /// Of a repetition that was not even made nothing more is known than of the lost try.
    @Test func aRepetitionThatIsNotMadeLeavesTheOutcomeUnknown() async throws {
        let expired = ScriptedDropbox.Answer(status: 401, body: #"{"error":{".tag":"expired_access_token"}}"#)
        let dropbox = ScriptedDropbox([
            "team/members/suspend": [.lost, expired], "team/members/get_info_v2": [.ok(Self.info())],
        ])
        let error = await #expect(throws: GatewayError.self) {
            try await DropboxTeamGateway(client: dropbox.client).suspendUser(Self.ann, wipeData: false)
        }
        #expect(error?.code == .outcomeUnknown)
    }

    @Test func aRefusalIsNotReadBack() async throws {
        let dropbox = ScriptedDropbox(["team/members/suspend": [.refused(#"{".tag":"suspend_last_admin"}"#)]])
        let error = await #expect(throws: GatewayError.self) {
            try await DropboxTeamGateway(client: dropbox.client).suspendUser(Self.ann, wipeData: false)
        }
        #expect(error?.code == .rejected)
        #expect(dropbox.routes == ["team/members/suspend"])
    }

    @Test(arguments: ["[]", "{", ""])
    func anUnreadableAnswerIsReadBackAndRepeated(_ answer: String) async throws {
        let dropbox = ScriptedDropbox([
            "team/groups/delete": [.ok(answer), .ok(#"{".tag":"complete"}"#)],
            "team/groups/list": [.ok(Self.groups("G"))],
        ])
        _ = try await DropboxTeamGateway(client: dropbox.client).deleteGroup(Self.group)
        let looks = Array(repeating: "team/groups/list", count: 3)
        #expect(dropbox.routes == ["team/groups/delete"] + looks + ["team/groups/delete"])
    }

    @Test(arguments: [(noMember, true), (info(), false)], ["internal_error", "invalid_async_job_id"])
    func aLostJobIsReadBackAndNeverLaunchedAgain(_ reading: (String, Bool), _ tag: String) async throws {
        let (reading, isDone) = reading
        let dropbox = ScriptedDropbox([
            "team/members/remove": [.ok(#"{".tag":"async_job_id","async_job_id":"j"}"#)],
            "team/members/remove/job_status/get": [.refused(#"{".tag":"\#(tag)"}"#)],
            "team/members/get_info_v2": [.ok(reading)],
        ])
        let receipt = try? await DropboxTeamGateway(client: dropbox.client).removeUser(Self.ann, RemovalOptions())
        #expect(receipt == (isDone ? Receipt(requestID: "req-1") : nil))
        #expect(dropbox.routes.count { $0 == "team/members/remove" } == 1)
    }

    /// What Dropbox says of a job that it cannot tell the end of is passed on.
    @Test(arguments: ["internal_error", "access_denied", "invalid_async_job_id"])
    func theTagOfALostJobIsNamed(_ tag: String) async throws {
        let dropbox = ScriptedDropbox([
            "team/groups/delete": [.ok(#"{".tag":"async_job_id","async_job_id":"j"}"#)],
            "team/groups/job_status/get": [.refused(#"{".tag":"\#(tag)"}"#)],
            "team/groups/list": [.ok(Self.groups("G"))],
        ])
        let error = await #expect(throws: GatewayError.self) {
            try await DropboxTeamGateway(client: dropbox.client).deleteGroup(Self.group)
        }
        #expect(error?.code == .outcomeUnknown)
        #expect(error?.requestID == "req-1")
        #expect(
            error?.message
                == "team/groups/job_status/get answered \(tag) (HTTP 409); the team did not show the change within 7 s"
        )
    }

    /// Without an ID nothing tells the end of the job but the team.
    @Test(arguments: writes.filter { $0.answer == #"{".tag":"complete"}"# }, ["", " "])
    func aBlankJobIsReadBackAndNeverPolled(_ write: Write, _ id: String) async throws {
        let launch = ScriptedDropbox.Answer.ok(#"{".tag":"async_job_id","async_job_id":"\#(id)"}"#)
        let done = ScriptedDropbox([write.route: [launch], write.reading: [.ok(write.undone), .ok(write.done)]])
        try await write.run(DropboxTeamGateway(client: done.client))
        #expect(done.routes == [write.route, write.reading, write.reading])

        let undone = ScriptedDropbox([write.route: [launch], write.reading: [.ok(write.undone)]])
        let error = await #expect(throws: GatewayError.self) {
            try await write.run(DropboxTeamGateway(client: undone.client))
        }
        #expect(error?.code == .outcomeUnknown)
        #expect(error?.requestID == "req-1")
        #expect(
            error?.message
                == "\(write.route) gave no usable answer: the job ID is blank; the team did not show the change within 7 s"
        )
        #expect(undone.routes == [write.route] + Array(repeating: write.reading, count: 3))
    }

    @Test func ofABatchOnlyTheMissingAreInvitedAgain() async throws {
        let people = ["Ann@x.org", "bob@x.org"].map { NewUser(email: $0, sendWelcomeEmail: false) }
        let bob = TeamJSON.member(TeamJSON.profile("dbmid:2", "bob@x.org")).dropFirst()
        let found =
            #"{"members_info":[{".tag":"id_not_found","id_not_found":"bob@x.org"},\#(Self.info().dropFirst(17).dropLast(2))]}"#
        let dropbox = ScriptedDropbox([
            "team/members/add_v2": [.lost, .ok(#"{".tag":"complete","complete":[{".tag":"success",\#(bob)]}"#)],
            "team/members/get_info_v2": [.ok(found)],
        ])
        let results = try await DropboxTeamGateway(client: dropbox.client).createUsers(people)
        #expect(results.map { try? $0.get().id.rawValue } == ["dbmid:1", "dbmid:2"])
        #expect(
            dropbox.calls.map(\.body).dropFirst() == [
                #"{"members":[{".tag":"email","email":"Ann@x.org"},{".tag":"email","email":"bob@x.org"}]}"#,
                #"{"members":[{".tag":"email","email":"bob@x.org"}]}"#,
                #"{"members":[{".tag":"email","email":"bob@x.org"}]}"#,
                #"{"force_async":false,"new_members":[{"member_email":"bob@x.org","send_welcome_email":false}]}"#,
            ]
        )
    }

    @Test func somebodyElseWithTheEmailIsNotTakenForTheCreated() async throws {
        var user = NewUser(email: "ann@x.org", sendWelcomeEmail: false)
        user.externalID = "roster:default/1"
        let refusal = #"{".tag":"user_already_on_team","user_already_on_team":"ann@x.org"}"#
        let dropbox = ScriptedDropbox([
            "team/members/add_v2": [.lost, .ok(#"{".tag":"complete","complete":[\#(refusal)]}"#)],
            "team/members/get_info_v2": [.ok(Self.info(extra: #","external_id":"ADSYNC 1""#))],
        ])
        let results = try await DropboxTeamGateway(client: dropbox.client).createUsers([user])
        guard case .failure(let error)? = results.first else {
            Issue.record("the person was there before")
            return
        }
        #expect(error.code == .rejected)
    }
}
