import DropboxAPI
import Testing

/// The path and the body of every route, to the byte.
@Suite struct RouteBytesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let path: String
        let body: String
        let answer: String
        let call: @Sendable (DropboxClient) async throws -> Void
        var testDescription: String { path }

        init(
            _ path: String,
            _ body: String,
            _ answer: String,
            _ call: @escaping @Sendable (DropboxClient) async throws -> Void
        ) {
            (self.path, self.body, self.answer, self.call) = (path, body, answer, call)
        }
    }

    static let member = Wire.MemberID(rawValue: "dbmid:1")
    static let group = Wire.GroupID(rawValue: "g:1")
    static let user = #"{".tag":"team_member_id","team_member_id":"dbmid:1"}"#
    static let groupSelector = #"{".tag":"group_id","group_id":"g:1"}"#
    static let groupAnswer =
        #"{"group_id":"g:1","group_name":"n","group_management_type":{".tag":"company_managed"},"created":1}"#

    @Test(arguments: teamCases + memberCases + memberWriteCases + groupCases + groupMemberCases)
    func bytes(_ testCase: Case) async throws {
        let bench = Bench([.ok(testCase.answer)])
        try await testCase.call(bench.client)
        #expect(bench.transport.paths == ["https://api.dropboxapi.com/2/\(testCase.path)"])
        #expect(bench.transport.bodies == [testCase.body])
        let headers = bench.transport.requests.first?.headers ?? []
        #expect(headers.contains(HTTPField("Authorization", "Bearer \(Bench.token)")))
        #expect(headers.contains(HTTPField("Content-Type", "application/json")))
    }

    static let teamCases = [
        Case("team/get_info", "null", #"{"name":"n","team_id":"t","num_licensed_users":1,"num_provisioned_users":1}"#) {
            let info = try await $0.teamInfo()
            #expect(info.usedLicenses == nil)
        },
        Case("team/token/get_authenticated_admin", "null", #"{"admin_profile":\#(Sample.profile())}"#) {
            let admin = try await $0.authenticatedAdmin()
            #expect(admin.email == "ann@example.com")
        },
    ]

    static let memberCases = [
        Case(
            "team/members/list_v2",
            #"{"include_removed":true,"limit":300}"#,
            #"{"members":[],"cursor":"c","has_more":false}"#
        ) {
            let result = try await $0.listMembers(limit: 300, includeRemoved: true)
            #expect(result.isEmpty)
        },
        Case(
            "team/members/get_info_v2",
            #"{"members":[\#(user),{".tag":"email","email":"a/b@c.de"},{".tag":"external_id","external_id":"x"}]}"#,
            #"{"members_info":[{".tag":"id_not_found","id_not_found":"a/b@c.de"}]}"#
        ) {
            let items = try await $0.memberInfo([.id(member), .email("a/b@c.de"), .externalID("x")])
            #expect(items == [.notFound("a/b@c.de")])
        },
        Case(
            "team/members/get_available_team_member_roles",
            "null",
            #"{"roles":[{"role_id":"pid_dbtmr:1","name":"Team"}]}"#
        ) {
            let result = try await $0.availableRoles().map(\.name)
            #expect(result == ["Team"])
        },
    ]

    static let memberWriteCases = [
        Case(
            "team/members/add_v2",
            #"{"force_async":true,"new_members":[{"member_email":"a@b.cd","send_welcome_email":false}]}"#,
            #"{".tag":"async_job_id","async_job_id":"j"}"#
        ) { _ = try await $0.addMembers([.init(email: "a@b.cd", sendWelcomeEmail: false)], forceAsync: true) },
        Case(
            "team/members/add_v2",
            #"{"force_async":false,"new_members":[{"is_directory_restricted":true,"member_email":"a@b.cd","#
                + #""member_external_id":"e","member_given_name":"A","member_persistent_id":"p","member_surname":"B","#
                + #""role_ids":["r"],"send_welcome_email":true}]}"#,
            #"{".tag":"complete","complete":[]}"#
        ) {
            var person = Wire.NewMember(email: "a@b.cd", sendWelcomeEmail: true)
            (person.givenName, person.surname, person.externalID) = ("A", "B", "e")
            (person.persistentID, person.isDirectoryRestricted, person.role) = ("p", true, .init(rawValue: "r"))
            _ = try await $0.addMembers([person], forceAsync: false)
        },
        Case(
            "team/members/set_profile_v2",
            #"{"new_external_id":"","new_surname":"X","user":\#(user)}"#,
            #"{"member_info":{"profile":\#(Sample.profile())}}"#
        ) {
            var changes = Wire.ProfileChanges()
            (changes.surname, changes.externalID) = ("X", "")
            let result = try await $0.setProfile(of: member, to: changes).value.profile.id
            #expect(result == member)
        },
        Case(
            "team/members/set_admin_permissions_v2",
            #"{"new_roles":["r"],"user":\#(user)}"#,
            #"{"team_member_id":"dbmid:1","roles":[{"role_id":"r","name":"Team","description":"d"}]}"#
        ) {
            let result = try await $0.setRole(of: member, to: .init(rawValue: "r")).value.map(\.description)
            #expect(result == ["d"])
        },
        Case(
            "team/members/set_admin_permissions_v2",
            #"{"new_roles":[],"user":\#(user)}"#,
            #"{"team_member_id":"dbmid:1"}"#
        ) {
            let result = try await $0.setRole(of: member, to: nil).value
            #expect(result.isEmpty)
        },
        Case("team/members/suspend", #"{"user":\#(user),"wipe_data":false}"#, "null") {
            try await $0.suspendMember(member, wipeData: false)
        },
        Case("team/members/suspend", #"{"user":\#(user),"wipe_data":true}"#, "") {
            try await $0.suspendMember(member, wipeData: true)
        },
        Case("team/members/unsuspend", #"{"user":\#(user)}"#, "null") { try await $0.unsuspendMember(member) },
        Case("team/members/recover", #"{"user":\#(user)}"#, " \n") { try await $0.recoverMember(member) },
        Case("team/members/send_welcome_email", user, "null") { try await $0.sendWelcomeEmail(to: member) },
        Case(
            "team/members/remove",
            #"{"keep_account":false,"user":\#(user),"#
                + #""wipe_data":false}"#,
            #"{".tag":"complete"}"#
        ) { try await $0.finishRemoveMember($0.removeMember(member, options: .init(wipeData: false)).value) },
        Case(
            "team/members/remove",
            #"{"keep_account":true,"permanently_delete_files":true,"retain_team_shares":true,"#
                + #""transfer_admin_id":{".tag":"team_member_id","team_member_id":"dbmid:3"},"#
                + #""transfer_dest_id":{".tag":"team_member_id","team_member_id":"dbmid:2"},"#
                + #""user":\#(user),"wipe_data":true}"#,
            #"{".tag":"complete"}"#
        ) {
            var options = Wire.RemovalOptions(wipeData: true)
            (options.keepAccount, options.retainTeamShares, options.permanentlyDeleteFiles) = (true, true, true)
            options.transfer = .init(destination: .init(rawValue: "dbmid:2"), admin: .init(rawValue: "dbmid:3"))
            _ = try await $0.removeMember(member, options: options)
        },
        Case("team/members/add/job_status/get_v2", #"{"async_job_id":"j"}"#, #"{".tag":"complete","complete":[]}"#) {
            let result = try await $0.finishAddMembers(.job(.init(rawValue: "j")))
            #expect(result.isEmpty)
        },
        Case("team/members/remove/job_status/get", #"{"async_job_id":"j"}"#, #"{".tag":"complete"}"#) {
            try await $0.finishRemoveMember(.job(.init(rawValue: "j")))
        },
    ]

    static let groupCases = [
        Case("team/groups/list", #"{"limit":1000}"#, #"{"groups":[\#(groupAnswer)],"cursor":"c","has_more":false}"#) {
            let result = try await $0.listGroups().map(\.name)
            #expect(result == ["n"])
        },
        Case(
            "team/groups/create",
            #"{"group_external_id":"e","group_management_type":{".tag":"company_managed"},"group_name":"n"}"#,
            groupAnswer
        ) {
            let created = try await $0.createGroup(name: "n", externalID: "e", management: .companyManaged)
            #expect(created.value.id == group)
        },
        Case(
            "team/groups/create",
            #"{"group_management_type":{".tag":"user_managed"},"group_name":"ü\"/"}"#,
            groupAnswer
        ) { _ = try await $0.createGroup(name: "ü\"/", externalID: nil, management: .userManaged) },
        Case(
            "team/groups/update",
            #"{"group":\#(groupSelector),"new_group_external_id":"","new_group_management_type":"#
                + #"{".tag":"user_managed"},"new_group_name":"m","return_members":false}"#,
            groupAnswer
        ) {
            var changes = Wire.GroupChanges()
            (changes.name, changes.externalID, changes.management) = ("m", "", .userManaged)
            try await $0.updateGroup(group, to: changes)
        },
        Case("team/groups/delete", groupSelector, #"{".tag":"complete"}"#) {
            try await $0.finishDeleteGroup($0.deleteGroup(group).value)
        },
        Case("team/groups/job_status/get", #"{"async_job_id":"j"}"#, #"{".tag":"complete"}"#) {
            try await $0.finishDeleteGroup(.job(.init(rawValue: "j")))
        },
    ]

    static let groupMemberCases = [
        Case(
            "team/groups/members/list",
            #"{"group":\#(groupSelector),"limit":1000}"#,
            #"{"members":[{"profile":\#(Sample.profile(groups: nil)),"access_type":{".tag":"owner"}}],"cursor":"c","#
                + #""has_more":false}"#
        ) {
            let members = try await $0.listGroupMembers(of: group)
            #expect(members.map(\.access) == [.owner])
            #expect(members.map(\.profile.groups) == [nil])
        },
        Case(
            "team/groups/members/add",
            #"{"group":\#(groupSelector),"members":[{"access_type":{".tag":"member"},"user":\#(user)}],"#
                + #""return_members":false}"#,
            #"{"group_info":\#(groupAnswer),"async_job_id":" "}"#
        ) { try await $0.addGroupMembers(to: group, [.init(member: member, access: .member)]) },
        Case(
            "team/groups/members/remove",
            #"{"group":\#(groupSelector),"return_members":false,"users":[\#(user)]}"#,
            #"{"group_info":\#(groupAnswer),"async_job_id":" "}"#
        ) { try await $0.removeGroupMembers(from: group, [member]) },
        Case(
            "team/groups/members/set_access_type",
            #"{"access_type":{".tag":"owner"},"group":\#(groupSelector),"return_members":false,"user":\#(user)}"#,
            "[]"
        ) { try await $0.setGroupAccess(in: group, of: member, to: .owner) },
    ]
}
