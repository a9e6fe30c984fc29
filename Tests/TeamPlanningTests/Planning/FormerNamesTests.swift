import Testing

@testable import TeamPlanning

/// Nothing is taken for want of a record from what a record names as its former self.
struct FormerNamesTests {
    private static let removing = deprovisioning {
        $0.users.scope = .all
        $0.users.removeAction = .delete
        $0.protect.users = [email("admin")]
    }

    private static func former(_ name: String, _ previous: String..., lifecycle: Lifecycle = .managed) -> DesiredUser {
        user(name) {
            $0.previousEmails = previous.map { email($0) }
            $0.lifecycle = lifecycle
        }
    }

    @Test(arguments: [
        PlanCase(
            "a chain of records without external IDs",
            team([member("b"), member("c")]),
            users: [former("a", "b"), former("b", "C")],
            policy: removing,
            plans: ["user.create a"],
            finds: ["ambiguous-match c", "protected admin"]
        ),
        PlanCase(
            "the record was found by its external ID",
            team([member("x", ext: "roster:default/1"), member("old", ext: "roster:default/2")]),
            users: [
                user("new", id: "1") { $0.previousEmails = [email("old")] }
            ],
            policy: deprovisioning(),
            plans: ["user.update new email=new"],
            finds: ["ambiguous-match old"]
        ),
        PlanCase(
            "the email is a secondary one now",
            team([member("x", ext: "roster:default/1") { $0.secondaryEmails = [email("old")] }]),
            users: [former("new", "old")],
            policy: deprovisioning(),
            plans: ["user.create new"],
            finds: ["ambiguous-match x"]
        ),
        PlanCase(
            "the record is released",
            team([member("b"), member("c", ext: "roster:default/1")]),
            users: [former("b", "c", lifecycle: .released)],
            policy: deprovisioning(),
            finds: ["ambiguous-match c"]
        ),
        PlanCase(
            "a tombstone keeps nobody",
            team([member("b"), member("c", ext: "roster:default/1")]),
            users: [former("b", "c", lifecycle: .absent)],
            policy: deprovisioning(),
            plans: ["user.suspend b", "user.suspend c"]
        ),
        PlanCase(
            "a tombstone of their own decides",
            team([member("b"), member("c")]),
            users: [former("b", "c"), user("c") { $0.lifecycle = .absent }],
            policy: deprovisioning(),
            plans: ["user.suspend c"]
        ),
        PlanCase(
            "who would not be deprovisioned is not spoken of",
            team([member("b"), member("c")]),
            users: [former("b", "c")],
            policy: deprovisioning()
        ),
    ])
    func members(_ row: PlanCase) { row.check() }

    @Test(arguments: [
        PlanCase(
            "a chain of records without IDs",
            team([], [liveGroup("B"), liveGroup("C"), liveGroup("D")]),
            groups: [
                wanted("A", previously: ["B"]), wanted("B", previously: ["C"]), wanted("C", previously: ["d"]),
            ],
            plans: ["group.create A"],
            finds: ["ambiguous-match D"]
        ),
        PlanCase(
            "the record was found by its ID",
            team([], [liveGroup("X", ext: "roster:default/1"), liveGroup("Old", ext: "roster:default/2")]),
            groups: [wanted("New", id: "1", previously: ["Old"])],
            plans: ["group.update New name=New"],
            finds: ["ambiguous-match Old"]
        ),
        PlanCase(
            "the group was renamed by hand and carries the name in its external ID",
            team([], [liveGroup("Renamed", ext: "roster:default/Sales")]),
            groups: [wanted("Selling", previously: ["Sales"])],
            plans: ["group.create Selling"],
            finds: ["ambiguous-match Renamed"]
        ),
        PlanCase(
            "a released record",
            team([], [liveGroup("A"), liveGroup("B")]),
            groups: [wanted("A", previously: ["B"]) { $0.lifecycle = .released }],
            plans: ["group.update A external_id=-"],
            finds: ["ambiguous-match B"]
        ),
        PlanCase(
            "a tombstone keeps nothing",
            team([], [liveGroup("A"), liveGroup("B")]),
            groups: [wanted("A", previously: ["B"]) { $0.lifecycle = .absent }],
            plans: ["group.delete A", "group.delete B"]
        ),
        PlanCase(
            "a tombstone of its own decides",
            team([], [liveGroup("A"), liveGroup("B")]),
            groups: [wanted("A", previously: ["B"]), wanted("B") { $0.lifecycle = .absent }],
            plans: ["group.delete B"]
        ),
    ])
    func groups(_ row: PlanCase) { row.check() }

    @Test func theFindingsSayWhyAndWhatToDo() {
        let members = team([member("b"), member("c") { $0.secondaryEmails = [email("d")] }])
        let kept = plan(members, users: [Self.former("b", "c"), Self.former("e", "f")], policy: Self.removing)
        #expect(
            kept.findings.first { $0.code == .ambiguousMatch }?.message
                == "member c@acme.com is not deprovisioned: the record b@acme.com names c@acme.com in previous_emails, but means member b@acme.com"
        )
        let secondary = plan(members, users: [user("b"), Self.former("e", "d")], policy: Self.removing)
        #expect(
            secondary.findings.first { $0.code == .ambiguousMatch }?.message
                == "member c@acme.com is not deprovisioned: the record e@acme.com names d@acme.com in previous_emails, which is only a secondary email of theirs"
        )
        let groups = plan(
            team([], [liveGroup("B"), liveGroup("C")]),
            groups: [wanted("B", previously: ["C"])]
        )
        #expect(
            groups.findings.map(\.message) == [
                "group C is not deleted: the record B names C in previous_names, but means group B"
            ]
        )
        let renamed = plan(
            team([], [liveGroup("Renamed", ext: "roster:default/Sales")]),
            groups: [wanted("Selling", previously: ["Sales"])]
        )
        #expect(
            renamed.findings.first?.message
                == "group Renamed is not deleted: the record Selling names Sales in previous_names, which is in its external ID and no longer its name"
        )
    }
}
