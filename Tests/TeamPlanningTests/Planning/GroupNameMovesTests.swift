import Testing

@testable import TeamPlanning

/// Group names move along chains; cycles take a temporary name (contract §3 rule 8 and §3.1).
struct GroupNameMovesTests {
    private static func numbered(_ name: String, _ id: Int) -> LiveGroup {
        liveGroup(name, ext: "roster:default/\(id)")
    }

    @Test(arguments: [
        PlanCase(
            "a chain: who gives up goes first",
            team([], [numbered("A", 1), numbered("B", 2)]),
            groups: [wanted("B", id: "1"), wanted("C", id: "2")],
            plans: ["group.update C name=C", "group.update B name=B"]
        ),
        PlanCase(
            "a swap by way of a temporary name",
            team([], [numbered("A", 1), numbered("B", 2)]),
            groups: [wanted("B", id: "1"), wanted("A", id: "2")],
            plans: ["group.update A name=A (moving)", "group.update B name=B", "group.update A name=A"]
        ),
        PlanCase(
            "a cycle of three takes one temporary name",
            team([], [numbered("A", 1), numbered("B", 2), numbered("C", 3)]),
            groups: [wanted("B", id: "1"), wanted("C", id: "2"), wanted("A", id: "3")],
            plans: [
                "group.update A name=A (moving)", "group.update C name=C", "group.update B name=B",
                "group.update A name=A",
            ]
        ),
        PlanCase(
            "a temporary name that nobody has",
            team([], [numbered("A", 1), numbered("B", 2), numbered("a (Moving)", 3)]),
            groups: [wanted("B", id: "1"), wanted("A", id: "2"), wanted("A (moving 2)", id: "3")],
            plans: [
                "group.update A name=A (moving 3)", "group.update B name=B", "group.update A name=A",
                "group.update A (moving 2) name=A (moving 2)",
            ]
        ),
        PlanCase(
            "letter case alone waits for nobody",
            team([], [numbered("a", 1)]),
            groups: [wanted("A", id: "1")],
            plans: ["group.update A name=A"]
        ),
        PlanCase(
            "a name that only a deletion frees: that deletion comes first",
            team([], [numbered("A", 1), numbered("Z", 9)]),
            groups: [wanted("Gone", id: "1") { $0.lifecycle = .absent }, wanted("A", id: "2")],
            plans: ["group.delete A", "group.create A", "group.delete Z"]
        ),
        PlanCase(
            "a name whose group keeps it",
            team([], [numbered("A", 1), numbered("B", 2)]),
            groups: [wanted("B", id: "1"), wanted("C", id: "2")],
            policy: policy { $0.protect.groups = ["B"] },
            finds: ["protected C", "value-taken B"]
        ),
        PlanCase(
            "a system-managed group keeps its name",
            team([], [numbered("A", 1), liveGroup("Everyone", ext: .some(nil), management: .systemManaged)]),
            groups: [wanted("everyone", id: "1")],
            finds: ["value-taken everyone"]
        ),
        PlanCase(
            "the tail of a chain whose head is stuck is stuck too, its other fields are not",
            team([], [liveGroup("A", ext: "roster:old/1"), numbered("B", 2), numbered("C", 3)]),
            groups: [wanted("B", id: "1", previously: ["A"]), wanted("C", id: "2"), wanted("D", id: "3")],
            policy: policy { $0.protect.groups = ["C"] },
            plans: ["group.update B external_id=roster:default/1"],
            finds: ["protected D", "value-taken B", "value-taken C"]
        ),
    ])
    func moves(_ row: PlanCase) { row.check() }

    @Test func temporaryNamesAreChangesOfTheirOwn() throws {
        let live = team([], [Self.numbered("A", 1), Self.numbered("B", 2)])
        let plan = plan(live, groups: [wanted("B", id: "1"), wanted("A", id: "2")])
        #expect(
            plan.changes.map(\.id.rawValue) == ["group.update:A#temporary-name", "group.update:B", "group.update:A"]
        )
        #expect(plan.changes[0].before == [Field("name", .text("B"))])
        #expect(plan.changes[2].before == [Field("name", .text("A (moving)"))])
        #expect(plan.changes[1].dependsOn == [plan.changes[0].id])
        #expect(Set(plan.changes[2].dependsOn) == [plan.changes[0].id, plan.changes[1].id])
        #expect(plan.changes.map(\.operation.target) == ["g:B", "g:A", "g:B"])
        #expect(plan.summary.groups.update == 3)
    }

    @Test func aCreationWaitsForTheDeletion() throws {
        let live = team([], [Self.numbered("A", 1)])
        let plan = plan(live, groups: [wanted("Gone", id: "1") { $0.lifecycle = .absent }, wanted("A", id: "2")])
        #expect(plan.changes.map(\.stage) == [.freeNames, .updateGroups])
        #expect(plan.changes.last?.dependsOn == [ChangeID("group.delete:A")])
    }

    @Test func aGroupThatGetsNoNameGetsNoMembers() {
        let live = team([member("ann")], [liveGroup("Everyone", ext: .some(nil), management: .systemManaged)])
        let claimed = liveGroup("Team", ext: "roster:default/1")
        var both = live
        both.groups.append(claimed.group)
        let plan = plan(
            both,
            groups: [wanted("New", id: "1"), wanted("Team", ["ann"], id: "2")],
            policy: policy { $0.groups.rename = false }
        )
        #expect(plan.lines == [])
        #expect(plan.notes == ["switched-off New", "value-taken Team"])
    }

    @Test(
        arguments: [
            ("nobody waits", [:], []),
            ("a chain", [1: 2, 2: 3], []),
            ("a pair", [4: 2, 2: 4], [[2, 4]]),
            ("a cycle with a tail", [1: 2, 2: 3, 3: 2], [[2, 3]]),
            ("two cycles", [5: 6, 6: 5, 1: 3, 3: 2, 2: 1], [[1, 3, 2], [5, 6]]),
            ("oneself", [7: 7], [[7]]),
        ] as [(String, [Int: Int], [[Int]])]
    )
    func cycles(_ name: String, waits: [Int: Int], cycles: [[Int]]) {
        var graph = WaitGraph()
        graph.waits = waits
        #expect(graph.cycles() == cycles, Comment(rawValue: name))
    }

    @Test func allWhoWaitAreFound() {
        var graph = WaitGraph()
        graph.waits = [1: 2, 2: 3, 4: 3, 5: 6, 8: 7]
        #expect(graph.waiting(for: [3, 7]) == [1, 2, 4, 8])
        #expect(graph.waiting(for: []) == [])
    }
}
