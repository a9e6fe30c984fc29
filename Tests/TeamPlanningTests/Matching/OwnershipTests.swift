import Testing

@testable import TeamPlanning

/// Markers: what is ours, what is foreign, who is adopted (contract §3 rule 4).
struct OwnershipTests {
    @Test(
        arguments: [
            (nil, Ownership.Owner.nobody),
            ("", .nobody),
            ("roster:default/7", .roster(.default)),
            ("roster:directory/cn=Jane/Smith", .roster(RuleName(rawValue: "directory"))),
            ("roster:/7", .roster(RuleName(rawValue: ""))),
            ("roster:7", .roster(nil)),
            ("roster:", .roster(nil)),
            ("Roster:default/7", .foreign),
            ("roster", .foreign),
            ("ADSYNC S-1-5-21", .foreign),
        ] as [(String?, Ownership.Owner)]
    )
    func reads(externalID: String?, owner: Ownership.Owner) {
        #expect(Ownership(OwnershipPolicy()).owner(of: externalID) == owner)
    }

    @Test func withAnEmptyMarkerEveryExternalIDIsOurs() {
        var policy = OwnershipPolicy()
        policy.marker = ""
        #expect(Ownership(policy).owner(of: "ADSYNC") == .roster(nil))
        #expect(Ownership(policy).owner(of: nil) == .nobody)
        #expect(Ownership(policy).written("7", rule: .default) == "7")
    }

    @Test(arguments: [
        PlanCase(
            "a group without id is marked by its name, a user only where external_id is desired",
            users: [user("ann", id: "7"), user("bob")],
            groups: [wanted("Sales"), wanted("Help", id: "9")],
            plans: ["user.create ann", "user.create bob", "group.create Help", "group.create Sales"]
        ),
        PlanCase(
            "what has no external ID is adopted by writing it",
            team([member("ann")], [liveGroup("Sales", ext: .some(nil))]),
            users: [user("ann", id: "7")],
            groups: [wanted("Sales")],
            plans: [
                "user.update ann external_id=roster:default/7", "group.update Sales external_id=roster:default/Sales",
            ]
        ),
        PlanCase(
            "adopt:false leaves groups that are not ours alone",
            team([], [liveGroup("A"), liveGroup("B", ext: .some(nil)), liveGroup("C", ext: "ad-3")]),
            groups: [wanted("a"), wanted("b", []), wanted("c", [])],
            policy: policy { $0.groups.adopt = false },
            plans: ["group.update a name=a external_id=roster:default/a"],
            finds: ["not-adopted b", "not-adopted c"]
        ),
        PlanCase(
            "a foreign external ID is kept; the rest is updated",
            team([member("ann", ext: "ad-1")], [liveGroup("sales", ["ann"], ext: "ad-2")]),
            users: [user("ann", id: "7") { $0.surname = "A" }],
            groups: [wanted("Sales", [])],
            plans: ["user.update ann surname=A", "group.update Sales name=Sales", "group.members Sales -ann"],
            finds: ["foreign-external-id Sales", "foreign-external-id ann"]
        ),
        PlanCase(
            "take_over overwrites foreign external IDs",
            team([member("ann", ext: "ad-1")], [liveGroup("Sales", ext: "ad-2")]),
            users: [user("ann", id: "7")],
            groups: [wanted("Sales")],
            policy: policy { $0.ownership.takeOver = true },
            plans: [
                "user.update ann external_id=roster:default/7", "group.update Sales external_id=roster:default/Sales",
            ]
        ),
        PlanCase(
            "an ID of another rule of ours is rewritten",
            team([member("ann", ext: "roster:ldap/7")], [liveGroup("Sales", ext: "roster:ldap/Sales")]),
            users: [user("ann", id: "7")],
            groups: [wanted("Sales")],
            plans: [
                "user.update ann external_id=roster:default/7", "group.update Sales external_id=roster:default/Sales",
            ]
        ),
        PlanCase(
            "an external ID that no record manages is left as it is",
            team([member("ann", ext: "ad-1"), member("bob", ext: "roster:default/2")]),
            users: [user("ann"), user("bob")]
        ),
    ])
    func marks(_ row: PlanCase) { row.check() }

    @Test func writtenFormsReachTheOperation() {
        let rule = RuleName(rawValue: "ldap")
        let plan = plan(
            team(),
            users: [
                user("ann", id: "7") { $0.rule = rule }
            ],
            groups: [wanted("Sales") { $0.rule = rule }, wanted("Help", id: "9")]
        )
        let written = plan.changes.compactMap { change -> String? in
            switch change.operation {
            case .createUser(let user): user.externalID
            case .createGroup(let group): group.externalID
            default: nil
            }
        }
        #expect(written == ["roster:ldap/7", "roster:default/9", "roster:ldap/Sales"])
    }

    @Test(arguments: [
        PlanCase(
            "the marker of a released user and group is cleared, once",
            team([member("ann", ext: "roster:default/7")], [liveGroup("Sales", ["ann"])]),
            users: [user("ann", .suspended) { $0.lifecycle = .released }],
            groups: [wanted("sales", []) { $0.lifecycle = .released }],
            plans: ["user.update ann external_id=-", "group.update sales external_id=-"]
        ),
        PlanCase(
            "a released object without our marker is left alone",
            team([member("ann"), member("bob", ext: "ad-1")], [liveGroup("Sales", ext: .some(nil))]),
            users: [user("ann") { $0.lifecycle = .released }, user("bob") { $0.lifecycle = .released }],
            groups: [wanted("Sales") { $0.lifecycle = .released }],
            policy: policy { $0.groups.scope = .all }
        ),
        PlanCase(
            "a released user and an unmatched new one do not meet",
            team([member("ann", ext: "roster:default/7")]),
            users: [user("ann", id: "7") { $0.lifecycle = .released }, user("eve", id: "8")],
            plans: ["user.create eve", "user.update ann external_id=-"]
        ),
        PlanCase(
            "a released user keeps the marker where users are not updated",
            team([member("ann", ext: "roster:default/7")]),
            users: [user("ann") { $0.lifecycle = .released }],
            policy: policy { $0.users.update = false },
            finds: ["switched-off ann"]
        ),
    ])
    func releases(_ row: PlanCase) { row.check() }
}
