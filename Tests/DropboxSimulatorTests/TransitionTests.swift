import Testing

@testable import DropboxSimulator

/// What each member route does from each status.
struct TransitionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let member: String
        let route: String
        let error: String?
        var testDescription: String { "\(route) of \(member): \(error ?? "ok")" }

        init(_ member: String, _ route: String, _ error: String? = nil) {
            self.member = member
            self.route = route
            self.error = error
        }

        var argument: String {
            let selector = user("dbmid:\(member)")
            return switch route {
            case "send_welcome_email": selector
            case "set_profile_v2": #"{"user":\#(selector),"new_surname":"New"}"#
            case "set_admin_permissions_v2": #"{"user":\#(selector),"new_roles":["pid_dbtmr:support_admin"]}"#
            default: #"{"user":\#(selector)}"#
            }
        }
    }

    static let cases =
        [
            "set_profile_v2", "suspend", "unsuspend", "remove", "recover", "send_welcome_email",
            "set_admin_permissions_v2",
        ]
        .map { Case("nobody", $0, "user_not_found") } + [
            Case("invited", "set_profile_v2"),
            Case("invited", "suspend", "suspend_inactive_user"),
            Case("invited", "unsuspend", "unsuspend_non_suspended_member"),
            Case("invited", "remove"),
            Case("invited", "recover", "user_unrecoverable"),
            Case("invited", "send_welcome_email"),
            Case("invited", "set_admin_permissions_v2"),
            Case("active", "set_profile_v2"),
            Case("active", "suspend"),
            Case("active", "unsuspend", "unsuspend_non_suspended_member"),
            Case("active", "remove"),
            Case("active", "recover", "user_unrecoverable"),
            Case("active", "send_welcome_email"),
            Case("active", "set_admin_permissions_v2"),
            Case("suspended", "set_profile_v2"),
            Case("suspended", "suspend", "suspend_inactive_user"),
            Case("suspended", "unsuspend"),
            Case("suspended", "remove"),
            Case("suspended", "recover", "user_unrecoverable"),
            Case("suspended", "send_welcome_email"),
            Case("suspended", "set_admin_permissions_v2", "cannot_set_permissions"),
            Case("recoverable", "set_profile_v2", "set_profile_disallowed"),
            Case("recoverable", "suspend", "user_not_in_team"),
            Case("recoverable", "unsuspend", "user_not_in_team"),
            Case("recoverable", "remove", "user_not_in_team"),
            Case("recoverable", "recover"),
            Case("recoverable", "send_welcome_email", "user_not_in_team"),
            Case("recoverable", "set_admin_permissions_v2", "user_not_in_team"),
            Case("gone", "set_profile_v2", "user_not_in_team"),
            Case("gone", "suspend", "user_not_in_team"),
            Case("gone", "recover", "user_unrecoverable"),
            Case("admin", "suspend", "suspend_last_admin"),
            Case("admin", "remove", "remove_last_admin"),
            Case("admin", "set_admin_permissions_v2", "last_admin"),
        ]

    @Test(arguments: cases)
    func transition(_ testCase: Case) throws {
        var team = SimulatedTeam.test()
        let before = team.seed
        #expect(try team.errorTag("team/members/\(testCase.route)", testCase.argument) == testCase.error)
        if testCase.error != nil {
            #expect(team.seed == before, "a refused call changes nothing")
            #expect(team.takeEffects().isEmpty)
        }
    }

    @Test(arguments: [
        ("invited", "user_already_on_team"), ("active", "user_already_on_team"), ("suspended", "user_already_on_team"),
        ("recoverable", "user_already_on_team"), ("gone", "success"), ("stranger", "success"),
        ("alias", "user_already_on_team"),
    ])
    func invitation(member: String, tag: String) throws {
        var team = SimulatedTeam.test()
        let result = try team.call(
            "team/members/add_v2",
            #"{"new_members":[{"member_email":"\#(member.uppercased())@example.com"}]}"#
        )
        #expect(result["complete"][0].tag == tag)
    }

    @Test func suspensionKeepsMembershipsAndSeat() throws {
        var team = SimulatedTeam.test()
        _ = try team.call("team/members/suspend", #"{"user":\#(user("dbmid:active")),"wipe_data":false}"#)
        let member = try team.member("dbmid:active")
        #expect(member.status == .suspended)
        #expect(member.suspendedOn == Timestamp(testNow).text)
        #expect(!member.isWiped)
        #expect(team.members.liveCount == 4)
        #expect(try team.accesses(in: "g:company") == ["Active@example.com": .member])
        _ = try team.call("team/members/unsuspend", #"{"user":\#(user("dbmid:active"))}"#)
        #expect(try team.member("dbmid:active").suspendedOn == nil)
    }

    @Test func anotherActiveAdminAllowsTheFirstToGo() throws {
        var team = SimulatedTeam.test()
        let role = #"{"user":\#(user("dbmid:active")),"new_roles":["pid_dbtmr:team_admin"]}"#
        _ = try team.call("team/members/set_admin_permissions_v2", role)
        #expect(try team.errorTag("team/members/suspend", #"{"user":\#(user("dbmid:admin"))}"#) == nil)
        #expect(try team.errorTag("team/token/get_authenticated_admin", "null") == "admin_not_active")
        #expect(try team.errorTag("team/members/remove", #"{"user":\#(user("dbmid:active"))}"#) == "remove_last_admin")
    }
}
