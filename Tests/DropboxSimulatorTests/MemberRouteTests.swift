import Testing

@testable import DropboxSimulator

struct MemberRouteTests {
    @Test func listsWithProfileRolesAndGroups() throws {
        var team = SimulatedTeam.test()
        let page = try team.call("team/members/list_v2", #"{"include_removed":true}"#)
        #expect(page["members"].elements.count == 6)
        #expect(page["has_more"] == false)
        let active = page["members"][1]["profile"]
        #expect(active["email"] == "Active@example.com", "emails come back as they were given")
        #expect(active["groups"] == ["g:everyone", "g:company", "g:club"])
        #expect(active["secondary_emails"] == [["email": "alias@example.com", "is_verified": true]])
        #expect(page["members"][0]["roles"][0]["role_id"] == "pid_dbtmr:team_admin")
        #expect(page["members"][1]["roles"] == [])
        let removed = page["members"][4]["profile"]
        #expect(removed["status"] == [".tag": "removed", "is_recoverable": true, "is_disconnected": false])
        #expect(removed["groups"] == [])
        #expect(page["members"][2]["profile"]["account_id"] == .null, "who has not joined has no account")
    }

    @Test(arguments: [(1, 1000), (3, 1000), (1000, 2), (1000, 1000)])
    func pagesListEveryoneOnce(limit: Int, pageLimit: Int) throws {
        var team = SimulatedTeam.test(pageLimit: pageLimit)
        var page = try team.call("team/members/list_v2", #"{"limit":\#(limit)}"#)
        var listed = page["members"].elements
        while page["has_more"] == true {
            #expect(page["members"].elements.count == min(limit, pageLimit))
            let cursor = try #require(page["cursor"].text)
            page = try team.call("team/members/list/continue_v2", #"{"cursor":"\#(cursor)"}"#)
            listed += page["members"].elements
        }
        #expect(listed.map { $0["profile"]["team_member_id"].text } == team.members.all.filter(\.isLive).map(\.id))
    }

    @Test func listingGoesOnAcrossChanges() throws {
        var team = SimulatedTeam.test()
        let page = try team.call("team/members/list_v2", #"{"limit":2}"#)
        _ = try team.call("team/members/remove", #"{"user":\#(user("dbmid:active"))}"#)
        _ = try team.call("team/members/add_v2", #"{"new_members":[{"member_email":"new@example.com"}]}"#)
        let cursor = try #require(page["cursor"].text)
        let rest = try team.call("team/members/list/continue_v2", #"{"cursor":"\#(cursor)"}"#)
        let emails = rest["members"].elements.map { $0["profile"]["email"].text }
        #expect(emails == ["invited@example.com", "suspended@example.com"])
        #expect(rest["has_more"] == true)
    }

    @Test func invitesWithEveryField() throws {
        var team = SimulatedTeam.test()
        let result = try team.call(
            "team/members/add_v2",
            #"""
            {"new_members":[{"member_email":"New@example.com","member_given_name":"Nell","member_surname":"New",
            "member_external_id":"E-new","send_welcome_email":false,"is_directory_restricted":true,
            "role_ids":["pid_dbtmr:support_admin"]}],"force_async":false}
            """#
        )
        let profile = result["complete"][0]["profile"]
        #expect(profile["status"].tag == "invited")
        #expect(profile["invited_on"] == .string(Timestamp(testNow).text))
        #expect(profile["groups"] == ["g:everyone"])
        let id = try #require(profile["team_member_id"].text)
        let member = try team.member(id)
        #expect(member.role == .supportAdmin)
        #expect(member.externalID == "E-new")
        #expect(member.isDirectoryRestricted == true)
        #expect(team.takeEffects() == [.invited(member: id)], "no welcome email")
    }

    @Test func itemsAreInvitedOneByOne() throws {
        var team = SimulatedTeam.test(licensedUsers: 6)
        let members = [
            #"{"member_email":"one@example.com","member_external_id":"E-one"}"#,
            #"{"member_email":"ONE@example.com"}"#,
            #"{"member_email":"two@example.com","member_external_id":"E-one"}"#,
            #"{"member_email":"three@example.com","member_external_id":"E-recoverable"}"#,
            #"{"member_email":"four@example.com","member_external_id":"E-gone"}"#,
            #"{"member_email":"five@example.com"}"#,
        ]
        let result = try team.call("team/members/add_v2", #"{"new_members":[\#(members.joined(separator: ","))]}"#)
        #expect(
            result["complete"].elements.map(\.tag) == [
                "success", "user_already_on_team", "duplicate_external_member_id", "duplicate_external_member_id",
                "success", "team_license_limit",
            ]
        )
        #expect(result["complete"][5]["team_license_limit"] == "five@example.com")
    }

    @Test func persistentIDs() throws {
        var seed = TeamSeed.test()
        seed.team.allowsPersistentIDs = true
        var team = SimulatedTeam(seed: seed, now: Timestamp(testNow))
        let change = #"{"user":\#(user("dbmid:active")),"new_persistent_id":"P"}"#
        #expect(try team.errorTag("team/members/set_profile_v2", change) == nil)
        let other = #"{"user":\#(user("dbmid:invited")),"new_persistent_id":"P"}"#
        #expect(try team.errorTag("team/members/set_profile_v2", other) == "persistent_id_used_by_other_user")
        let invitation = #"{"new_members":[{"member_email":"a@example.com","member_persistent_id":"P"}]}"#
        let result = try team.call("team/members/add_v2", invitation)
        #expect(result["complete"][0].tag == "duplicate_member_persistent_id")
    }

    @Test func profileChangesMoveTheIndexes() throws {
        var team = SimulatedTeam.test()
        _ = try team.call(
            "team/members/set_profile_v2",
            #"{"user":\#(user("dbmid:active")),"new_email":"renamed@example.com","new_external_id":"E-2"}"#
        )
        #expect(team.members.position(of: .email("active@example.com")) == nil)
        #expect(team.members.position(of: .email("RENAMED@example.com")) == 1)
        #expect(team.members.position(of: .externalID("E-2")) == 1)
        #expect(team.members.holder(ofExternalID: "E-active") == nil)
        let freed = #"{"user":\#(user("dbmid:invited")),"new_email":"active@example.com","new_external_id":"E-active"}"#
        #expect(try team.errorTag("team/members/set_profile_v2", freed) == nil, "what was freed can be taken")
    }

    @Test(arguments: [
        (#""new_email":"ACTIVE@example.com""#, String?.none),
        (#""new_email":"recoverable@example.com""#, "email_reserved_for_other_user"),
        (#""new_email":"gone@example.com""#, nil), (#""new_external_id":"E-active""#, nil),
        (#""new_external_id":"E-recoverable""#, "external_id_used_by_other_user"),
        (#""new_external_id":"E-gone""#, nil),
        (#""new_persistent_id":"P""#, "persistent_id_disabled"), (#""new_surname":null"#, "no_new_data_specified"),
    ])
    func profileConflicts(change: String, tag: String?) throws {
        var team = SimulatedTeam.test()
        let argument = #"{"user":\#(user("dbmid:active")),\#(change)}"#
        #expect(try team.errorTag("team/members/set_profile_v2", argument) == tag)
    }

    @Test func anEmptyExternalIDClears() throws {
        var team = SimulatedTeam.test()
        let result = try team.call(
            "team/members/set_profile_v2",
            #"{"user":\#(user("dbmid:active")),"new_external_id":""}"#
        )
        #expect(result["member_info"]["profile"]["external_id"] == .null)
        #expect(team.members.position(of: .externalID("E-active")) == nil)
    }

    @Test func directoryRestrictionCanBeOff() throws {
        var seed = TeamSeed.test()
        seed.team.allowsDirectoryRestriction = false
        var team = SimulatedTeam(seed: seed, now: Timestamp(testNow))
        let argument = #"{"user":\#(user("dbmid:active")),"new_is_directory_restricted":true}"#
        #expect(try team.errorTag("team/members/set_profile_v2", argument) == "directory_restricted_off")
    }

    @Test func infoFindsBySelectorInOrder() throws {
        var team = SimulatedTeam.test()
        let result = try team.call(
            "team/members/get_info_v2",
            #"""
            {"members":[{".tag":"email","email":"x@example.com"},{".tag":"external_id","external_id":"E-active"},
            \#(user("dbmid:gone"))]}
            """#
        )
        #expect(result["members_info"].elements.map(\.tag) == ["id_not_found", "member_info", "member_info"])
        #expect(result["members_info"][0]["id_not_found"] == "x@example.com")
        #expect(result["members_info"][2]["profile"]["status"].tag == "removed")
    }
}
