import Testing

@testable import TeamPlanning

/// Attributes: only what is desired is compared, one update a user (contract §2.2 and §3 rule 5).
struct ProfileTests {
    private static let live = member("ann", ext: "roster:default/1") {
        $0.givenName = "Ann"
        $0.surname = "Archer"
        $0.persistentID = "p-1"
        $0.isDirectoryRestricted = true
    }

    @Test(arguments: [
        PlanCase("nothing desired, nothing compared", team([live]), users: [user("ann")]),
        PlanCase(
            "all as desired",
            team([live]),
            users: [
                user("ANN@acme.com", id: "1", .active) {
                    $0.givenName = "Ann"
                    $0.surname = "Archer"
                    $0.persistentID = "p-1"
                    $0.isDirectoryRestricted = true
                }
            ]
        ),
        PlanCase(
            "every attribute in one update",
            team([live]),
            users: [
                user("anna", id: "1") {
                    $0.givenName = "Anna"
                    $0.surname = ""
                    $0.persistentID = "p-2"
                    $0.isDirectoryRestricted = false
                }
            ],
            plans: [
                "user.update anna email=anna given_name=Anna surname= is_directory_restricted=false persistent_id=p-2"
            ]
        ),
        PlanCase(
            "canonically equal names are equal",
            team([member("zoe") { $0.givenName = "Zoe\u{308}" }]),
            users: [user("zoe") { $0.givenName = "Zo\u{EB}" }]
        ),
        PlanCase(
            "letter case counts in names",
            team([live]),
            users: [user("ann") { $0.givenName = "ANN" }],
            plans: ["user.update ann given_name=ANN"]
        ),
        PlanCase(
            "a member of whom Dropbox does not say is not restricted",
            team([member("bob")]),
            users: [user("bob") { $0.isDirectoryRestricted = false }]
        ),
    ])
    func compares(_ row: PlanCase) { row.check() }

    @Test func anUpdateSaysWhatWasAndWhatWillBe() throws {
        let plan = plan(team([Self.live]), users: [user("anna", id: "1") { $0.surname = "Bow" }])
        let change = try #require(plan.changes.first)
        #expect(change.before == [Field("email", .text("ann@acme.com")), Field("surname", .text("Archer"))])
        #expect(change.after == [Field("email", .text("anna@acme.com")), Field("surname", .text("Bow"))])
        #expect(change.resource == .user("anna@acme.com"))
        #expect(change.reason == "email, surname differ from the manifest")
        #expect(!change.isDestructive && !change.isIrreversible)
        #expect(change.source == place)
        var update = ProfileUpdate()
        update.email = "anna@acme.com"
        update.surname = "Bow"
        #expect(change.operation == .updateUser(MemberID("m:ann"), update))
    }

    @Test func anAdoptionSaysSo() {
        let plan = plan(team([member("ann")]), users: [user("ann", id: "1")])
        #expect(
            plan.changes.map(\.reason) == [
                "external_id differs from the manifest; the member becomes ours by the external ID"
            ]
        )
    }

    @Test func aCreationShowsTheWholeObject() throws {
        let plan = plan(
            team(),
            users: [
                user("ann", id: "1") {
                    $0.givenName = "Ann"
                    $0.surname = "Archer"
                    $0.role = Located("Billing admin", at: place)
                    $0.persistentID = "p"
                    $0.isDirectoryRestricted = false
                }
            ]
        )
        let change = try #require(plan.changes.first)
        #expect(plan.lines == ["user.create ann"], "a role at creation belongs to user.create")
        #expect(change.before == nil)
        #expect(
            change.after == [
                Field("email", .text("ann@acme.com")), Field("given_name", .text("Ann")),
                Field("surname", .text("Archer")), Field("role", .text("Billing admin")),
                Field("external_id", .text("roster:default/1")), Field("persistent_id", .text("p")),
                Field("is_directory_restricted", .flag(false)),
            ]
        )
    }
}
