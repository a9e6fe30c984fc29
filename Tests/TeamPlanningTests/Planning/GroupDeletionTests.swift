import Testing

@testable import TeamPlanning

/// Which groups are deleted (contract §2.6, §3 rule 7 and §3.1).
struct GroupDeletionTests {
    private static func tombstone(_ name: String, id: String? = nil, previously: [String] = []) -> DesiredGroup {
        wanted(name, id: id, previously: previously) { $0.lifecycle = .absent }
    }

    private static func deleting(_ mode: GroupDeletion, _ scope: Scope = .managed) -> Policy {
        policy {
            $0.groups.delete = mode
            $0.groups.scope = scope
        }
    }

    private static let mixed = team(
        [],
        [liveGroup("Ours"), liveGroup("Nobody's", ext: .some(nil)), liveGroup("Foreign", ext: "ad-1")]
    )

    @Test(arguments: [
        PlanCase("managed: what carries the marker", mixed, plans: ["group.delete Ours"]),
        PlanCase(
            "all: everything but foreign groups",
            mixed,
            policy: deleting(.absent, .all),
            plans: ["group.delete Nobody's", "group.delete Ours"],
            finds: ["foreign-external-id Foreign"]
        ),
        PlanCase("tombstone: nothing that has none", mixed, policy: deleting(.tombstone, .all)),
        PlanCase("never: nothing", mixed, policy: deleting(.never, .all)),
        PlanCase(
            "what a manifest names stays, managed or released",
            team([], [liveGroup("A"), liveGroup("B", ext: .some(nil))]),
            groups: [wanted("A"), wanted("B") { $0.lifecycle = .released }],
            policy: deleting(.absent, .all)
        ),
        PlanCase(
            "what only users' records name stays: a lost Groups manifest deletes nothing that is in use",
            team([member("ann")], [liveGroup("A"), liveGroup("B")]),
            users: [user("ann") { $0.groups = [Located("a", at: place)] }],
            plans: ["group.delete B"],
            finds: ["unknown-group A", "unknown-group a"]
        ),
        PlanCase(
            "what users name by its ID stays too",
            team([member("ann")], [liveGroup("A", ext: "roster:default/grp-1"), liveGroup("B")]),
            users: [user("ann") { $0.groups = [Located("GRP-1", at: place)] }],
            plans: ["group.delete B"],
            finds: ["unknown-group A", "unknown-group GRP-1"]
        ),
        PlanCase(
            "a group of a rule that no manifest has is absent like any other",
            team([], [liveGroup("A", ext: "roster:old/A")]),
            plans: ["group.delete A"]
        ),
        PlanCase(
            "the name of a tombstone protects as the live one does",
            team([], [liveGroup("Old", ext: "roster:default/g"), liveGroup("Mine", ext: "roster:default/h")]),
            groups: [tombstone("New", id: "g"), tombstone("Other", id: "h")],
            policy: policy { $0.protect.groups = ["NEW", "mine"] },
            finds: ["protected Mine", "protected Old"]
        ),
        PlanCase(
            "to become a protected name harms nobody",
            team([], [liveGroup("Old", ext: "roster:default/g")]),
            groups: [wanted("New", id: "g")],
            policy: policy { $0.protect.groups = ["New"] },
            plans: ["group.update New name=New"]
        ),
        PlanCase(
            "a system-managed group",
            team([], [liveGroup("Everyone", ext: .some(nil), management: .systemManaged)]),
            policy: deleting(.absent, .all)
        ),
        PlanCase(
            "a protected group",
            team([], [liveGroup("Board"), liveGroup("Sales")]),
            policy: policy { $0.protect.groups = ["BOARD"] },
            plans: ["group.delete Sales"],
            finds: ["protected Board"]
        ),
        PlanCase(
            "a user-managed group is not deleted",
            team([], [liveGroup("Club", management: .userManaged)]),
            finds: ["user-managed-group Club"]
        ),
        PlanCase(
            "a user-managed group, where those are managed",
            team([], [liveGroup("Club", management: .userManaged)]),
            policy: policy { $0.groups.manageUserManaged = true },
            plans: ["group.delete Club"]
        ),
    ])
    func scopesAndModes(_ row: PlanCase) { row.check() }

    @Test(arguments: [
        PlanCase(
            "deleted whatever the scope, by ID or name",
            team([], [liveGroup("A", ext: "roster:default/1"), liveGroup("B", ext: .some(nil)), liveGroup("C")]),
            groups: [tombstone("X", id: "1"), tombstone("b")],
            policy: deleting(.tombstone),
            plans: ["group.delete A", "group.delete B"]
        ),
        PlanCase(
            "never means never",
            team([], [liveGroup("A")]),
            groups: [tombstone("A")],
            policy: deleting(.never),
            finds: ["switched-off A"]
        ),
        PlanCase(
            "a foreign group is not deleted, not even with take_over",
            team([], [liveGroup("A", ext: "ad-1")]),
            groups: [tombstone("A")],
            policy: policy { $0.ownership.takeOver = true },
            finds: ["foreign-external-id A"]
        ),
        PlanCase(
            "a protected group",
            team([], [liveGroup("A")]),
            groups: [tombstone("A")],
            policy: policy { $0.protect.groups = ["*"] },
            finds: ["protected A"]
        ),
        PlanCase(
            "a group that is not ours, without adopt",
            team([], [liveGroup("A", ext: .some(nil))]),
            groups: [tombstone("A")],
            policy: policy { $0.groups.adopt = false },
            finds: ["not-adopted A"]
        ),
        PlanCase(
            "a user-managed group",
            team([], [liveGroup("A", management: .userManaged)]),
            groups: [tombstone("A")],
            finds: ["user-managed-group A"]
        ),
        PlanCase(
            "one of ours by a previous name",
            team([], [liveGroup("Old")]),
            groups: [tombstone("New", previously: ["Old"])],
            policy: deleting(.tombstone),
            plans: ["group.delete Old"]
        ),
        PlanCase(
            "whatever else has a previous name by now is left alone",
            team([], [liveGroup("Old", ext: .some(nil)), liveGroup("Older", ext: "ad-1")]),
            groups: [tombstone("New", previously: ["Old", "Older"])],
            policy: deleting(.tombstone)
        ),
    ])
    func tombstones(_ row: PlanCase) { row.check() }

    @Test func aDeletionShowsTheWholeObject() throws {
        let live = team([member("ann"), member("bob")], [liveGroup("Sales", ["ann", "bob"])])
        let change = try #require(plan(live).changes.first)
        #expect(
            change.before == [
                Field("group_id", .text("g:Sales")), Field("name", .text("Sales")),
                Field("management", .text("company_managed")), Field("member_count", .number(2)),
                Field("external_id", .text("roster:default/Sales")),
            ]
        )
        #expect(change.after == nil)
        #expect(change.isDestructive && change.isIrreversible)
        #expect(change.source == nil)
        #expect(change.operation == .deleteGroup(GroupID("g:Sales")))
    }

    @Test func groupsOfOneNameAreToldApartByID() {
        let live = team([], [liveGroup("Sales", id: "2"), liveGroup("Sales", id: "1", ext: "roster:default/1")])
        let ids = plan(live).changes.map(\.id.rawValue)
        #expect(ids == ["group.delete:Sales", "group.delete:Sales#2"])
        let targets = plan(live).changes.map(\.operation)
        #expect(targets == [.deleteGroup(GroupID("g:1")), .deleteGroup(GroupID("g:2"))])
    }

    // MARK: looks_like_rename

    @Test(arguments: [
        ("most of the same people", ["ann", "bob", "cat"], ["ann", "bob"], true),
        ("all of the same people", ["ann"], ["ann"], true),
        ("exactly half", ["ann", "bob"], ["ann", "cat"], false),
        ("a small part of a large new group", ["ann"], ["ann", "bob", "cat"], false),
        ("nobody", [], [], false),
    ])
    func looksLikeARename(_ name: String, old: [String], new: [String], warns: Bool) {
        let live = team([member("ann"), member("bob"), member("cat")], [liveGroup("Accounts", old)])
        let plan = plan(live, groups: [wanted("Accounting", new)])
        #expect(plan.notes == (warns ? ["looks_like_rename Accounts"] : []), Comment(rawValue: name))
        #expect(plan.lines.contains("group.delete Accounts"))
    }

    @Test func aRenameByPreviousNameDoesNotLookLikeOne() {
        let live = team([member("ann")], [liveGroup("Accounts", ["ann"])])
        let plan = plan(live, groups: [wanted("Accounting", ["ann"], previously: ["Accounts"])])
        #expect(plan.notes == [])
        #expect(plan.lines == ["group.update Accounting name=Accounting external_id=roster:default/Accounting"])
    }
}
