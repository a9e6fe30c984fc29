import Testing

@testable import Reporting
@testable import TeamPlanning

/// The plans whose rendering is pinned by golden files.
struct NamedPlan: Sendable, CustomTestStringConvertible {
    let name: String
    let plan: Plan
    /// What it is compared with, if it is.
    var base: Plan?

    var testDescription: String { name }

    var report: PlanReport {
        let report = Self.report(plan)
        guard let base else { return report }
        let facts = PlanReport.Base(
            manifests: "base/manifests",
            manifestsDigest: String(repeating: "b1", count: 32),
            fingerprint: base.fingerprint
        )
        return report.compared(with: facts, planned: Self.report(base))
    }

    private static func report(_ plan: Plan) -> PlanReport {
        PlanReport(plan, rosterVersion: "1.0.0", createdAt: "2026-11-20T10:00:00Z")
    }

    static let all: [NamedPlan] = [
        NamedPlan(name: "empty", plan: Fixture.plan()),
        creates, update, oneGroupDeletion, manyDeletions, removals, hostileNames, refusedGates, findingsOnly, renames,
        compared,
    ]

    static let creates = NamedPlan(
        name: "creates",
        plan: Fixture.plan([
            Fixture.creation("janet.smith@acme.example"),
            Fixture.creation("li.wei@acme.example", line: 9),
            Fixture.change(
                .groupCreate,
                "Accounting",
                after: [
                    Field("name", .text("Accounting")), Field("external_id", .text("roster:default/grp-7")),
                    Field("management", .text("company_managed")),
                ],
                reason: "the manifests name a group that the team does not have",
                line: 3,
                file: "manifests/groups.json"
            ),
            Fixture.members("Accounting", add: ["janet.smith@acme.example", "li.wei@acme.example"]),
        ])
    )

    static let update = NamedPlan(
        name: "updates",
        plan: Fixture.plan([
            Fixture.change(
                .userUpdate,
                "janet.smith@acme.example",
                before: [Field("given_name", .text("Jan")), Field("external_id", .none)],
                after: [Field("given_name", .text("Janet")), Field("external_id", .text("roster:default/17"))],
                reason: "the attributes differ from the manifest's; the object is adopted by writing its external ID"
            ),
            Fixture.members(
                "Accounting",
                add: ["li.wei@acme.example"],
                remove: ["joe@acme.example"],
                owners: ["janet.smith@acme.example"],
                count: MemberCount(before: 12, after: 11)
            ),
            Fixture.change(
                .userSetRole,
                "janet.smith@acme.example",
                before: [Field("role", .text("member_only"))],
                after: [Field("role", .text("team_admin"))],
                reason: "the role differs from the manifest's"
            ),
        ])
    )

    static let oneGroupDeletion = NamedPlan(
        name: "one-group-deletion",
        plan: Fixture.plan(
            [
                Fixture.creation("janet.smith@acme.example"),
                Fixture.deletion("Old Project", id: "g:1", members: 12, line: 30),
            ],
            doomed: [
                .init(
                    name: "Old Project",
                    groupID: GroupID("g:1"),
                    memberCount: 12,
                    members: Fixture.emails(12)
                )
            ]
        )
    )

    static let manyDeletions = NamedPlan(
        name: "many-deletions",
        plan: Fixture.plan(
            (1...4).map { Fixture.deletion("Project \($0)", id: "g:\($0)", members: $0 - 1) },
            doomed: (1...4).map {
                .init(
                    name: "Project \($0)",
                    groupID: GroupID("g:\($0)"),
                    memberCount: $0 - 1,
                    members: Fixture.emails($0 - 1)
                )
            }
        )
    )

    static let removals = NamedPlan(
        name: "removals",
        plan: Fixture.plan([
            Fixture.change(
                .userSuspend,
                "joe@acme.example",
                before: [Field("status", .text("active"))],
                after: [Field("status", .text("suspended"))],
                options: [Field("wipe_data", .flag(true))],
                reason: "no manifest names this member, and the policy suspends",
                destructive: true,
                line: nil
            ),
            Fixture.change(
                .userRemove,
                "ann@acme.example",
                before: [Field("email", .text("ann@acme.example")), Field("status", .text("suspended"))],
                options: [Field("permanently_delete_files", .flag(true)), Field("wipe_data", .flag(false))],
                reason: "the manifest marks this person as absent",
                destructive: true,
                irreversible: true,
                line: 12
            ),
        ])
    )

    static let refusedGates = NamedPlan(
        name: "refused-gates",
        plan: Fixture.plan(
            [Fixture.creation("janet.smith@acme.example")],
            gates: [
                GateVerdict(.completeRead, .pass, "12 members read, the acting admin among them"),
                GateVerdict(
                    .licences,
                    .refuse,
                    "the plan needs 21 seats and the team has 20: buy seats, remove people, or set \"licences\": \"warn\" in the Policy",
                    count: 21,
                    limit: 20
                ),
                GateVerdict(
                    .connectionEnabled,
                    .refuse,
                    "the Connection is disabled: set \"enabled\": true to allow apply"
                ),
                GateVerdict(.confirmation, .confirm, "apply asks for a yes, or takes --auto-approve or --approved"),
            ]
        )
    )

    static let findingsOnly = NamedPlan(
        name: "findings-only",
        plan: Fixture.plan(findings: [
            Finding(
                .warning,
                .foreignExternalID,
                "the member carries the external ID \"ADSYNC S-1-5\", which is not ours",
                remedy: "leave it to the tool that wrote it, or set \"take_over\": true in the Policy's ownership",
                resource: "user:joe@acme.example",
                at: SourceLocation(file: "manifests/users.json", line: 7, column: 3)
            ),
            Finding(.info, .invitationPending, "the invitation is pending", resource: "user:new@acme.example"),
            Finding(
                .error,
                .crossedMatch,
                "the external ID points at one member and the email at another",
                at: SourceLocation(file: "manifests/users.json", line: 9, column: 3)
            ),
        ])
    )

    static let renames = NamedPlan(
        name: "temporary-names",
        plan: Fixture.plan([
            rename(
                "East",
                from: "West",
                to: "roster-temporary-1",
                "a temporary name, because East and West swap names"
            ),
            rename("West", from: "East", to: "West", "the group is known by its external ID and has another name"),
            rename(
                "East",
                from: "roster-temporary-1",
                to: "East",
                "the group gets its name in place of the temporary one"
            ),
        ])
    )

    private static func rename(_ group: String, from old: String, to new: String, _ reason: String) -> Change {
        Fixture.change(
            .groupUpdate,
            group,
            before: [Field("name", .text(old))],
            after: [Field("name", .text(new))],
            reason: reason,
            line: 5,
            file: "manifests/groups.json"
        )
    }

    static let hostileNames = NamedPlan(
        name: "hostile-names",
        plan: Fixture.plan(
            [
                Fixture.deletion("Evil\n\u{1B}[2J\u{202E}\u{200B}No changes. \u{2028}", id: "g:6", members: 1),
                Fixture.change(
                    .userUpdate,
                    "joe\u{9B}31m@acme.example",
                    before: [Field("surname", .text("O\" → \"P\\u{202e}"))],
                    after: [Field("surname", .text(String(repeating: "very long ", count: 40)))],
                    reason: "first line\r\nNo changes. The team matches the manifests.",
                    file: "mani\u{7}fests/u\u{FEFF}.json"
                ),
                Fixture.members("名前 🙂 \u{301}", add: ["a\u{E0041}@acme.example"]),
            ],
            findings: [
                Finding(
                    .warning,
                    .unknownGroup,
                    "the group \"\u{2066}x\u{FE0F}\" is unknown\u{85}",
                    remedy: "a\u{3164}b"
                )
            ],
            doomed: [
                .init(
                    name: "Evil\n\u{1B}[2J\u{202E}\u{200B}No changes. \u{2028}",
                    groupID: GroupID("g:6"),
                    memberCount: 1,
                    members: ["x\u{1B}]8;;evil\u{7},\u{202E}\n@acme.example"]
                )
            ],
            team: Team(id: "dbtid:\u{0}", name: "Acme\u{1B}]0;x\u{7}", licensedSeats: 20, provisionedUsers: 12)
        )
    )
}
