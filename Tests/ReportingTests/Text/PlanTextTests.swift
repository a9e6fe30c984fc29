import Testing

@testable import Reporting
@testable import TeamPlanning

@Suite("The parts of a plan's text")
struct PlanTextTests {
    private func text(_ plan: Plan, width: Int = 80, apply: String = "roster apply") -> String {
        TextLayout(width: width, colour: false)
            .plan(PlanReport(plan, rosterVersion: "1", createdAt: "now"), applyCommand: apply)
    }

    @Test("Group deletions come before everything else, whatever their place in the plan")
    func deletionsFirst() throws {
        let text = text(
            Fixture.plan(
                [
                    Fixture.creation("a@b.example"), Fixture.change(.userRemove, "c@d.example"),
                    Fixture.deletion("G", id: "g:1", members: 2),
                ],
                doomed: [.init(name: "G", groupID: GroupID("g:1"), memberCount: 2)]
            )
        )
        let positions = try ["GROUP WOULD BE DELETED", "Removals and suspensions", "Users", "Gates"]
            .map { try #require(text.firstRange(of: $0)?.lowerBound) }
        #expect(positions == positions.sorted())
        #expect(text.contains("2 members lose it, permanent, cannot be undone (g:1)"))
    }

    @Test("With colours a group deletion is in bold red")
    func dangerIsRed() {
        let text = TextLayout(width: 80, colour: true).plan(NamedPlan.oneGroupDeletion.report)
        #expect(text.contains("\u{1B}[1;31m╔══ 1 GROUP WOULD BE DELETED ═"))
        #expect(text.contains("\u{1B}[1;31mA deleted group is gone: permanent, cannot be undone.\u{1B}[0m"))
    }

    @Test("The next command is exact and on one line, at any width", arguments: [10, 60, 200])
    func nextCommand(width: Int) throws {
        let plan = Fixture.plan(
            [Fixture.deletion("G", id: "g:1", members: 2)],
            doomed: [.init(name: "G", groupID: GroupID("g:1"), memberCount: 2)]
        )
        let token = try #require(plan.confirmation?.token)
        let command = "roster apply -m 'some/long/folder of manifests/that does not fit into a narrow line'"
        let text = text(plan, width: width, apply: command)
        #expect(text.contains("Next: \(command)\n"))
        #expect(text.contains("\(command) --confirm-group-deletions \(token) --auto-approve\n"))
    }

    @Test("A plan that is about to be applied names no next command")
    func noNextCommand() {
        let plan = Fixture.plan([Fixture.deletion("G", id: "g:1", members: 2)])
        let text = TextLayout(width: 80, colour: false).plan(
            PlanReport(plan, rosterVersion: "1", createdAt: "now"),
            applyCommand: nil
        )
        #expect(!text.contains("Next:") && text.contains("Plan: "))
    }

    @Test("No line is longer than the page, copied commands and the counts aside", arguments: NamedPlan.all)
    func width(named: NamedPlan) {
        let lines = TextLayout(width: 72, colour: false).plan(named.report).split(separator: "\n").map(String.init)
        let tooLong = lines.filter { line in
            line.columns > 72 && !line.hasPrefix("Plan: ") && !line.hasPrefix("  without a terminal: ")
        }
        #expect(tooLong.isEmpty)
    }

    @Test("Every member of a group is shown, however many")
    func allMembers() {
        let emails = (1...500).map { "person\($0)@acme.example" }
        let text = text(Fixture.plan([Fixture.members("G", add: emails)]))
        #expect(emails.allSatisfy { text.contains("+ \($0)\n") })
    }

    @Test("Rare counts are named only where there are any")
    func counts() {
        let plan = Fixture.plan([
            Fixture.change(.userRecover, "a@b.example"), Fixture.change(.userUnsuspend, "c@d.example"),
            Fixture.change(.userSetRole, "e@f.example"), Fixture.members("G", owners: ["a@b.example"]),
        ])
        #expect(
            text(plan).hasSuffix(
                """
                Plan: 0 to create, 1 to recover, 0 to update, 1 to set a role, 1 to unsuspend, 0 to suspend, 0 to remove; \
                groups 0 to create, 0 to update, 0 to delete; memberships 0 to add, 0 to remove, 1 to set access.

                """
            )
        )
    }

    @Test("A deletion without a token does not invent one")
    func missingToken() {
        let text = text(Fixture.plan([Fixture.deletion("G", id: "g:1", members: 2)]))
        #expect(text.contains("The plan carries no confirmation token"))
        #expect(!text.contains("--confirm-group-deletions"))
    }

    @Test("A large plan is rendered whole")
    func largePlan() {
        let creations = (1...10_000).map { Fixture.creation("person\($0)@acme.example", line: $0) }
        let text = text(Fixture.plan(creations))
        #expect(text.count { $0 == "\n" } > 60_000)
        #expect(text.contains("Plan: 10000 to create"))
    }
}
