@testable import Reporting
@testable import TeamPlanning

extension NamedPlan {
    /// A branch that deletes a group and adds a person, on a base with a deletion and a suspension pending, of which the branch
    /// resolves another.
    static let compared = NamedPlan(
        name: "with-base",
        plan: Fixture.plan(
            [
                Fixture.creation("janet.smith@acme.example"),
                Fixture.members("Accounting", add: ["li.wei@acme.example"], remove: ["joe@acme.example"]),
                Fixture.members("Support", remove: ["joe@acme.example"]),
                leaver("joe@acme.example", "1"),
                Fixture.deletion("Old Project", id: "g:1", members: 2),
                Fixture.deletion("Older Project", id: "g:2", members: 25),
            ],
            gates: gates,
            doomed: [
                .init(name: "Old Project", groupID: GroupID("g:1"), memberCount: 2, members: Fixture.emails(2)),
                .init(name: "Older Project", groupID: GroupID("g:2"), memberCount: 25, members: Fixture.emails(25)),
            ]
        ),
        base: Fixture.plan(
            [
                Fixture.members("Accounting", add: ["li.wei@acme.example"]),
                Fixture.members("Support", add: ["amy@acme.example"], remove: ["joe@acme.example"]),
                leaver("joe@acme.example", "1"), leaver("amy@acme.example", "2"),
                Fixture.deletion("Older Project", id: "g:2", members: 25),
            ],
            gates: gates,
            doomed: [
                .init(name: "Older Project", groupID: GroupID("g:2"), memberCount: 25, members: Fixture.emails(25))
            ]
        )
    )

    private static func leaver(_ email: String, _ target: String) -> Change {
        Fixture.change(
            .userSuspend,
            email,
            before: [Field("status", .text("active"))],
            after: [Field("status", .text("suspended"))],
            options: [Field("wipe_data", .flag(false))],
            reason: "no manifest names this member, and the policy suspends",
            destructive: true,
            line: nil,
            target: target
        )
    }

    private static let gates = [
        GateVerdict(.completeRead, .pass, "12 members read, the acting admin among them"),
        GateVerdict(.groupDeletions, .refuse, "the limit is 0", count: 1, limit: 0),
        GateVerdict(.userSuspensions, .refuse, "the limit is 0", count: 1, limit: 0),
        GateVerdict(.confirmation, .confirm, "apply asks for a yes"),
    ]
}
