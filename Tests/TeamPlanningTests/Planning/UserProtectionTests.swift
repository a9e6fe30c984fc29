import Testing

@testable import TeamPlanning

/// The acting admin, the last team admin and whoever the policy names are never suspended, removed or demoted
/// (contract §2.6 and §3.1).
struct UserProtectionTests {
    private static func demoted(_ name: String) -> DesiredUser {
        user(name) { $0.role = Located("member_only", at: place) }
    }

    private static func protecting(_ patterns: String...) -> Policy { policy { $0.protect.users = patterns } }

    @Test(arguments: [
        PlanCase("the acting admin is not suspended", users: [user("admin", .suspended)], finds: ["protected admin"]),
        PlanCase("the acting admin is not demoted", users: [demoted("admin")], finds: ["protected admin"]),
        PlanCase(
            "the acting admin is not removed",
            users: [user("admin") { $0.lifecycle = .absent }],
            policy: deprovisioning { $0.users.removeAction = .delete },
            finds: ["protected admin"]
        ),
        PlanCase(
            "the acting admin is otherwise like everybody",
            users: [user("admin", id: "1") { $0.surname = "A" }],
            groups: [wanted("Sales", ["admin"])],
            plans: [
                "user.update admin surname=A external_id=roster:default/1", "group.create Sales",
                "group.members Sales +admin",
            ]
        ),
        PlanCase(
            "a protected member is not suspended",
            team([member("ann")]),
            users: [user("ann", .suspended)],
            policy: protecting("ANN@acme.com"),
            finds: ["protected ann"]
        ),
        PlanCase(
            "a protected member is not demoted, but may be promoted",
            team([member("ann", role: Roles.users), member("abe")]),
            users: [demoted("ann"), user("abe") { $0.role = Located("team_admin", at: place) }],
            policy: protecting("a*@acme.com"),
            plans: ["user.set_role abe role=team_admin"],
            finds: ["protected ann"]
        ),
        PlanCase(
            "a protected member is not deprovisioned",
            team([member("ann", ext: "roster:default/1"), member("bob", ext: "roster:default/2")]),
            policy: deprovisioning { $0.protect.users = ["ann*"] },
            plans: ["user.suspend bob"],
            finds: ["protected ann"]
        ),
        PlanCase(
            "protection goes by secondary emails too",
            team([member("ann") { $0.secondaryEmails = ["boss@acme.com"] }]),
            users: [user("ann", .suspended)],
            policy: protecting("boss@*"),
            finds: ["protected ann"]
        ),
        PlanCase(
            "the email of the record protects from suspension and demotion as the live one does",
            team([member("old", ext: "roster:default/1", role: Roles.users)]),
            users: [user("new", id: "1", .suspended) { $0.role = Located("member_only", at: place) }],
            policy: protecting("new@*"),
            plans: ["user.update new email=new"],
            finds: ["protected new", "protected new"]
        ),
        PlanCase(
            "the email of a tombstone protects from removal",
            team([member("old", ext: "roster:default/1")]),
            users: [user("new", id: "1") { $0.lifecycle = .absent }],
            policy: deprovisioning {
                $0.users.removeAction = .delete
                $0.protect.users = ["new@*"]
            },
            finds: ["protected old"]
        ),
        PlanCase(
            "memberships of a protected member follow the manifests",
            team([member("ann")], [liveGroup("Sales", ["ann"])]),
            users: [user("ann")],
            groups: [wanted("Sales", [])],
            policy: protecting("*"),
            plans: ["group.members Sales -ann"]
        ),
    ])
    func protects(_ row: PlanCase) { row.check() }

    @Test(arguments: [
        ("old@*", "old", "the policy protects \"old@*\""),
        ("old@*", "new", "the policy protects \"old@*\", which the live email old@acme.com matches"),
        ("NEW@acme.com", "new", "the policy protects \"NEW@acme.com\", which the record's email new@acme.com matches"),
    ])
    func saysWhichEmailThePatternMatches(_ pattern: String, _ name: String, _ reason: String) {
        let plan = plan(
            team([member("old", ext: "roster:default/1")]),
            users: [user(name, id: "1", .suspended)],
            policy: Self.protecting(pattern)
        )
        #expect(plan.findings.map(\.message) == ["user \(name)@acme.com should be suspended, but \(reason)"])
    }

    /// A team whose acting admin manages users only, so that others may be its last team admins.
    private static func teamOf(_ admins: [Member]) -> LiveState {
        var live = team(admins)
        live.members[0].roles = [Roles.users.id]
        return live
    }

    @Test(arguments: [
        PlanCase(
            "the last team admin is not suspended",
            teamOf([member("ann", role: Roles.admin)]),
            users: [user("ann", .suspended)],
            finds: ["protected ann"]
        ),
        PlanCase(
            "the last team admin is not demoted",
            teamOf([member("ann", role: Roles.admin)]),
            users: [demoted("ann")],
            finds: ["protected ann"]
        ),
        PlanCase(
            "the last team admin is not removed",
            teamOf([member("ann", ext: "roster:default/1", role: Roles.admin)]),
            policy: deprovisioning { $0.users.removeAction = .delete },
            finds: ["protected ann"]
        ),
        PlanCase(
            "one of two may go",
            teamOf([member("ann", role: Roles.admin), member("bob", role: Roles.admin)]),
            users: [user("ann", .suspended)],
            plans: ["user.suspend ann"]
        ),
        PlanCase(
            "both of two stay, however they were to go",
            teamOf([member("ann", role: Roles.admin), member("bob", role: Roles.admin)]),
            users: [user("ann", .suspended), demoted("bob")],
            finds: ["protected ann", "protected bob"]
        ),
        PlanCase(
            "suspended and invited team admins do not count",
            teamOf([
                member("ann", role: Roles.admin), member("bob", .suspended, role: Roles.admin),
                member("cat", .invited, role: Roles.admin),
            ]),
            users: [demoted("ann")],
            finds: ["protected ann"]
        ),
        PlanCase(
            "a new team admin counts from the next apply on",
            teamOf([member("ann", role: Roles.admin), member("bob")]),
            users: [demoted("ann"), user("bob") { $0.role = Located("team_admin", at: place) }],
            plans: ["user.set_role bob role=team_admin"],
            finds: ["protected ann"]
        ),
    ])
    func protectsTheLastTeamAdmin(_ row: PlanCase) { row.check() }

    @Test func aLastTeamAdminWhoStaysKeepsTheirGroups() {
        let live = Self.teamOf([member("ann", ext: "roster:default/1", role: Roles.admin)])
        var group = liveGroup("Sales").group
        group.members = [Membership(member: 1, access: .member)]
        var team = live
        team.groups = [group]
        let plan = plan(
            team,
            groups: [wanted("Sales", ["ann"])],
            policy: deprovisioning { $0.users.removeAction = .delete }
        )
        #expect(plan.lines == [])
        #expect(plan.notes == ["protected ann"])
    }

    @Test(arguments: [
        ("ann@acme.com", "ANN@ACME.COM", true), ("ann@acme.com", "joann@acme.com", false), ("*", "", true),
        ("*@acme.com", "ann@acme.com", true), ("*@acme.com", "ann@acme.com.evil", false), ("a*n@*", "aXnn@b", true),
        ("a*n@*", "an@", true), ("a**b", "ab", true), ("", "", true), ("", "a", false), ("*ann", "annann", true),
        ("ä*", "Ärzte", true), ("a*b*c", "a-c-b", false),
    ])
    func patterns(pattern: String, name: String, matches: Bool) {
        #expect(NamePattern(pattern).matches(name) == matches)
    }
}
