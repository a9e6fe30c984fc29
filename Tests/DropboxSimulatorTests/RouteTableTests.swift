import Testing

@testable import DropboxSimulator

struct RouteTableTests {
    @Test func everyRouteIsThereOnce() {
        #expect(Set(RouteTable.all.map(\.path)).count == RouteTable.all.count)
        #expect(RouteTable.all.count == 29)
    }

    @Test(arguments: [
        ("team/get_info", "team_info.read"), ("team/features/get_values", "team_info.read"),
        ("team/token/get_authenticated_admin", "team_info.read"), ("team/members/list_v2", "members.read"),
        ("team/members/list/continue_v2", "members.read"), ("team/members/get_info_v2", "members.read"),
        ("team/members/get_available_team_member_roles", "members.read"), ("team/members/add_v2", "members.write"),
        ("team/members/add/job_status/get_v2", "members.write"), ("team/members/set_profile_v2", "members.write"),
        ("team/members/set_admin_permissions_v2", "members.write"), ("team/members/suspend", "members.write"),
        ("team/members/unsuspend", "members.write"), ("team/members/send_welcome_email", "members.write"),
        ("team/members/remove", "members.delete"), ("team/members/remove/job_status/get", "members.delete"),
        ("team/members/recover", "members.delete"), ("team/groups/list", "groups.read"),
        ("team/groups/list/continue", "groups.read"), ("team/groups/get_info", "groups.read"),
        ("team/groups/members/list", "groups.read"), ("team/groups/members/list/continue", "groups.read"),
        ("team/groups/create", "groups.write"), ("team/groups/update", "groups.write"),
        ("team/groups/delete", "groups.write"), ("team/groups/members/add", "groups.write"),
        ("team/groups/members/remove", "groups.write"), ("team/groups/members/set_access_type", "groups.write"),
        ("team/groups/job_status/get", "groups.write"),
    ])
    func scopes(path: String, scope: String) throws {
        #expect(try #require(RouteTable.route(at: path)).scope.rawValue == scope)
    }

    @Test func teamFacts() throws {
        var team = SimulatedTeam.test()
        let info = try team.call("team/get_info", "null")
        #expect(info["num_licensed_users"] == 10)
        #expect(info["num_provisioned_users"] == 3, "invited and active")
        #expect(info["num_used_licenses"] == 4, "and suspended")
        let admin = try team.call("team/token/get_authenticated_admin", "null")
        #expect(admin["admin_profile"]["team_member_id"] == "dbmid:admin")
        #expect(try team.errorTag("team/features/get_values", #"{"features":[]}"#) == "empty_features_list")
    }

    @Test func theActingAdminIsFollowedThroughAChangeOfEmail() throws {
        var team = SimulatedTeam.test()
        let change = #"{"user":\#(user("dbmid:admin")),"new_email":"boss@example.com"}"#
        _ = try team.call("team/members/set_profile_v2", change)
        #expect(team.seed.actingAdmin == "boss@example.com")
        #expect(throws: Never.self) { try team.seed.checkConsistency() }
    }

    @Test func withoutMembersNobodyIsTheActingAdmin() throws {
        let seed = TeamSeed(team: .init(id: "dbtid:1", name: "Empty", licensedUsers: 1), actingAdmin: "a@example.com")
        var team = SimulatedTeam(seed: seed, now: Timestamp(testNow))
        #expect(try team.errorTag("team/token/get_authenticated_admin", "null") == "mapping_not_found")
    }
}
