import Testing

@testable import TeamPlanning

/// Emails move along chains; cycles are findings (contract §3 rule 8).
struct EmailMovesTests {
    private static func numbered(_ name: String, _ id: Int, _ status: MemberStatus = .active) -> Member {
        member(name, status, ext: "roster:default/\(id)")
    }

    @Test(arguments: [
        PlanCase(
            "a chain: who gives up goes first",
            team([numbered("a", 1), numbered("b", 2), numbered("c", 3)]),
            users: [user("b", id: "1"), user("c", id: "2"), user("d", id: "3")],
            plans: ["user.update d email=d", "user.update c email=c", "user.update b email=b"]
        ),
        PlanCase(
            "somebody new takes an email that is given up",
            team([numbered("a", 1)]),
            users: [user("a", id: "9"), user("b", id: "1")],
            plans: ["user.update b email=b", "user.create a"]
        ),
        PlanCase(
            "the email of a removed member who comes back under another",
            team([numbered("a", 1, .removed(isRecoverable: true)), numbered("z", 2)]),
            users: [user("b", id: "1"), user("a", id: "2")],
            plans: ["user.recover b", "user.update b email=b", "user.update a email=a"]
        ),
        PlanCase(
            "a swap",
            team([numbered("a", 1), numbered("b", 2)]),
            users: [user("b", id: "1"), user("a", id: "2") { $0.surname = "A" }],
            plans: ["user.update a surname=A"],
            finds: ["email-cycle a", "email-cycle b"]
        ),
        PlanCase(
            "a cycle of three, and one who waits for it",
            team([numbered("a", 1), numbered("b", 2), numbered("c", 3), numbered("d", 4)]),
            users: [user("b", id: "1"), user("c", id: "2"), user("a", id: "3"), user("d2", id: "4")],
            plans: ["user.update d2 email=d2"],
            finds: ["email-cycle a", "email-cycle b", "email-cycle c"]
        ),
        PlanCase(
            "somebody who keeps the email",
            team([numbered("a", 1)]),
            users: [user("A", id: "2"), user("b", id: "1")],
            policy: policy { $0.users.update = false },
            finds: ["switched-off b", "value-taken A"]
        ),
        PlanCase(
            "the tail of a chain whose head is stuck is stuck too",
            team([numbered("a", 1), numbered("b", 2), numbered("c", 3, .removed(isRecoverable: true))]),
            users: [user("b", id: "1"), user("c", id: "2"), user("d", id: "3", .suspended)],
            finds: ["impossible-transition d", "value-taken b", "value-taken c"]
        ),
        PlanCase(
            "an email that only differs in letter case does not move",
            team([numbered("Ann@Acme.com", 1)]),
            users: [user("ann@acme.com", id: "1")]
        ),
    ])
    func moves(_ row: PlanCase) { row.check() }

    @Test func aMoveWaitsForTheOneThatFreesTheEmail() throws {
        let live = team([Self.numbered("a", 1), Self.numbered("b", 2)])
        let plan = plan(live, users: [user("b", id: "1"), user("c", id: "2"), user("a", id: "3")])
        #expect(try #require(plan.change("user.update b email=b")).dependsOn == [ChangeID("user.update:c@acme.com")])
        let creation = try #require(plan.change("user.create a"))
        #expect(creation.dependsOn == [ChangeID("user.update:b@acme.com")])
        #expect(creation.stage == .updateUsers, "it waits for the stage of what it needs")
    }

    @Test func aRefusedCreationIsNotAddedToGroups() {
        let live = team([Self.numbered("a", 1)], [liveGroup("Sales")])
        let plan = plan(
            live,
            users: [user("a", id: "2"), user("b", id: "1")],
            groups: [wanted("Sales", ["a"])],
            policy: policy { $0.users.update = false }
        )
        #expect(plan.lines == [])
        #expect(plan.notes == ["switched-off b", "value-taken a"])
    }
}
