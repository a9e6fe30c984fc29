import Testing

@testable import TeamPlanning

/// A group of ours whose name a record has that means another group by its external ID (contract §3.1: a name that only
/// a deletion frees).
struct NamesakeDeletionTests {
    private static let crossed = team(
        [],
        [liveGroup("B", ext: "roster:default/9"), liveGroup("D", ext: "roster:default/B")]
    )

    @Test func itIsDeletedFirstWhenItsNameIsTaken() throws {
        let plan = plan(Self.crossed, groups: [wanted("B")])
        #expect(plan.lines == ["group.delete B", "group.update B name=B"])
        #expect(plan.notes == [])
        let deletion = try #require(plan.changes.first)
        #expect(deletion.reason == "no manifest has its external ID \"roster:default/9\"; its name goes to group D")
        #expect(deletion.operation == .deleteGroup(GroupID("g:B")))
    }

    @Test(arguments: [
        PlanCase(
            "the policy does not rename",
            crossed,
            groups: [wanted("B")],
            policy: policy { $0.groups.rename = false },
            finds: ["crossed-match B", "switched-off B"]
        ),
        PlanCase(
            "the group that would get the name is protected",
            crossed,
            groups: [wanted("B")],
            policy: policy { $0.protect.groups = ["D"] },
            finds: ["crossed-match B", "protected B"]
        ),
        PlanCase(
            "two groups have the name, so nobody gets it",
            team(
                [],
                [
                    liveGroup("B", ext: "roster:default/9"), liveGroup("b", ext: "roster:default/8"),
                    liveGroup("D", ext: "roster:default/B"),
                ]
            ),
            groups: [wanted("B")],
            finds: ["crossed-match B", "crossed-match b", "duplicate-live-group B", "value-taken B"]
        ),
        PlanCase(
            "the record's group has the name too, and this one is nobody's",
            team([], [liveGroup("B", id: "1"), liveGroup("B", id: "2", ext: .some(nil))]),
            groups: [wanted("B")],
            policy: policy { $0.groups.scope = .all },
            finds: ["crossed-match B", "duplicate-live-group B"]
        ),
        PlanCase(
            "the record's group cannot be planned",
            team(
                [],
                [
                    liveGroup("B", ext: "roster:default/9"),
                    liveGroup("D", ext: "roster:default/B", management: .userManaged),
                ]
            ),
            groups: [wanted("B")],
            finds: ["user-managed-group B"]
        ),
    ])
    func itStaysWhenNobodyGetsItsName(_ row: PlanCase) { row.check() }

    @Test func twoGroupsOfOursWithOneNameAreToldApartByTheReason() throws {
        let live = team([], [liveGroup("B", id: "1"), liveGroup("B", id: "2", ext: "roster:default/9")])
        let plan = plan(live, groups: [wanted("B")])
        #expect(plan.lines == ["group.delete B"])
        let reason = try #require(plan.changes.first?.reason)
        #expect(
            reason == "no manifest has its external ID \"roster:default/9\"; the record of this name means group g:1"
        )
    }
}
