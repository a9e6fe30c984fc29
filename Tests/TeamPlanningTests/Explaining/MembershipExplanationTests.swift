import Testing

@testable import TeamPlanning

/// Memberships one by one: which record asks for each, and what becomes of it.
struct MembershipExplanationTests {
    private static let people = usersFile(
        #"{"email":"ann@acme.com","surname":"Lee","groups":["sales"]}"#,
        #"{"email":"bob@acme.com","lifecycle":"absent"}"#
    )
    private static let groups = groupsFile(
        #"{"name":"Sales","members":["ann@acme.com","eve@acme.com"],"members_where":"surname eq \"Lee\""}"#
    )

    private static func live(_ groups: [LiveGroup]) -> LiveState {
        team([member("ann"), member("bob"), member("eve"), member("joe")], groups)
    }

    @Test func everySideIsTold() throws {
        let steps = try explain(
            "Sales",
            [Self.people, Self.groups],
            Self.live([liveGroup("Sales", ["eve", "joe"])])
        )
        #expect(
            steps.lines("memberships") == [
                """
                memberships ann/Sales:add(members@3&members_where@3&user_groups@3)! eve/Sales:keep(members@3) \
                joe/Sales:remove!
                """
            ]
        )
    }

    @Test func aUserSeesTheSame() throws {
        let files = [Self.people, Self.groups]
        let live = Self.live([liveGroup("Sales", ["eve", "joe"]), liveGroup("Club", ["joe", "ann"], ext: "x")])
        #expect(
            try explain("ann@acme.com", files, live).lines("memberships") == [
                "memberships ann/Club:left_alone ann/Sales:add(members@3&members_where@3&user_groups@3)!"
            ]
        )
        #expect(
            try explain("joe@acme.com", files, live).lines("memberships") == [
                "memberships joe/Club:left_alone joe/Sales:remove!"
            ]
        )
        #expect(
            try explain("eve@acme.com", files, live).lines("memberships") == ["memberships eve/Sales:keep(members@3)"]
        )
    }

    @Test func membershipsEndWithTheirMember() throws {
        let policy = policyFile(#""users":{"deprovision":true,"remove_action":"delete"}"#)
        let live = Self.live([liveGroup("Sales", ["bob"])])
        let lines = try explain("bob@acme.com", [Self.people, Self.groups, policy], live).lines
        #expect(lines.contains("memberships bob/Sales:ends_with_member"))
    }

    @Test func membershipsEndWithTheirGroup() throws {
        let live = Self.live([liveGroup("Old", ["eve"])])
        #expect(
            try explain("eve@acme.com", [Self.people, Self.groups], live).lines("memberships") == [
                "memberships eve/Old:ends_with_group eve/Sales:add(members@3)!"
            ]
        )
        #expect(
            try explain("Old", [Self.people, Self.groups], live).lines("memberships") == [
                "memberships eve/Old:ends_with_group"
            ]
        )
    }

    @Test func whatIsSwitchedOffIsDesiredAndNotPlanned() throws {
        let policy = policyFile(#""groups":{"update_members":false}"#)
        let steps = try explain(
            "ann@acme.com",
            [Self.people, Self.groups, policy],
            Self.live([liveGroup("Sales")])
        )
        #expect(
            steps.lines("memberships") == [
                "memberships ann/Sales:not_planned(members@3&members_where@3&user_groups@3)"
            ]
        )
    }

    @Test func peopleWhomNobodyKnowsAreTold() throws {
        let files = [groupsFile(#"{"name":"Sales","members":["who@acme.com"]}"#)]
        let steps = try explain("Sales", files, team([], [liveGroup("Sales")]))
        #expect(steps.lines("memberships") == ["memberships who/Sales:not_planned(members@3)"])
        #expect(steps.lines("findings") == ["findings unknown-member"])
    }

    @Test func groupsThatNoManifestDeclaresAreFindingsOfTheUser() throws {
        let files = [
            usersFile(#"{"email":"ann@acme.com","groups":["Nope"]}"#, #"{"email":"bob@acme.com","groups":["nope"]}"#)
        ]
        #expect(try explain("ann@acme.com", files).lines("findings") == ["findings unknown-group"])
    }

    @Test func accessOfOwnersIsTold() throws {
        let files = [
            groupsFile(
                #"{"name":"Sales","owners":["ann@acme.com"],"management":"user_managed","members":["ann@acme.com"]}"#
            ),
            usersFile(#"{"email":"ann@acme.com"}"#), policyFile(#""groups":{"manage_user_managed":true}"#),
        ]
        let live = Self.live([liveGroup("Sales", ["ann"], management: .userManaged)])
        let steps = try explain("ann@acme.com", files, live)
        #expect(steps.lines("memberships") == ["memberships ann/Sales:set_access(members@3&owners@3)!"])
    }

    @Test func referenceIDsMeanTheirUsers() throws {
        let files = [
            file("m.json", "Mapping", #""name":"m","users":{"id":{"from":"dn"},"email":{"from":"mail"}}"#),
            file("u.json", "Users", #""mapping":"m","users":[{"dn":"CN=Ann","mail":"ann@acme.com"}]"#),
            groupsFile(#"{"name":"Sales","members":["cn=ann"]}"#),
        ]
        #expect(
            try explain("ann@acme.com", files).lines("memberships") == ["memberships ann/Sales:add(members@3)!"]
        )
        #expect(try explain("Sales", files).lines("memberships") == ["memberships ann/Sales:add(members@3)!"])
    }
}
