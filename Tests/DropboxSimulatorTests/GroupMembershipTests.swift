import Testing

@testable import DropboxSimulator

struct GroupMembershipTests {
    private func add(_ groupID: String, _ members: [(id: String, access: String)], _ options: String = "") -> String {
        let entries = members.map { #"{"user":\#(user($0.id)),"access_type":{".tag":"\#($0.access)"}}"# }
        return #"{"group":\#(group(groupID)),"members":[\#(entries.joined(separator: ","))]\#(options)}"#
    }

    private func remove(_ groupID: String, _ ids: [String]) -> String {
        #"{"group":\#(group(groupID)),"users":[\#(ids.map(user).joined(separator: ","))]}"#
    }

    @Test func addsAtOnceAndNamesNoJob() throws {
        var team = SimulatedTeam.test()
        let argument = add("g:company", [("dbmid:invited", "member"), ("dbmid:suspended", "member")])
        let result = try team.call("team/groups/members/add", argument)
        #expect(result["async_job_id"] == " ")
        #expect(result["group_info"]["member_count"] == 3)
        #expect(result["group_info"]["members"].elements.count == 3, "members are returned by default")
        #expect(team.takeEffects().count == 2)
        let quiet = try team.call("team/groups/members/add", add("g:company", [], #","return_members":false"#))
        #expect(quiet["group_info"]["members"] == .null)
    }

    @Test(
        arguments: [
            ([("dbmid:invited", "member"), ("dbmid:active", "member")], "g:company", "duplicate_user", [String]?.none),
            ([("dbmid:invited", "member"), ("dbmid:invited", "member")], "g:company", "duplicate_user", nil),
            (
                [("dbmid:invited", "member"), ("dbmid:nobody", "member")], "g:company", "users_not_found",
                ["dbmid:nobody"]
            ),
            (
                [("dbmid:gone", "member"), ("dbmid:recoverable", "member"), ("dbmid:invited", "member")], "g:company",
                "members_not_in_team", ["dbmid:gone", "dbmid:recoverable"]
            ),
            (
                [("dbmid:admin", "owner")], "g:company", "user_cannot_be_manager_of_company_managed_group",
                ["dbmid:admin"]
            ),
            ([("dbmid:invited", "owner")], "g:club", "user_must_be_active_to_be_owner", nil),
            ([("dbmid:invited", "member")], "g:none", "group_not_found", nil),
        ] as [([(String, String)], String, String, [String]?)]
    )
    func oneBadUserFailsTheWholeCall(
        members: [(String, String)],
        groupID: String,
        tag: String,
        listed: [String]?
    ) throws {
        var team = SimulatedTeam.test()
        let before = team.seed
        let argument = add(groupID, members.map { (id: $0.0, access: $0.1) })
        let fault = #expect(throws: RouteFault.self) { try team.call("team/groups/members/add", argument) }
        #expect(fault == RouteFault(tag, listing: listed))
        #expect(team.seed == before)
    }

    @Test func removesWithoutDuplicates() throws {
        var team = SimulatedTeam.test()
        _ = try team.call("team/groups/members/remove", remove("g:club", ["dbmid:active", "dbmid:active"]))
        #expect(try team.accesses(in: "g:club") == ["suspended@example.com": .member])
        #expect(team.takeEffects() == [.left(group: "g:club", member: "dbmid:active")])
    }

    @Test(arguments: [
        (["dbmid:active", "dbmid:invited"], "member_not_in_group"),
        (["dbmid:active", "dbmid:nobody"], "users_not_found"),
        (["dbmid:active", "dbmid:gone"], "members_not_in_team"),
    ])
    func oneBadUserFailsTheWholeRemoval(ids: [String], tag: String) throws {
        var team = SimulatedTeam.test()
        let before = team.seed
        #expect(try team.errorTag("team/groups/members/remove", remove("g:club", ids)) == tag)
        #expect(team.seed == before)
    }

    @Test(arguments: [
        ("g:club", "dbmid:suspended", "owner", String?.none), ("g:club", "dbmid:active", "member", nil),
        ("g:club", "dbmid:invited", "member", "member_not_in_group"),
        ("g:club", "dbmid:nobody", "member", "member_not_in_group"),
        ("g:company", "dbmid:active", "owner", "user_cannot_be_manager_of_company_managed_group"),
        ("g:company", "dbmid:active", "member", nil),
    ])
    func accessTypes(groupID: String, member: String, access: String, tag: String?) throws {
        var team = SimulatedTeam.test()
        let argument = #"{"group":\#(group(groupID)),"user":\#(user(member)),"access_type":"\#(access)"}"#
        #expect(try team.errorTag("team/groups/members/set_access_type", argument) == tag)
        if tag == nil {
            let email = try team.member(member).email
            #expect(try team.accesses(in: groupID)[email]?.rawValue == access)
        }
    }

    @Test func bothSidesOfAMembershipAgree() throws {
        var memberships = Memberships()
        memberships.set(3, in: 1, to: .member)
        memberships.set(1, in: 1, to: .owner)
        memberships.set(1, in: 2, to: .member)
        memberships.set(1, in: 1, to: .member)
        #expect(memberships.members(of: 1).map(\.member) == [1, 3])
        #expect(memberships.groups(of: 1) == [1, 2])
        memberships.remove(1, from: 2)
        memberships.removeGroup(1)
        #expect(memberships.groups(of: 1).isEmpty)
        #expect(memberships.groups(of: 3).isEmpty)
        #expect(memberships.count(in: 1) == 0)
    }
}
