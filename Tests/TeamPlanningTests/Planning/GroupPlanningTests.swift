import Testing

@testable import TeamPlanning

/// Groups themselves: created, renamed, handed over, left alone (contract §2.3, §2.6 and §3 rule 7).
struct GroupPlanningTests {
    @Test(arguments: [
        PlanCase("created", groups: [wanted("Sales")], plans: ["group.create Sales"]),
        PlanCase("as desired", team([], [liveGroup("Sales")]), groups: [wanted("Sales")]),
        PlanCase(
            "a name that differs in letter case only is a rename",
            team([], [liveGroup("SALES", ext: "roster:default/1")]),
            groups: [wanted("Sales", id: "1")],
            plans: ["group.update Sales name=Sales"]
        ),
        PlanCase(
            "letter case by Unicode's folding: a sigma at the end, a sharp s",
            team([], [liveGroup("ΟΔΟΣ", ext: .some(nil)), liveGroup("Straße", ext: .some(nil))]),
            groups: [wanted("οδος", id: "1"), wanted("STRASSE", id: "2")],
            policy: policy { $0.groups.scope = .all },
            plans: [
                "group.update STRASSE name=STRASSE external_id=roster:default/2",
                "group.update οδος name=οδος external_id=roster:default/1",
            ]
        ),
        PlanCase(
            "a name that differs in outer white space only is a rename",
            team([], [liveGroup("Alpha ", ext: "roster:default/a"), liveGroup("\u{A0}Beta", ext: .some(nil))]),
            groups: [wanted("Alpha"), wanted("Beta", id: "b")],
            policy: policy { $0.groups.scope = .all },
            plans: [
                "group.update Alpha name=Alpha external_id=roster:default/Alpha",
                "group.update Beta name=Beta external_id=roster:default/b",
            ]
        ),
        PlanCase(
            "two live groups whose names differ only so are one name twice",
            team([], [liveGroup("Alpha ", id: "1", ext: .some(nil)), liveGroup("ALPHA", id: "2", ext: .some(nil))]),
            groups: [wanted("Alpha")],
            finds: ["duplicate-live-group Alpha"]
        ),
        PlanCase(
            "canonically equal names are equal",
            team([], [liveGroup("Cafe\u{301}", ext: "roster:default/1")]),
            groups: [wanted("Caf\u{E9}", id: "1")]
        ),
        PlanCase(
            "management is changed with the rest",
            team([], [liveGroup("club", ext: .some(nil))]),
            groups: [wanted("Club", id: "1") { $0.management = .userManaged }],
            policy: policy { $0.groups.manageUserManaged = true },
            plans: ["group.update Club name=Club external_id=roster:default/1 management=user_managed"]
        ),
        PlanCase(
            "management that no record speaks of is left as it is",
            team([], [liveGroup("Club", management: .userManaged)]),
            groups: [wanted("Club")],
            policy: policy { $0.groups.manageUserManaged = true }
        ),
        PlanCase(
            "a tombstone of a group that is gone",
            groups: [wanted("Sales") { $0.lifecycle = .absent }]
        ),
    ])
    func plans(_ row: PlanCase) { row.check() }

    @Test(arguments: [
        PlanCase(
            "groups.create: the group is not created, nor filled",
            team([member("ann")]),
            groups: [wanted("Sales", ["ann"])],
            policy: policy { $0.groups.create = false },
            finds: ["switched-off Sales"]
        ),
        PlanCase(
            "groups.rename: the rest is done",
            team([member("ann")], [liveGroup("sales", ext: .some(nil))]),
            groups: [wanted("Sales", ["ann"], id: "1")],
            policy: policy { $0.groups.rename = false },
            plans: ["group.update Sales external_id=roster:default/1", "group.members Sales +ann"],
            finds: ["switched-off Sales"]
        ),
        PlanCase(
            "groups.update_members",
            team([member("ann")], [liveGroup("Sales", ["ann"])]),
            groups: [wanted("Sales", [])],
            policy: policy { $0.groups.updateMembers = false },
            finds: ["switched-off Sales"]
        ),
        PlanCase(
            "a protected group keeps its name, not its members",
            team([member("ann")], [liveGroup("Board", ["ann"], ext: "roster:default/1")]),
            groups: [wanted("Directors", [], id: "1")],
            policy: policy { $0.protect.groups = ["bo*"] },
            plans: ["group.members Directors -ann"],
            finds: ["protected Directors"]
        ),
    ])
    func leavesAFinding(_ row: PlanCase) { row.check() }

    @Test func aCreationShowsTheWholeObject() throws {
        let change = try #require(plan(team(), groups: [wanted("Sales", id: "7")]).changes.first)
        #expect(change.before == nil)
        #expect(
            change.after == [
                Field("name", .text("Sales")), Field("external_id", .text("roster:default/7")),
                Field("management", .text("company_managed")),
            ]
        )
        #expect(
            change.operation
                == .createGroup(NewGroup(name: "Sales", externalID: "roster:default/7", management: .companyManaged))
        )
    }

    @Test func anUpdateSaysWhatWasAndWhatWillBe() throws {
        let live = team([], [liveGroup("sales", ext: .some(nil))])
        let change = try #require(plan(live, groups: [wanted("Sales")]).changes.first)
        #expect(change.before == [Field("name", .text("sales")), Field("external_id", .none)])
        #expect(change.after == [Field("name", .text("Sales")), Field("external_id", .text("roster:default/Sales"))])
        #expect(
            change.reason == "name, external_id differ from the manifest; the group becomes ours by the external ID"
        )
        #expect(change.resource == .group("Sales"))
        #expect(!change.isDestructive)
    }
}
