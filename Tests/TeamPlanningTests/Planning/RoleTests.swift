import Testing

@testable import TeamPlanning

/// Roles are set by role ID, named by key or display name (contract §2.2 and §3 rule 5).
struct RoleTests {
    private static func wants(_ role: String, _ name: String = "ann", _ status: DesiredStatus? = nil) -> DesiredUser {
        user(name, status) { $0.role = Located(role, at: place) }
    }

    @Test(arguments: [
        PlanCase(
            "a role's key",
            team([member("ann")]),
            users: [wants("team_admin")],
            plans: ["user.set_role ann role=team_admin"]
        ),
        PlanCase(
            "a role's display name, in any letter case",
            team([member("ann")]),
            users: [wants("user MANAGEMENT admin")],
            plans: ["user.set_role ann role=user_management_admin"]
        ),
        PlanCase(
            "a role of the team's own",
            team([member("ann")]),
            users: [wants("Billing admin")],
            plans: ["user.set_role ann role=Billing admin"]
        ),
        PlanCase(
            "member_only takes the role away",
            team([member("ann", role: Roles.users)]),
            users: [wants("member_only")],
            plans: ["user.set_role ann role=member_only"]
        ),
        PlanCase("as desired", team([member("ann", role: Roles.users)]), users: [wants("user_management_admin")]),
        PlanCase("nobody in particular", team([member("ann")]), users: [wants("member_only")]),
        PlanCase("not managed", team([member("ann", role: Roles.users)]), users: [user("ann")]),
        PlanCase(
            "a role that the team does not have",
            team([member("ann")]),
            users: [wants("support_admin")],
            finds: ["unknown-role ann"]
        ),
        PlanCase(
            "a role that the team does not have, for somebody new: invited without",
            users: [wants("support_admin")],
            plans: ["user.create ann"],
            finds: ["unknown-role ann"]
        ),
        PlanCase(
            "a suspended member's role cannot be set",
            team([member("ann", .suspended)]),
            users: [wants("team_admin")],
            finds: ["impossible-transition ann"]
        ),
        PlanCase(
            "a suspended member who is unsuspended gets the role after that",
            team([member("ann", .suspended)]),
            users: [wants("team_admin", "ann", .active)],
            plans: ["user.unsuspend ann", "user.set_role ann role=team_admin"]
        ),
        PlanCase(
            "a role and a suspension: the role first",
            team([member("ann")]),
            users: [wants("user_management_admin", "ann", .suspended)],
            plans: ["user.set_role ann role=user_management_admin", "user.suspend ann"]
        ),
    ])
    func sets(_ row: PlanCase) { row.check() }

    @Test func theOperationCarriesTheRoleID() {
        let plan = plan(
            team([member("ann"), member("bob", role: Roles.users)]),
            users: [Self.wants("Billing admin"), Self.wants("Member only", "bob")]
        )
        #expect(
            plan.changes.map(\.operation) == [
                .setRole(MemberID("m:ann"), Roles.billing.id), .setRole(MemberID("m:bob"), nil),
            ]
        )
    }

    @Test func aRoleWaitsForTheRecovery() throws {
        let plan = plan(team([member("ann", .removed(isRecoverable: true))]), users: [Self.wants("team_admin")])
        let role = try #require(plan.change("user.set_role ann role=team_admin"))
        #expect(role.dependsOn == [ChangeID("user.recover:ann@acme.com")])
    }

    @Test(
        arguments: [
            (nil, Roles.admin.id, false), (Roles.users.id, nil, true), (Roles.admin.id, nil, true),
            (Roles.admin.id, Roles.users.id, true), (Roles.users.id, Roles.admin.id, false),
            (Roles.users.id, Roles.users.id, false), (nil, nil, false),
        ] as [(RoleID?, RoleID?, Bool)]
    )
    func demotion(old: RoleID?, new: RoleID?, isDemotion: Bool) {
        #expect(RoleTable(Roles.all).isDemotion(from: old, to: new) == isDemotion)
    }
}
