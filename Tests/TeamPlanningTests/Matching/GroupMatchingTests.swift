import Testing

@testable import TeamPlanning

/// Which live group is meant: external ID, then name, then previous names (contract §3 rules 3 and 4).
struct GroupMatchingTests {
    @Test(arguments: [
        PlanCase(
            "the external ID wins over the name, which is brought up to date",
            team([], [liveGroup("Old", ext: "roster:default/7")]),
            groups: [wanted("New", id: "7")],
            plans: ["group.update New name=New"]
        ),
        PlanCase(
            "the name matches whatever its letter case, and is renamed",
            team([], [liveGroup("sales")]),
            groups: [wanted("Sales")],
            plans: ["group.update Sales name=Sales external_id=roster:default/Sales"]
        ),
        PlanCase(
            "a previous name matches when neither ID nor name does",
            team([], [liveGroup("Accounts")]),
            groups: [wanted("Accounting", previously: ["accounts"])],
            plans: ["group.update Accounting name=Accounting external_id=roster:default/Accounting"]
        ),
        PlanCase(
            "a previous name is not looked at when the name matches",
            team([], [liveGroup("Accounting"), liveGroup("Accounts", ext: .some(nil))]),
            groups: [wanted("Accounting", previously: ["Accounts"])]
        ),
        PlanCase(
            "a previous name that another record has now is theirs",
            team([], [liveGroup("Accounts")]),
            groups: [wanted("Accounting", previously: ["Accounts"]), wanted("Accounts")],
            plans: ["group.create Accounting"]
        ),
        PlanCase(
            "a name held by a group that another record claims is a chain",
            team([], [liveGroup("A", ext: "roster:default/2")]),
            groups: [wanted("A", id: "1"), wanted("B", id: "2")],
            plans: ["group.update B name=B", "group.create A"]
        ),
        PlanCase(
            "without an id the name is the key, so a record follows its group after a rename in Dropbox",
            team([], [liveGroup("Renamed by hand", ext: "roster:default/Sales")]),
            groups: [wanted("Sales")],
            plans: ["group.update Sales name=Sales"]
        ),
    ])
    func matches(_ row: PlanCase) { row.check() }

    @Test(arguments: [
        PlanCase(
            "two live groups of one name",
            team([], [liveGroup("Sales", ext: .some(nil)), liveGroup("SALES", id: "2", ext: .some(nil))]),
            groups: [wanted("Sales", id: "1")],
            finds: ["duplicate-live-group Sales"]
        ),
        PlanCase(
            "previous names of two groups",
            team([], [liveGroup("A"), liveGroup("B")]),
            groups: [wanted("C", previously: ["A", "B"])],
            finds: ["ambiguous-match C"]
        ),
        PlanCase(
            "two records on one group",
            team([], [liveGroup("A")]),
            groups: [wanted("B", previously: ["A"]), wanted("C", previously: ["A"])],
            finds: ["ambiguous-match B", "ambiguous-match C"]
        ),
        PlanCase(
            "two records on one group that would be left alone anyhow",
            team([], [liveGroup("A", ext: "roster:default/1", management: .userManaged)]),
            groups: [wanted("B", id: "1"), wanted("A", id: "2") { $0.lifecycle = .released }],
            finds: ["ambiguous-match A", "ambiguous-match B"]
        ),
        PlanCase(
            "a group that is one of several that another record may mean",
            team([], [liveGroup("A"), liveGroup("B")]),
            groups: [wanted("C", previously: ["A", "B"]), wanted("D", previously: ["B"])],
            finds: ["ambiguous-match C", "ambiguous-match D"]
        ),
        PlanCase(
            "two records of one external ID",
            team([], [liveGroup("A"), liveGroup("B"), liveGroup("Z")]),
            groups: [wanted("A", previously: ["Z"]), wanted("B", id: "A")],
            finds: ["ambiguous-match A", "ambiguous-match B"]
        ),
        PlanCase(
            "a system-managed group in a manifest",
            team([], [liveGroup("Everyone", ext: .some(nil), management: .systemManaged)]),
            groups: [wanted("Everyone", [])],
            finds: ["system-managed-group Everyone"]
        ),
        PlanCase(
            "a user-managed group",
            team([member("ann")], [liveGroup("Club", ["ann"], management: .userManaged)]),
            groups: [wanted("club", [])],
            finds: ["user-managed-group club"]
        ),
        PlanCase(
            "a company-managed group that a record would hand to its owners",
            team([], [liveGroup("Club")]),
            groups: [wanted("Club") { $0.management = .userManaged }],
            finds: ["user-managed-group Club"]
        ),
        PlanCase(
            "a user-managed group that does not exist",
            groups: [wanted("Club") { $0.management = .userManaged }],
            finds: ["user-managed-group Club"]
        ),
        PlanCase(
            "a released record that only its external ID would find",
            team([], [liveGroup("A", ext: "roster:default/1")]),
            groups: [wanted("B", id: "1") { $0.lifecycle = .released }],
            finds: ["released-not-found B"]
        ),
        PlanCase(
            "a released record that only a previous name would find",
            team([], [liveGroup("A")]),
            groups: [wanted("B", previously: ["A"]) { $0.lifecycle = .released }],
            finds: ["released-not-found B"]
        ),
        PlanCase(
            "a tombstone whose name went on to another group of ours",
            team([], [liveGroup("Sales", ext: "roster:default/2")]),
            groups: [wanted("Sales", id: "1") { $0.lifecycle = .absent }],
            finds: ["ambiguous-match Sales"]
        ),
        PlanCase(
            "a released record whose external ID another group carries",
            team([], [liveGroup("A", ext: "roster:default/1"), liveGroup("B", ext: .some(nil))]),
            groups: [wanted("B", id: "1") { $0.lifecycle = .released }],
            finds: ["crossed-match B"]
        ),
        PlanCase(
            "a record of the group that carries a released record's external ID",
            team([], [liveGroup("A", ext: "roster:default/1"), liveGroup("B")]),
            groups: [wanted("A"), wanted("B", id: "1") { $0.lifecycle = .released }],
            finds: ["ambiguous-match A", "crossed-match B"]
        ),
        PlanCase(
            "a tombstone's external ID and another record's name on one group",
            team([], [liveGroup("A", ext: "roster:default/1")]),
            groups: [wanted("A"), wanted("Gone", id: "1") { $0.lifecycle = .absent }],
            finds: ["ambiguous-match A", "ambiguous-match Gone"]
        ),
        PlanCase(
            "a tombstone's external ID and a released record's name on one group",
            team([], [liveGroup("A", ext: "roster:default/1")]),
            groups: [
                wanted("A") { $0.lifecycle = .released }, wanted("Gone", id: "1") { $0.lifecycle = .absent },
            ],
            finds: ["ambiguous-match A", "ambiguous-match Gone"]
        ),
        PlanCase(
            "external ID and name that point at two groups, of which one is nobody's",
            team([], [liveGroup("A", ext: "roster:default/B"), liveGroup("B", ext: .some(nil))]),
            groups: [wanted("B")],
            finds: ["crossed-match B"]
        ),
        PlanCase(
            "external ID and name that point at two groups, of which one is another system's",
            team([], [liveGroup("A", ext: "roster:default/1"), liveGroup("b", ext: "ad-1")]),
            groups: [wanted("B", id: "1")],
            finds: ["crossed-match B"]
        ),
        PlanCase(
            "a tombstone whose name another group has that is nobody's",
            team([], [liveGroup("A", ext: "roster:default/1"), liveGroup("B", ext: .some(nil))]),
            groups: [wanted("B", id: "1") { $0.lifecycle = .absent }],
            finds: ["crossed-match B"]
        ),
    ])
    func leavesAlone(_ row: PlanCase) {
        row.check()
        var wide = row
        wide.policy = policy { $0.groups.scope = .all }
        #expect(wide.plan.lines == [], "no group that a refused record may mean is deleted")
    }

    @Test func twoLiveGroupsOfOneNameAreNotedWithoutARecordToo() {
        let plan = plan(
            team([], [liveGroup("Sales", ext: .some(nil)), liveGroup("Sales", id: "2", ext: .some(nil))])
        )
        #expect(plan.lines == [])
        #expect(plan.notes == ["duplicate-live-group Sales"])
    }

    @Test func anIDTellsApartTwoLiveGroupsOfOneName() {
        let live = team([], [liveGroup("Sales", ext: "roster:default/1"), liveGroup("Sales", id: "2", ext: "ad-2")])
        let plan = plan(live, groups: [wanted("Selling", id: "1")])
        #expect(plan.lines == ["group.update Selling name=Selling"])
        #expect(plan.changes.first?.operation == .updateGroup(GroupID("g:Sales"), GroupUpdate(name: "Selling")))
    }
}

extension GroupUpdate {
    fileprivate init(name: String) {
        self.init()
        self.name = name
    }
}
