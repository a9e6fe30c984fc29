import Testing

@testable import DropboxSimulator

/// What the log says that each write did.
struct EffectTests {
    @Test(
        arguments: [
            (
                "team/members/set_profile_v2", #"{"user":\#(user("dbmid:active")),"new_surname":"X"}"#,
                [.profileChanged(member: "dbmid:active")]
            ),
            (
                "team/members/set_admin_permissions_v2",
                #"{"user":\#(user("dbmid:active")),"new_roles":["pid_dbtmr:support_admin"]}"#,
                [.roleChanged(member: "dbmid:active")]
            ),
            ("team/members/set_admin_permissions_v2", #"{"user":\#(user("dbmid:active"))}"#, []),
            (
                "team/members/suspend", #"{"user":\#(user("dbmid:active")),"wipe_data":false}"#,
                [.suspended(member: "dbmid:active", wiped: false)]
            ),
            (
                "team/members/unsuspend", #"{"user":\#(user("dbmid:suspended"))}"#,
                [.unsuspended(member: "dbmid:suspended")]
            ),
            (
                "team/members/remove",
                #"{"user":\#(user("dbmid:active")),"wipe_data":false,"permanently_delete_files":true}"#,
                [.removed(member: "dbmid:active", wiped: false, filesDeleted: true)]
            ),
            (
                "team/members/recover", #"{"user":\#(user("dbmid:recoverable"))}"#,
                [.recovered(member: "dbmid:recoverable")]
            ),
            ("team/members/send_welcome_email", user("dbmid:invited"), [.welcomed(member: "dbmid:invited")]),
            ("team/members/send_welcome_email", user("dbmid:active"), []),
            (
                "team/members/add_v2", #"{"new_members":[{"member_email":"new@example.com"}]}"#,
                [.invited(member: "dbmid:sim0000000009"), .welcomed(member: "dbmid:sim0000000009")]
            ),
            (
                "team/groups/create",
                #"{"group_name":"X","add_creator_as_owner":true,"group_management_type":"user_managed"}"#,
                [.groupCreated(group: "g:sim0000000009"), .joined(group: "g:sim0000000009", member: "dbmid:admin")]
            ),
            (
                "team/groups/update", #"{"group":\#(group("g:club")),"new_group_name":"X"}"#,
                [.groupChanged(group: "g:club")]
            ),
            ("team/groups/delete", group("g:club"), [.groupDeleted(group: "g:club")]),
            (
                "team/groups/members/add",
                #"{"group":\#(group("g:club")),"members":[{"user":\#(user("dbmid:invited")),"access_type":"member"}]}"#,
                [.joined(group: "g:club", member: "dbmid:invited")]
            ),
            (
                "team/groups/members/remove", #"{"group":\#(group("g:club")),"users":[\#(user("dbmid:active"))]}"#,
                [.left(group: "g:club", member: "dbmid:active")]
            ),
            (
                "team/groups/members/set_access_type",
                #"{"group":\#(group("g:club")),"user":\#(user("dbmid:active")),"access_type":"member"}"#,
                [.accessChanged(group: "g:club", member: "dbmid:active")]
            ),
            ("team/members/list_v2", "{}", []),
            ("team/groups/list", "{}", []),
        ] as [(String, String, [RecordedCall.Effect])]
    )
    func effects(route: String, argument: String, effects: [RecordedCall.Effect]) throws {
        var team = SimulatedTeam.test()
        _ = try team.call(route, argument)
        #expect(team.takeEffects() == effects)
        #expect(team.takeEffects().isEmpty, "effects are told once")
    }
}
