import Testing

@testable import TeamPlanning

/// Who is who: external ID, then email, then previous emails (contract §3 rule 2 and §3.1).
struct UserMatchingTests {
    @Test func aTombstoneTakesItsMemberThoughSomebodyElseIsToHaveTheEmail() {
        let plan = plan(
            team([member("ann", ext: "roster:default/1")]),
            users: [user("ann", id: "2"), user("bob", id: "1") { $0.lifecycle = .absent }],
            policy: deprovisioning()
        )
        #expect(plan.lines == ["user.suspend ann"])
        #expect(plan.notes == ["value-taken ann"])
    }

    @Test(arguments: [
        PlanCase(
            "the external ID wins over the email, which is brought up to date",
            team([member("old", ext: "roster:default/1")]),
            users: [user("new", id: "1")],
            plans: ["user.update new email=new"]
        ),
        PlanCase(
            "the external ID matches in its written form alone",
            team([member("old", ext: "1")]),
            users: [user("new", id: "1")],
            plans: ["user.create new"]
        ),
        PlanCase(
            "the email matches whatever its letter case",
            team([member("Ann@Acme.com")]),
            users: [user("ann@acme.com") { $0.givenName = "Ann" }],
            plans: ["user.update ann given_name=Ann"]
        ),
        PlanCase(
            "a previous email matches when neither ID nor email does",
            team([member("maiden")]),
            users: [user("married", id: "1") { $0.previousEmails = ["MAIDEN@acme.com"] }],
            plans: ["user.update married email=married external_id=roster:default/1"]
        ),
        PlanCase(
            "a previous email is not looked at when the email matches",
            team([member("married"), member("maiden")]),
            users: [user("married") { $0.previousEmails = [email("maiden")] }]
        ),
        PlanCase(
            "a previous email that another record has now is theirs",
            team([member("info")]),
            users: [user("ann") { $0.previousEmails = [email("info")] }, user("info")],
            plans: ["user.create ann"]
        ),
        PlanCase(
            "an email held by a member whom another record claims is a chain",
            team([member("ann", ext: "roster:default/1")]),
            users: [user("ann", id: "2"), user("eve", id: "1")],
            plans: ["user.update eve email=eve", "user.create ann"]
        ),
        PlanCase(
            "previous emails are looked at when the email's holder is claimed by another record",
            team([member("ann", ext: "roster:default/1"), member("anna")]),
            users: [user("ann") { $0.previousEmails = [email("anna")] }, user("eve", id: "1")],
            plans: ["user.update eve email=eve", "user.update ann email=ann"]
        ),
        PlanCase(
            "a live member goes before a removed one",
            team([member("gone", .removed(isRecoverable: true), ext: "roster:default/2"), member("ann")]),
            users: [user("ann", id: "1") { $0.previousEmails = [email("gone")] }],
            plans: ["user.update ann external_id=roster:default/1"]
        ),
        PlanCase(
            "a removed member who can be recovered matches by external ID",
            team([member("old", .removed(isRecoverable: true), ext: "roster:default/1")]),
            users: [user("new", id: "1")],
            plans: ["user.recover new", "user.update new email=new"]
        ),
        PlanCase(
            "a removed member who cannot be recovered matches nobody",
            team([member("ann", .removed(isRecoverable: false), ext: "roster:default/1")]),
            users: [user("ann", id: "1")],
            plans: ["user.create ann"]
        ),
    ])
    func matches(_ row: PlanCase) { row.check() }

    @Test(arguments: [
        PlanCase(
            "a secondary email never matches silently",
            team([member("ann") { $0.secondaryEmails = [email("Annie")] }]),
            users: [user("annie")],
            finds: ["secondary-email-match annie"]
        ),
        PlanCase(
            "external ID and email that point at two members",
            team([member("ann", ext: "roster:default/1"), member("bob")]),
            users: [user("bob", id: "1")],
            finds: ["crossed-match bob"]
        ),
        PlanCase(
            "external ID of a live member, email of a removed one",
            team([member("ann", ext: "roster:default/1"), member("bob", .removed(isRecoverable: true))]),
            users: [user("bob", id: "1")],
            finds: ["crossed-match bob"]
        ),
        PlanCase(
            "two records on one member",
            team([member("ann")]),
            users: [
                user("eve") { $0.previousEmails = [email("ann")] }, user("eva") { $0.previousEmails = [email("ann")] },
            ],
            finds: ["ambiguous-match eva", "ambiguous-match eve"]
        ),
        PlanCase(
            "previous emails of two members",
            team([member("ann"), member("anna")]),
            users: [user("eve") { $0.previousEmails = [email("ann"), email("anna")] }],
            finds: ["ambiguous-match eve"]
        ),
        PlanCase(
            "an external ID of more than 64 characters",
            team([member("ann")]),
            users: [user("ann", id: String(repeating: "x", count: 50))],
            finds: ["external-id-too-long ann"]
        ),
        PlanCase(
            "a released record that only its external ID would find",
            team([member("ann", ext: "roster:default/1")]),
            users: [user("eve", id: "1") { $0.lifecycle = .released }],
            finds: ["released-not-found eve"]
        ),
        PlanCase(
            "a released record that only a previous email would find",
            team([member("ann", ext: "roster:default/1")]),
            users: [
                user("eve") {
                    $0.lifecycle = .released
                    $0.previousEmails = [email("ann")]
                }
            ],
            finds: ["released-not-found eve"]
        ),
        PlanCase(
            "a tombstone whose email went on to another person of ours",
            team([member("ann", ext: "roster:default/2")]),
            users: [user("ann", id: "1") { $0.lifecycle = .absent }],
            policy: deprovisioning(),
            finds: ["crossed-match ann"]
        ),
        PlanCase(
            "a released record whose external ID another member carries",
            team([member("ann", ext: "roster:default/1"), member("bob")]),
            users: [user("bob", id: "1") { $0.lifecycle = .released }],
            finds: ["crossed-match bob"]
        ),
        PlanCase(
            "a record of the member who carries a released record's external ID",
            team([member("ann", ext: "roster:default/1"), member("bob")]),
            users: [user("ann"), user("bob", id: "1") { $0.lifecycle = .released }],
            finds: ["ambiguous-match ann", "crossed-match bob"]
        ),
        PlanCase(
            "a tombstone's external ID and another record's email on one member",
            team([member("ann", ext: "roster:default/1")]),
            users: [user("ann"), user("bob", id: "1") { $0.lifecycle = .absent }],
            policy: deprovisioning(),
            finds: ["ambiguous-match ann", "ambiguous-match bob"]
        ),
        PlanCase(
            "a tombstone's external ID and a released record's email on one member",
            team([member("ann", ext: "roster:default/1")]),
            users: [
                user("ann") { $0.lifecycle = .released }, user("bob", id: "1") { $0.lifecycle = .absent },
            ],
            policy: deprovisioning(),
            finds: ["ambiguous-match ann", "ambiguous-match bob"]
        ),
    ])
    func leavesAlone(_ row: PlanCase) {
        row.check()
        var wide = row
        wide.policy = deprovisioning {
            $0.users.scope = .all
            $0.users.removeAction = .delete
            $0.protect.users = [email("admin")]
        }
        let removed = wide.plan.changes.filter { $0.isDestructive }.map(\.line)
        #expect(removed == [], "nobody whom a refused record may mean is deprovisioned")
    }

    @Test(arguments: [nil, "ad-1", "roster:default/1", "roster:directory/1"] as [String?])
    func aTombstoneTakesItsOwnPersonByEmail(live externalID: String?) {
        let plan = plan(
            team([member("ann", ext: externalID)]),
            users: [user("ann", id: "1") { $0.lifecycle = .absent }],
            policy: deprovisioning { $0.ownership.takeOver = true }
        )
        #expect(plan.notes == (externalID == "ad-1" ? ["foreign-external-id ann"] : []))
        #expect(plan.lines == (externalID == "ad-1" ? [] : ["user.suspend ann"]))
    }

    @Test func aTombstoneTakesTheHolderOfAnEmailThatGoesToAMemberWithAnIDOfTheirOwn() {
        let elsewhere = SourceLocation(file: "manifests/team.json", line: 2, column: 1)
        var ann = DesiredUser(email: Located(email("ann"), at: elsewhere), location: elsewhere)
        ann.externalID = Located("2", at: elsewhere)
        let plan = plan(
            team([member("ann", ext: "roster:default/1"), member("bob", ext: "roster:default/2")]),
            users: [ann, user("gone", id: "1") { $0.lifecycle = .absent }],
            policy: deprovisioning { $0.users.removeAction = .delete }
        )
        #expect(plan.lines == ["user.remove ann"])
        #expect(plan.notes == ["value-taken ann"])
        #expect(plan.changes.first?.operation.target == "m:ann")
        #expect(plan.summary.users.unchanged == 1, "bob keeps their email, and it is not bob who is removed")
    }

    @Test func anExternalIDOfExactly64CharactersIsWritten() {
        let id = String(repeating: "x", count: 64 - "roster:default/".count)
        let plan = plan(team([member("ann")]), users: [user("ann", id: id)])
        #expect(plan.lines == ["user.update ann external_id=roster:default/\(id)"])
        #expect(plan.notes == [])
    }

    @Test func aRefusedRecordBlocksNobodyElse() {
        let live = team([member("ann", ext: "roster:default/1"), member("bob"), member("eve")])
        let plan = plan(live, users: [user("bob", id: "1"), user("eve") { $0.surname = "E" }, user("joe")])
        #expect(plan.lines == ["user.create joe", "user.update eve surname=E"])
        #expect(plan.notes == ["crossed-match bob"])
    }

    @Test func withoutMarkerTheRawIDIsWrittenAndRead() {
        let live = team([member("old", ext: "1"), member("bob")])
        let plan = plan(
            live,
            users: [user("new", id: "1"), user("bob", id: "2")],
            policy: policy { $0.ownership.marker = "" }
        )
        #expect(plan.lines == ["user.update bob external_id=2", "user.update new email=new"])
    }
}
