import Testing

@testable import DropboxSimulator

struct GroupRouteTests {
    @Test func theGroupOfEveryoneIsThereAndNotSaved() throws {
        var team = SimulatedTeam.test()
        let everyone = try team.call("team/groups/list", "{}")["groups"][0]
        #expect(everyone["group_name"] == "Everyone at Test")
        #expect(everyone["group_management_type"].tag == "system_managed")
        #expect(everyone["member_count"] == 4)
        #expect(team.seed.groups.map(\.id) == ["g:company", "g:club"])
        let listed = try team.call("team/groups/members/list", #"{"group":\#(group("g:everyone"))}"#)
        #expect(listed["members"].elements.count == 4)
    }

    @Test func aSeededSystemGroupReplacesIt() throws {
        var seed = TeamSeed.test()
        seed.groups.append(.init(id: "g:all", name: "All", management: .systemManaged))
        var team = SimulatedTeam(seed: seed, now: Timestamp(testNow))
        let groups = try team.call("team/groups/list", "{}")["groups"].elements
        #expect(groups.map { $0["group_id"].text } == ["g:company", "g:club", "g:all"])
        #expect(groups.last?["member_count"] == 4)
        #expect(team.seed.groups.last?.members.count == 4)
    }

    @Test(arguments: [
        ("team/groups/update", #"{"group":GROUP,"new_group_name":"X"}"#),
        ("team/groups/delete", "GROUP"),
        ("team/groups/members/add", #"{"group":GROUP,"members":[]}"#),
        ("team/groups/members/remove", #"{"group":GROUP,"users":[]}"#),
        (
            "team/groups/members/set_access_type",
            #"{"group":GROUP,"user":\#(user("dbmid:active")),"access_type":"member"}"#
        ),
    ])
    func systemGroupsAndUnknownOnesCannotBeWritten(route: String, argument: String) throws {
        for (id, tag) in ["g:everyone": "system_managed_group_disallowed", "g:nothing": "group_not_found"] {
            var team = SimulatedTeam.test()
            let filled = argument.split(separator: "GROUP", omittingEmptySubsequences: false).joined(
                separator: group(id)
            )
            #expect(try team.errorTag(route, filled) == tag)
        }
    }

    @Test func pagingSkipsDeletedGroups() throws {
        var team = SimulatedTeam.test()
        let page = try team.call("team/groups/list", #"{"limit":1}"#)
        _ = try team.call("team/groups/delete", group("g:company"))
        let cursor = try #require(page["cursor"].text)
        let rest = try team.call("team/groups/list/continue", #"{"cursor":"\#(cursor)"}"#)
        #expect(rest["groups"].elements.map { $0["group_id"].text } == ["g:club"])
        #expect(rest["has_more"] == false)
    }

    @Test func cursorsBelongToTheirListing() throws {
        var team = SimulatedTeam.test()
        let groups = try #require(try team.call("team/groups/list", "{}")["cursor"].text)
        let listArgument = #"{"group":\#(group("g:club")),"limit":1}"#
        let members = try #require(try team.call("team/groups/members/list", listArgument)["cursor"].text)
        for (route, cursor) in [
            ("team/members/list/continue_v2", groups), ("team/groups/list/continue", members),
            ("team/groups/members/list/continue", groups), ("team/groups/list/continue", "AAEGRP000000000099"),
        ] {
            #expect(try team.errorTag(route, #"{"cursor":"\#(cursor)"}"#) == "invalid_cursor")
        }
        let second = try team.call("team/groups/members/list/continue", #"{"cursor":"\#(members)"}"#)
        #expect(second["members"][0]["profile"]["email"] == "suspended@example.com")
        #expect(second["members"][0]["profile"]["groups"] == .null, "these rows do not name groups")
        _ = try team.call("team/groups/delete", group("g:club"))
        #expect(
            try team.errorTag("team/groups/members/list/continue", #"{"cursor":"\#(members)"}"#) == "invalid_cursor"
        )
    }

    @Test func createsWithIDsInOrder() throws {
        var team = SimulatedTeam.test()
        let first = try team.call("team/groups/create", #"{"group_name":"One","group_external_id":""}"#)
        let second = try team.call(
            "team/groups/create",
            #"{"group_name":"Two","add_creator_as_owner":true,"group_management_type":"user_managed"}"#
        )
        #expect(first["group_id"] == "g:sim0000000009")
        #expect(first["group_external_id"] == .null)
        #expect(first["group_management_type"].tag == "company_managed")
        #expect(first["created"] == .integer(Timestamp(testNow).milliseconds))
        #expect(second["group_id"] == "g:sim0000000010")
        #expect(second["members"][0]["access_type"].tag == "owner")
        var again = SimulatedTeam(seed: team.seed, now: Timestamp(testNow))
        let third = try again.call("team/groups/create", #"{"group_name":"Three"}"#)
        #expect(third["group_id"] == "g:sim0000000011", "numbering goes on after a restart")
    }

    @Test(arguments: [
        (#"{"group_name":"accounting"}"#, "group_name_already_used"),
        (#"{"group_name":"EVERYONE AT TEST"}"#, "group_name_already_used"),
        (#"{"group_name":""}"#, "group_name_invalid"), (#"{"group_name":"  "}"#, "group_name_invalid"),
        (#"{"group_name":"a\nb"}"#, "group_name_invalid"),
        (#"{"group_name":"X","group_external_id":"G-company"}"#, "external_id_already_in_use"),
        (#"{"group_name":"X","group_management_type":"system_managed"}"#, "system_managed_group_disallowed"),
    ])
    func creationConflicts(argument: String, tag: String) throws {
        var team = SimulatedTeam.test()
        #expect(try team.errorTag("team/groups/create", argument) == tag)
        #expect(team.seed.groups.count == 2)
    }

    @Test func updatesNameExternalIDAndManagement() throws {
        var team = SimulatedTeam.test()
        let argument = #"""
            {"group":\#(group("g:club")),"new_group_name":"CLUB","new_group_external_id":"G-club",
            "new_group_management_type":{".tag":"company_managed"},"return_members":false}
            """#
        let updated = try team.call("team/groups/update", argument)
        #expect(updated["group_name"] == "CLUB", "a group may change the case of its own name")
        #expect(updated["members"] == .null)
        #expect(try team.accesses(in: "g:club") == ["Active@example.com": .member, "suspended@example.com": .member])
        #expect(team.groups.position(of: .externalID("G-club")) != nil)
        let taken = #"{"group":\#(group("g:company")),"new_group_name":"club"}"#
        #expect(try team.errorTag("team/groups/update", taken) == "group_name_already_used")
        let cleared = try team.call("team/groups/update", #"{"group":\#(group("g:club")),"new_group_external_id":""}"#)
        #expect(cleared["group_external_id"] == .null)
        #expect(cleared["members"].elements.count == 2)
    }

    @Test func deletionFreesNameAndExternalID() throws {
        var team = SimulatedTeam.test()
        #expect(try team.call("team/groups/delete", group("g:company")).tag == "complete")
        #expect(try team.errorTag("team/groups/delete", group("g:company")) == "group_already_deleted")
        let again = #"{"group_name":"Accounting","group_external_id":"G-company"}"#
        #expect(try team.errorTag("team/groups/create", again) == nil)
        let listed = try team.call("team/members/get_info_v2", #"{"members":[\#(user("dbmid:active"))]}"#)
        #expect(listed["members_info"][0]["profile"]["groups"] == ["g:everyone", "g:club"])
    }
}
