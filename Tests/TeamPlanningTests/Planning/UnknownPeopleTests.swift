import Testing

@testable import TeamPlanning

/// A list of people of whom nobody is known says nothing of who belongs to a group: the group loses nobody.
struct UnknownPeopleTests {
    private static let people = [member("ann"), member("bob"), member("cat")]
    private static let live = team(people, [liveGroup("Sales", ["ann", "bob"])])

    private static func sales(
        _ members: [String],
        owners: [String]? = nil,
        _ change: (inout DesiredGroup) -> Void = { _ in }
    ) -> DesiredGroup {
        wanted("Sales", members) {
            $0.owners = owners.map(located)
            change(&$0)
        }
    }

    private static let userManaged = policy { $0.groups.manageUserManaged = true }

    @Test(arguments: [
        PlanCase("nobody of several", live, groups: [sales(["yan", "zoe"])], finds: ["unknown-member Sales"]),
        PlanCase("the only one", live, groups: [sales(["zoe"])], finds: ["unknown-member Sales"]),
        PlanCase(
            "somebody who comes from the other side is added",
            live,
            users: [user("cat") { $0.groups = [Located("Sales", at: place)] }],
            groups: [sales(["yan", "zoe"])],
            plans: ["group.members Sales +cat"],
            finds: ["unknown-member Sales"]
        ),
        PlanCase(
            "an owner who is known does not make the members known",
            live,
            groups: [sales(["yan", "zoe"], owners: ["cat"]) { $0.management = .userManaged }],
            policy: userManaged,
            plans: ["group.update Sales management=user_managed", "group.members Sales +cat:owner"],
            finds: ["unknown-member Sales"]
        ),
        PlanCase(
            "owners of whom nobody is known, and no members",
            live,
            groups: [sales([], owners: ["yan", "zoe"]) { $0.management = .userManaged }],
            policy: userManaged,
            plans: ["group.update Sales management=user_managed"],
            finds: ["unknown-member Sales"]
        ),
        PlanCase(
            "owners of whom nobody is known take no access",
            team(people, [liveGroup("Sales", ["bob"], owners: ["ann"], management: .userManaged)]),
            groups: [sales(["ann", "cat"], owners: ["zoe"])],
            policy: userManaged,
            plans: ["group.members Sales +cat -bob"],
            finds: ["unknown-member Sales"]
        ),
        PlanCase(
            "a filter by an attribute that nobody has adds, and removes nobody",
            live,
            users: [user("cat")],
            groups: [sales(["cat"]) { $0.selectsByUnknownAttribute = true }],
            plans: ["group.members Sales +cat"]
        ),
        PlanCase(
            "a member who is recovered keeps the membership that comes back",
            team([member("bob", .removed(isRecoverable: true))], [liveGroup("Sales")]),
            users: [user("bob")],
            groups: [sales(["yan", "zoe"])],
            plans: ["user.recover bob"],
            finds: ["unknown-member Sales"]
        ),
    ])
    func losesNobody(_ row: PlanCase) { row.check() }

    @Test(arguments: [
        PlanCase(
            "with one whom the team knows the list counts",
            live,
            groups: [sales(["cat", "yan", "zoe"])],
            plans: ["group.members Sales +cat -ann -bob"],
            finds: ["unknown-member Sales", "unknown-member Sales"]
        ),
        PlanCase(
            "with one whom the manifests know the list counts",
            live,
            users: [user("zoe")],
            groups: [sales(["yan", "zoe"])],
            policy: policy { $0.users.create = false },
            plans: ["group.members Sales -ann -bob"],
            finds: ["switched-off zoe", "unknown-member Sales"]
        ),
        PlanCase(
            "an empty list is known to be empty",
            live,
            groups: [sales([])],
            plans: ["group.members Sales -ann -bob"]
        ),
    ])
    func losesWhoIsNotNamed(_ row: PlanCase) { row.check() }

    @Test func theFindingSaysWhatToDo() throws {
        let group = Self.sales(["yan", "zoe"]) { $0.rule = RuleName(rawValue: "ldap") }
        let plan = plan(team(Self.people, [liveGroup("Sales", ["ann"], ext: "roster:ldap/Sales")]), groups: [group])
        let finding = try #require(plan.findings.first)
        #expect(plan.findings.count == 1)
        #expect(finding.severity == .error)
        #expect(
            finding.message
                == "nobody is removed from group Sales: none of its 2 members, yan@acme.com first, is known to the manifests "
                + "or to the team"
        )
        #expect(
            finding.remedy
                == "load the Users manifest that has these people, and look whether the rule \"ldap\" gives users an \"id\" of "
                + "this form"
        )
    }

    @Test func theMembersOfAGroupAreExplainedAsTheyStay() throws {
        let files = [
            groupsFile(#"{"name":"Sales","members":["yan@acme.com"]}"#), usersFile(#"{"email":"ann@acme.com"}"#),
        ]
        let steps = try explain("Sales", files, Self.live)
        #expect(
            steps.lines("memberships") == [
                "memberships ann/Sales:left_alone bob/Sales:left_alone yan/Sales:not_planned(members@3)"
            ]
        )
        #expect(steps.lines("findings") == ["findings unknown-member"])
    }

    @Test func aTombstoneThatDoesNothingIsExplainedAsItStays() throws {
        let files = [
            groupsFile(#"{"name":"Sales","members":["ann@acme.com","bob@acme.com"]}"#),
            usersFile(#"{"email":"ann@acme.com","lifecycle":"absent"}"#),
        ]
        let steps = try explain("ann@acme.com", files, Self.live)
        #expect(steps.lines("memberships") == ["memberships ann/Sales:keep(members@3)"])
        #expect(steps.lines("findings") == ["findings unknown-member switched-off"])
    }
}
