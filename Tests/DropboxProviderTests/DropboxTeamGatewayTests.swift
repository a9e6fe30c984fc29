import DropboxAPI
import DropboxProvider
import Reconciliation
import TeamPlanning
import TestSupport
import Testing

@Suite struct DropboxTeamGatewayTests {
    private let ann = MemberID("dbmid:1")
    private let group = GroupID("g:1")

    struct Sent: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let route: String
        let answer: String
        let body: String
        let call: @Sendable (DropboxTeamGateway) async throws -> Receipt
    }

    static let summary = TeamJSON.group("g:1", "One", count: 1)
    static let change = #"{"group_info":\#(summary),"async_job_id":" "}"#
    static let user = #""user":{".tag":"team_member_id","team_member_id":"dbmid:1"}"#
    static let selector = #""group":{".tag":"group_id","group_id":"g:1"}"#
    static let memberInfo = #"{"member_info":\#(TeamJSON.member(TeamJSON.profile("dbmid:1", "a@x.org")))}"#

    static let sent = [
        Sent(testDescription: "recover", route: "team/members/recover", answer: "null", body: "{\(user)}") {
            try await $0.recoverUser(MemberID("dbmid:1"))
        },
        Sent(
            testDescription: "suspend without a wipe",
            route: "team/members/suspend",
            answer: "null",
            body: #"{\#(user),"wipe_data":false}"#
        ) { try await $0.suspendUser(MemberID("dbmid:1"), wipeData: false) },
        Sent(
            testDescription: "suspend with a wipe",
            route: "team/members/suspend",
            answer: "",
            body: #"{\#(user),"wipe_data":true}"#
        ) { try await $0.suspendUser(MemberID("dbmid:1"), wipeData: true) },
        Sent(testDescription: "unsuspend", route: "team/members/unsuspend", answer: "null", body: "{\(user)}") {
            try await $0.unsuspendUser(MemberID("dbmid:1"))
        },
        Sent(
            testDescription: "set a role",
            route: "team/members/set_admin_permissions_v2",
            answer: #"{"team_member_id":"dbmid:1","roles":[]}"#,
            body: #"{"new_roles":["pid_dbtmr:7"],\#(user)}"#
        ) { try await $0.setRole(RoleID("pid_dbtmr:7"), of: MemberID("dbmid:1")) },
        Sent(
            testDescription: "take the role away",
            route: "team/members/set_admin_permissions_v2",
            answer: #"{"team_member_id":"dbmid:1"}"#,
            body: #"{"new_roles":[],\#(user)}"#
        ) { try await $0.setRole(nil, of: MemberID("dbmid:1")) },
        Sent(
            testDescription: "update one field",
            route: "team/members/set_profile_v2",
            answer: memberInfo,
            body: #"{"new_surname":"Lee",\#(user)}"#
        ) {
            var update = ProfileUpdate()
            update.surname = "Lee"
            return try await $0.updateUser(MemberID("dbmid:1"), update)
        },
        Sent(
            testDescription: "update every field, clear the external ID",
            route: "team/members/set_profile_v2",
            answer: memberInfo,
            body:
                #"{"new_email":"b@x.org","new_external_id":"","new_given_name":"B","new_is_directory_restricted":false,"new_persistent_id":"p","new_surname":"",\#(user)}"#
        ) {
            var update = ProfileUpdate()
            update.email = "b@x.org"
            update.externalID = ""
            update.givenName = "B"
            update.surname = ""
            update.persistentID = "p"
            update.isDirectoryRestricted = false
            return try await $0.updateUser(MemberID("dbmid:1"), update)
        },
        Sent(
            testDescription: "remove, harmlessly",
            route: "team/members/remove",
            answer: #"{".tag":"complete"}"#,
            body:
                #"{"keep_account":false,\#(user),"wipe_data":false}"#
        ) { try await $0.removeUser(MemberID("dbmid:1"), RemovalOptions()) },
        Sent(
            testDescription: "remove and transfer",
            route: "team/members/remove",
            answer: #"{".tag":"complete"}"#,
            body:
                #"{"keep_account":false,"transfer_admin_id":{".tag":"team_member_id","team_member_id":"dbmid:8"},"transfer_dest_id":{".tag":"team_member_id","team_member_id":"dbmid:9"},\#(user),"wipe_data":true}"#
        ) {
            var options = RemovalOptions()
            options.wipeData = true
            options.transferDest = MemberID("dbmid:9")
            options.transferAdmin = MemberID("dbmid:8")
            return try await $0.removeUser(MemberID("dbmid:1"), options)
        },
        Sent(
            testDescription: "remove and keep the account",
            route: "team/members/remove",
            answer: #"{".tag":"complete"}"#,
            body:
                #"{"keep_account":true,"retain_team_shares":true,\#(user),"wipe_data":false}"#
        ) {
            var options = RemovalOptions()
            options.keepAccount = true
            options.retainTeamShares = true
            return try await $0.removeUser(MemberID("dbmid:1"), options)
        },
        Sent(
            testDescription: "rename and clear the marker",
            route: "team/groups/update",
            answer: summary,
            body:
                #"{\#(selector),"new_group_external_id":"","new_group_management_type":{".tag":"user_managed"},"new_group_name":"N","return_members":false}"#
        ) {
            var update = GroupUpdate()
            update.name = "N"
            update.externalID = ""
            update.management = .userManaged
            return try await $0.updateGroup(GroupID("g:1"), update)
        },
        Sent(
            testDescription: "delete",
            route: "team/groups/delete",
            answer: #"{".tag":"complete"}"#,
            body: #"{".tag":"group_id","group_id":"g:1"}"#
        ) { try await $0.deleteGroup(GroupID("g:1")) },
        Sent(
            testDescription: "add members",
            route: "team/groups/members/add",
            answer: change,
            body:
                #"{\#(selector),"members":[{"access_type":{".tag":"member"},\#(user)},{"access_type":{".tag":"owner"},"user":{".tag":"team_member_id","team_member_id":"dbmid:2"}}],"return_members":false}"#
        ) {
            let people = [
                GroupMember(id: MemberID("dbmid:1"), access: .member),
                GroupMember(id: MemberID("dbmid:2"), access: .owner),
            ]
            return try await $0.addMembers(people, to: GroupID("g:1"))
        },
        Sent(
            testDescription: "remove members",
            route: "team/groups/members/remove",
            answer: change,
            body:
                #"{\#(selector),"return_members":false,"users":[{".tag":"team_member_id","team_member_id":"dbmid:1"}]}"#
        ) { try await $0.removeMembers([MemberID("dbmid:1")], from: GroupID("g:1")) },
        Sent(
            testDescription: "set access",
            route: "team/groups/members/set_access_type",
            answer: "[]",
            body: #"{"access_type":{".tag":"owner"},\#(selector),"return_members":false,\#(user)}"#
        ) { try await $0.setAccess(.owner, of: MemberID("dbmid:1"), in: GroupID("g:1")) },
    ]

    @Test(arguments: sent)
    func everyWriteIsSentExactly(_ sent: Sent) async throws {
        let dropbox = ScriptedDropbox([sent.route: [.ok(sent.answer)]])
        let receipt = try await sent.call(DropboxTeamGateway(client: dropbox.client))
        #expect(dropbox.calls == [.init(route: sent.route, body: sent.body)])
        #expect(receipt.requestID == "req-1")
    }

    @Test func aGroupIsCreated() async throws {
        let dropbox = ScriptedDropbox(["team/groups/create": [.ok(Self.summary)]])
        let gateway = DropboxTeamGateway(client: dropbox.client)
        let created = try await gateway.createGroup(
            NewGroup(name: "One", externalID: "roster:default/One", management: .companyManaged)
        )
        #expect(created == Created(id: group, requestID: "req-1"))
        _ = try await gateway.createGroup(NewGroup(name: "One", externalID: "", management: .userManaged))
        #expect(
            dropbox.calls.map(\.body) == [
                #"{"group_external_id":"roster:default/One","group_management_type":{".tag":"company_managed"},"group_name":"One"}"#,
                #"{"group_management_type":{".tag":"user_managed"},"group_name":"One"}"#,
            ]
        )
    }

    @Test func theGroupsOfAMemberAreRead() async throws {
        let found = TeamJSON.profile("dbmid:1", "a@x.org", groups: ["g:1", "g:2"])
        let dropbox = ScriptedDropbox([
            "team/members/get_info_v2": [
                .ok(#"{"members_info":[{".tag":"member_info","profile":\#(found)}]}"#),
                .ok(#"{"members_info":[{".tag":"id_not_found","id_not_found":"dbmid:1"}]}"#),
            ]
        ])
        let gateway = DropboxTeamGateway(client: dropbox.client)
        #expect(try await gateway.groups(of: ann) == [group, GroupID("g:2")])
        let error = await #expect(throws: GatewayError.self) { try await gateway.groups(of: ann) }
        #expect(error?.code == .rejected)
        #expect(
            dropbox.calls.first?.body == #"{"members":[{".tag":"team_member_id","team_member_id":"dbmid:1"}]}"#
        )
    }

    /// A reading from before the recovery would leave the member in groups that the manifests do not want.
    @Test func groupsAreReadOnlyFromAMemberWhoIsBack() async throws {
        let removed = #"{".tag":"removed","is_recoverable":true,"is_disconnected":false}"#
        let answers = [(removed, [String]()), (#"{".tag":"active"}"#, ["g:1"])].map { status, groups in
            let profile = TeamJSON.profile("dbmid:1", "a@x.org", status: status, groups: groups)
            return ScriptedDropbox.Answer.ok(#"{"members_info":[{".tag":"member_info","profile":\#(profile)}]}"#)
        }
        let dropbox = ScriptedDropbox(["team/members/get_info_v2": answers])
        #expect(try await DropboxTeamGateway(client: dropbox.client).groups(of: ann) == [group])
        #expect(dropbox.moments == [.zero, .seconds(1)])
    }

    @Test func jobsAreWaitedFor() async throws {
        let dropbox = ScriptedDropbox([
            "team/members/remove": [.ok(#"{".tag":"async_job_id","async_job_id":"j1"}"#)],
            "team/members/remove/job_status/get": [.ok(#"{".tag":"in_progress"}"#), .ok(#"{".tag":"complete"}"#)],
            "team/groups/delete": [.ok(#"{".tag":"async_job_id","async_job_id":"j2"}"#)],
            "team/groups/job_status/get": [.ok(#"{".tag":"complete"}"#)],
        ])
        let gateway = DropboxTeamGateway(client: dropbox.client)
        let removed = try await gateway.removeUser(ann, RemovalOptions())
        #expect(removed.requestID == "req-1")
        #expect(dropbox.routes.suffix(2) == Array(repeating: "team/members/remove/job_status/get", count: 2))
        _ = try await gateway.deleteGroup(group)
        #expect(dropbox.calls.last == .init(route: "team/groups/job_status/get", body: #"{"async_job_id":"j2"}"#))
    }

    @Test func aJobThatFailsLeavesTheOutcomeUnknown() async throws {
        let dropbox = ScriptedDropbox([
            "team/groups/delete": [.ok(#"{".tag":"async_job_id","async_job_id":"j"}"#)],
            "team/groups/job_status/get": [.refused(#"{".tag":"internal_error"}"#)],
        ])
        let error = await #expect(throws: GatewayError.self) {
            try await DropboxTeamGateway(client: dropbox.client).deleteGroup(group)
        }
        #expect(error?.code == .outcomeUnknown)
        #expect(error?.requestID == "req-1")
    }

    @Test func batchSizesComeFromTheRoutes() {
        let gateway = DropboxTeamGateway(client: ScriptedDropbox([:]).client)
        #expect(gateway.maximumUsersPerCreate == 20)
        #expect(gateway.maximumMembersPerCall == Routes.groupMembersBatch)
    }
}
