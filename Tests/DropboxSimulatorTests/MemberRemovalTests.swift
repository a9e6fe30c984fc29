import Testing

@testable import DropboxSimulator

struct MemberRemovalTests {
    private func remove(_ id: String, _ options: String = "") -> String {
        #"{"user":\#(user(id))\#(options)}"#
    }

    @Test(arguments: [
        ("", true), (#","wipe_data":true"#, true), (#","wipe_data":false"#, false),
    ])
    func wipesUnlessToldNotTo(options: String, wiped: Bool) throws {
        for route in ["suspend", "remove"] {
            var team = SimulatedTeam.test()
            _ = try team.call("team/members/\(route)", remove("dbmid:active", options))
            #expect(try team.member("dbmid:active").isWiped == wiped)
            let effect: RecordedCall.Effect =
                route == "suspend"
                ? .suspended(member: "dbmid:active", wiped: wiped)
                : .removed(member: "dbmid:active", wiped: wiped, filesDeleted: false)
            #expect(team.takeEffects() == [effect])
        }
    }

    struct Outcome: Sendable {
        let member: String
        let options: String
        let isRecoverable: Bool
        let isDisconnected: Bool
    }

    @Test(arguments: [
        Outcome(member: "active", options: "", isRecoverable: true, isDisconnected: false),
        Outcome(member: "suspended", options: "", isRecoverable: true, isDisconnected: false),
        Outcome(member: "invited", options: "", isRecoverable: false, isDisconnected: false),
        Outcome(
            member: "active",
            options: #","permanently_delete_files":true"#,
            isRecoverable: false,
            isDisconnected: false
        ),
        Outcome(
            member: "active",
            options: #","wipe_data":false,"keep_account":true"#,
            isRecoverable: false,
            isDisconnected: true
        ),
        Outcome(
            member: "active",
            options: #","transfer_dest_id":\#(user("dbmid:suspended")),"transfer_admin_id":\#(user("dbmid:admin"))"#,
            isRecoverable: false,
            isDisconnected: false
        ),
    ])
    func recoverability(of outcome: Outcome) throws {
        var team = SimulatedTeam.test()
        let id = "dbmid:\(outcome.member)"
        #expect(try team.call("team/members/remove", remove(id, outcome.options)).tag == "complete")
        let member = try team.member(id)
        #expect(member.status == .removed)
        #expect(member.isRecoverable == outcome.isRecoverable)
        #expect(member.isDisconnected == outcome.isDisconnected)
        #expect(
            try team.errorTag("team/members/recover", remove(id))
                == (outcome.isRecoverable ? nil : "user_unrecoverable")
        )
    }

    @Test func recoverableMembersHoldEmailAndExternalID() throws {
        var team = SimulatedTeam.test()
        _ = try team.call("team/members/remove", remove("dbmid:active"))
        let add = #"{"new_members":[{"member_email":"active@example.com"}]}"#
        #expect(try team.call("team/members/add_v2", add)["complete"][0].tag == "user_already_on_team")
        let change = #"{"user":\#(user("dbmid:invited")),"new_external_id":"E-active"}"#
        #expect(try team.errorTag("team/members/set_profile_v2", change) == "external_id_used_by_other_user")
    }

    @Test func aRemovedInvitationFreesTheEmailAtOnce() throws {
        var team = SimulatedTeam.test()
        _ = try team.call("team/members/remove", remove("dbmid:invited"))
        let result = try team.call("team/members/add_v2", #"{"new_members":[{"member_email":"invited@example.com"}]}"#)
        let id = try #require(result["complete"][0]["profile"]["team_member_id"].text)
        #expect(id != "dbmid:invited")
        #expect(
            team.members.position(of: .email("invited@example.com")) == team.members.position(of: .teamMemberID(id))
        )
    }

    @Test func membershipsLeaveAndReturn() throws {
        var team = SimulatedTeam.test()
        _ = try team.call("team/members/remove", remove("dbmid:active"))
        #expect(try team.accesses(in: "g:company").isEmpty)
        #expect(try team.accesses(in: "g:club") == ["suspended@example.com": .member])
        #expect(try team.member("dbmid:active").formerGroups.count == 2)
        _ = try team.call("team/groups/delete", group("g:company"))
        _ = try team.call("team/members/recover", remove("dbmid:active"))
        #expect(try team.accesses(in: "g:club") == ["Active@example.com": .owner, "suspended@example.com": .member])
        #expect(try team.member("dbmid:active").formerGroups.isEmpty)
    }

    @Test func memoryOfGroupsSurvivesARestart() throws {
        var team = SimulatedTeam(seed: try TeamSeed(json: TeamSeed.test().encoded()), now: Timestamp(testNow))
        _ = try team.call("team/members/recover", remove("dbmid:recoverable"))
        #expect(try team.accesses(in: "g:club")["recoverable@example.com"] == .owner)
    }

    @Test func recoveryNeedsASeat() throws {
        var team = SimulatedTeam.test(licensedUsers: 4)
        #expect(try team.errorTag("team/members/recover", remove("dbmid:recoverable")) == "team_license_limit")
        _ = try team.call("team/members/remove", remove("dbmid:invited"))
        #expect(try team.errorTag("team/members/recover", remove("dbmid:recoverable")) == nil)
    }

    @Test(arguments: [
        (#""keep_account":true"#, "cannot_keep_account_and_delete_data"),
        (#""keep_account":true,"wipe_data":false,"transfer_dest_id":ADMIN"#, "cannot_keep_account_and_transfer"),
        (#""keep_account":true,"permanently_delete_files":true"#, "cannot_keep_account_and_permanently_delete"),
        (#""retain_team_shares":true"#, "cannot_retain_shares_when_data_wiped"),
        (#""retain_team_shares":true,"wipe_data":false"#, "cannot_retain_shares_when_no_account_kept"),
        (#""transfer_dest_id":ADMIN"#, "unspecified_transfer_admin_id"),
        (
            #""permanently_delete_files":true,"transfer_dest_id":ADMIN,"transfer_admin_id":ADMIN"#,
            "cannot_permanently_delete_and_transfer"
        ),
        (#""transfer_dest_id":SELF,"transfer_admin_id":ADMIN"#, "removed_and_transfer_dest_should_differ"),
        (#""transfer_dest_id":ADMIN,"transfer_admin_id":SELF"#, "removed_and_transfer_admin_should_differ"),
        (#""transfer_dest_id":NOBODY,"transfer_admin_id":ADMIN"#, "transfer_dest_user_not_found"),
        (#""transfer_dest_id":GONE,"transfer_admin_id":ADMIN"#, "transfer_dest_user_not_in_team"),
        (#""transfer_dest_id":INVITED,"transfer_admin_id":ADMIN"#, "recipient_not_verified"),
        (#""transfer_dest_id":ADMIN,"transfer_admin_id":NOBODY"#, "transfer_admin_user_not_found"),
        (#""transfer_dest_id":ADMIN,"transfer_admin_id":GONE"#, "transfer_admin_user_not_in_team"),
        (#""transfer_dest_id":ADMIN,"transfer_admin_id":INVITED"#, "transfer_admin_is_not_admin"),
    ])
    func refusedCombinations(options: String, tag: String) throws {
        let selectors = [
            "ADMIN": "dbmid:admin", "SELF": "dbmid:active", "NOBODY": "dbmid:nobody", "GONE": "dbmid:gone",
            "INVITED": "dbmid:invited",
        ]
        let filled = selectors.reduce(options) {
            $0.split(separator: $1.key, omittingEmptySubsequences: false).joined(separator: user($1.value))
        }
        var team = SimulatedTeam.test()
        #expect(try team.errorTag("team/members/remove", remove("dbmid:active", "," + filled)) == tag)
        #expect(try team.member("dbmid:active").status == .active)
    }

    @Test func anInvitationHasNoAccountToKeep() throws {
        var team = SimulatedTeam.test()
        let argument = remove("dbmid:invited", #","keep_account":true,"wipe_data":false"#)
        #expect(try team.errorTag("team/members/remove", argument) == "cannot_keep_invited_user_account")
    }
}
