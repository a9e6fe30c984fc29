import Testing

@testable import TeamPlanning

/// The steps of groups.
struct GroupExplanationTests {
    @Test func tellsEveryStepInOrder() throws {
        let steps = try explain(
            "sales",
            [
                groupsFile(
                    #"{"name":"Sales","id":"s","members":["ann@acme.com"],"previous_names":["Vendors"],"membership":"additive"}"#
                ),
                usersFile(#"{"email":"ann@acme.com"}"#),
                policyFile(#""protect":{"groups":["Vend*"]}"#),
            ],
            team([member("ann"), member("bob")], [liveGroup("Vendors", ["bob"], ext: .some(nil))])
        )
        #expect(
            steps.lines == [
                "record groups.json:3:1 default managed",
                "values name=Sales id=s membership=additive members=#1 previous_names=Vendors",
                "match previous_name",
                "live g:Vendors nobody's",
                "protection the policy protects \"Vend*\"",
                "changes group.update:Sales group.members:Sales",
                "memberships ann/Sales:add(members@3)! bob/Sales:left_alone",
                "findings protected",
                "gates confirmation:confirm",
            ]
        )
        #expect(steps.resource == .group("Sales"))
    }

    @Test(arguments: [
        ("absent", liveGroup("Other"), "match absent"),
        ("by name", liveGroup("SALES", ext: .some(nil)), "match name"),
        ("by external ID", liveGroup("Old", ext: "roster:default/s"), "match external_id"),
        (
            "user-managed", liveGroup("Sales", management: .userManaged),
            "match blocked user-managed-group, held by g:Sales ours(default)"
        ),
        (
            "system-managed", liveGroup("Sales", management: .systemManaged),
            "match blocked system-managed-group, held by g:Sales ours(default)"
        ),
    ])
    func saysHowTheRecordMatched(_ name: String, _ group: LiveGroup, _ line: String) throws {
        let steps = try explain("Sales", [groupsFile(#"{"name":"Sales","id":"s"}"#)], team([], [group]))
        #expect(steps.lines("match") == [line])
    }

    @Test func chainsOfNamesAreNotMixedUp() throws {
        let files = [groupsFile(#"{"name":"A","id":"1"}"#, #"{"name":"B","id":"2"}"#)]
        let live = team(
            [],
            [liveGroup("A", id: "x", ext: "roster:default/9"), liveGroup("Old", id: "y", ext: "roster:default/1")]
        )
        // The group that has the name by now is matched by its name alone, and the external ID says otherwise.
        let steps = try explain("A", files, live)
        #expect(steps.lines("match") == ["match external_id, held by g:x ours(default)"])
        #expect(steps.lines("changes") == ["changes group.update:A"])
        let holder = try explain("g:x", files, live)
        #expect(holder.lines("changes") == ["changes group.delete:A"])
        #expect(holder.lines("candidacy") == ["candidacy in scope planned"])
        #expect(holder.lines("record") == [])
    }

    @Test func aGroupThatIsCreatedHasItsMembershipsToo() throws {
        let files = [
            groupsFile(#"{"name":"New","members":["ann@acme.com"]}"#), usersFile(#"{"email":"ann@acme.com"}"#),
        ]
        let steps = try explain("new", files)
        #expect(steps.lines("changes") == ["changes group.create:New group.members:New"])
        #expect(steps.lines("memberships") == ["memberships ann/New:add(members@3)!"])
    }

    @Test func membersWhereIsAValueOfItsOwn() throws {
        let files = [
            groupsFile(#"{"name":"G","management":"company_managed","members_where":"surname EQ \"Lee\""}"#),
            usersFile(#"{"email":"ann@acme.com","surname":"Lee"}"#),
        ]
        let lines = try explain("G", files).lines("values")
        #expect(
            lines == [
                #"values name=G management=company_managed membership=exact members_where=surname eq "Lee""#
            ]
        )
    }
}
