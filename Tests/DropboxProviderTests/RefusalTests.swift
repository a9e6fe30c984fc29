import DropboxAPI
import DropboxProvider
import Reconciliation
import TeamPlanning
import TestSupport
import Testing

/// A refusal that says “already so” is held against the team, on a first try too.
@Suite struct RefusalTests {
    typealias Write = LostWriteTests.Write
    typealias Answer = ScriptedDropbox.Answer

    struct Refused: Sendable, CustomTestStringConvertible {
        let tag: String
        let write: Write

        var testDescription: String { "\(write.route): \(tag)" }
        var answer: Answer { .refused(#"{".tag":"\#(tag)"}"#) }
    }

    /// Refusals that may mean that the goal is reached, with the write of each route.
    static let refused: [Refused] = LostWriteTests.writes.flatMap { write in
        (tags[write.route] ?? []).map { Refused(tag: $0, write: write) }
    }

    private static let tags = [
        "team/members/recover": ["user_unrecoverable"],
        "team/members/set_profile_v2": ["email_reserved_for_other_user", "external_id_used_by_other_user"],
        "team/members/set_admin_permissions_v2": ["cannot_set_permissions"],
        "team/members/suspend": ["suspend_inactive_user"],
        "team/members/unsuspend": ["unsuspend_non_suspended_member"],
        "team/members/remove": ["user_not_in_team", "user_not_found"],
        "team/groups/create": ["group_name_already_used", "external_id_already_in_use"],
        "team/groups/update": ["group_name_already_used", "external_id_already_in_use"],
        "team/groups/delete": ["group_already_deleted", "group_not_found"],
        "team/groups/members/add": ["duplicate_user"],
        "team/groups/members/remove": ["member_not_in_group", "users_not_found", "members_not_in_team"],
        "team/groups/members/set_access_type": ["member_not_in_group"],
    ]

    @Test(arguments: refused)
    func whatIsAsWantedIsDone(_ refused: Refused) async throws {
        let write = refused.write
        let dropbox = ScriptedDropbox([write.route: [refused.answer], write.reading: [.ok(write.done)]])
        try await write.run(DropboxTeamGateway(client: dropbox.client))
        #expect(dropbox.routes == [write.route, write.reading])
        #expect(dropbox.moments == [.zero, .zero])
    }

    /// Nothing but the write itself is ever sent, and that once.
    @Test(arguments: refused)
    func whatIsNotAsWantedStaysRefused(_ refused: Refused) async throws {
        let write = refused.write
        let dropbox = ScriptedDropbox([write.route: [refused.answer], write.reading: [.ok(write.undone)]])
        let error = await #expect(throws: GatewayError.self) {
            try await write.run(DropboxTeamGateway(client: dropbox.client))
        }
        #expect(error?.code == .rejected)
        #expect(error?.message.contains("(\(refused.tag))") == true)
        #expect(error?.requestID == "req-1")
        #expect(dropbox.routes.first == write.route)
        #expect(dropbox.routes.dropFirst().allSatisfy { $0 == write.reading })
    }

    @Test(arguments: refused)
    func whereTheTeamCannotBeReadTheRefusalStands(_ refused: Refused) async throws {
        let write = refused.write
        let dropbox = ScriptedDropbox([
            write.route: [refused.answer], write.reading: [.refused(#"{".tag":"a_tag_of_the_future"}"#)],
        ])
        let error = await #expect(throws: GatewayError.self) {
            try await write.run(DropboxTeamGateway(client: dropbox.client))
        }
        #expect(error?.code == .rejected)
        #expect(dropbox.routes == [write.route, write.reading])
    }

    /// “Already suspended”, but a reading shows an active member: the reading is old.
    @Test(arguments: [
        ("team/members/suspend", "suspend_inactive_user"), ("team/members/recover", "user_unrecoverable"),
        ("team/members/unsuspend", "unsuspend_non_suspended_member"), ("team/members/remove", "user_not_in_team"),
        ("team/groups/delete", "group_already_deleted"), ("team/groups/members/add", "duplicate_user"),
        ("team/groups/members/remove", "member_not_in_group"),
    ])
    func aReadingThatContradictsTheRefusalIsRepeated(route: String, tag: String) async throws {
        let refused = try #require(Self.refused.first { $0.write.route == route && $0.tag == tag })
        let looks = [Answer.ok(refused.write.undone), .ok(refused.write.undone), .ok(refused.write.done)]
        let dropbox = ScriptedDropbox([route: [refused.answer], refused.write.reading: looks])
        try await refused.write.run(DropboxTeamGateway(client: dropbox.client))
        #expect(dropbox.moments == [0, 0, 1, 3].map { .seconds($0) })
    }

    /// Who was invited only was never active, so that the refusal is right.
    @Test(arguments: ["invited", "removed"])
    func aReadingThatExplainsTheRefusalIsEnough(status: String) async throws {
        let dropbox = ScriptedDropbox([
            "team/members/suspend": [.refused(#"{".tag":"suspend_inactive_user"}"#)],
            "team/members/get_info_v2": [.ok(LostWriteTests.info(status))],
        ])
        let error = await #expect(throws: GatewayError.self) {
            try await DropboxTeamGateway(client: dropbox.client).suspendUser(LostWriteTests.ann, wipeData: false)
        }
        #expect(error?.code == .rejected)
        #expect(dropbox.routes.count == 2)
    }

    @Test(arguments: [
        ("another external ID", "roster:default/H", "company_managed"), ("no external ID", nil, "company_managed"),
        ("another management", "roster:default/G", "user_managed"),
    ])
    func aGroupThatIsNotOursIsNotAdopted(name: String, externalID: String?, management: String) async throws {
        let rival = TeamJSON.group("g:9", "G", count: 3, management: management, externalID: externalID)
        let dropbox = ScriptedDropbox([
            "team/groups/create": [.refused(#"{".tag":"group_name_already_used"}"#)],
            "team/groups/list": [.ok(TeamJSON.groups([rival]))],
        ])
        let group = NewGroup(name: "G", externalID: "roster:default/G", management: .companyManaged)
        let error = await #expect(throws: GatewayError.self) {
            try await DropboxTeamGateway(client: dropbox.client).createGroup(group)
        }
        #expect(error?.code == .rejected)
        #expect(error?.message.contains("Dropbox shows the group g:9") == true)
        #expect(dropbox.routes == ["team/groups/create", "team/groups/list"])
    }

    @Test func aJobThatIsStillRunningIsUnfinished() async throws {
        let dropbox = ScriptedDropbox([
            "team/members/remove": [.ok(#"{".tag":"async_job_id","async_job_id":"j"}"#)],
            "team/members/remove/job_status/get": [.ok(#"{".tag":"in_progress"}"#)],
        ])
        let error = await #expect(throws: GatewayError.self) {
            try await DropboxTeamGateway(client: dropbox.client).removeUser(LostWriteTests.ann, RemovalOptions())
        }
        #expect(error?.code == .unfinished)
        #expect(error?.requestID == "req-1")
        #expect(!dropbox.routes.contains("team/members/get_info_v2"))
    }

    /// What only waited for its turn when the apply was stopped was not sent.
    @Test func aCallThatIsGivenUpWasNotSent() async throws {
        let dropbox = ScriptedDropbox(["team/members/suspend": [Answer(status: 429, body: "")]])
        let client = dropbox.client
        await client.stopWaiting(forJobs: true)
        let error = await #expect(throws: GatewayError.self) {
            try await DropboxTeamGateway(client: client).suspendUser(LostWriteTests.ann, wipeData: false)
        }
        #expect(error?.code == .notSent)
        #expect(error?.message.contains("it was not sent") == true)
        #expect(dropbox.routes.count == 1)
    }
}
