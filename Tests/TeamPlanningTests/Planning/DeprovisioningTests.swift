import Testing

@testable import TeamPlanning

/// Who has to go, and how (contract §2.6 and §3 rule 6).
struct DeprovisioningTests {
    private static let deleting = deprovisioning { $0.users.removeAction = .delete }

    private static func tombstone(_ name: String, id: String? = nil, wipes: Bool = false) -> DesiredUser {
        user(name, id: id) {
            $0.lifecycle = .absent
            $0.wipeData = wipes
        }
    }

    @Test(arguments: [
        PlanCase("off by default", team([member("ann", ext: "roster:default/1")])),
        PlanCase(
            "managed: who carries the marker",
            team([member("ann", ext: "roster:default/1"), member("bob"), member("cat", ext: "ad-3")]),
            policy: deprovisioning(),
            plans: ["user.suspend ann"]
        ),
        PlanCase(
            "all: everybody but foreign members",
            team([member("ann", ext: "roster:default/1"), member("bob"), member("cat", ext: "ad-3")]),
            policy: deprovisioning { $0.users.scope = .all },
            plans: ["user.suspend ann", "user.suspend bob"],
            finds: ["foreign-external-id cat", "protected admin"]
        ),
        PlanCase(
            "whom a manifest names stays, managed or released",
            team([member("ann", ext: "roster:default/1"), member("bob")]),
            users: [user("ann"), user("bob") { $0.lifecycle = .released }, user("admin")],
            policy: deprovisioning { $0.users.scope = .all }
        ),
        PlanCase(
            "removed members are gone already",
            team([
                member("ann", .removed(isRecoverable: true), ext: "roster:default/1"),
                member("bob", .removed(isRecoverable: false), ext: "roster:default/2"),
            ]),
            policy: deleting
        ),
        PlanCase(
            "remove_action delete",
            team([member("ann", ext: "roster:default/1"), member("bob", .suspended, ext: "roster:default/2")]),
            policy: deleting,
            plans: ["user.remove ann", "user.remove bob"]
        ),
        PlanCase(
            "remove_action disable, already suspended",
            team([member("ann", .suspended, ext: "roster:default/1")]),
            policy: deprovisioning()
        ),
        PlanCase(
            "an invited member cannot be suspended",
            team([member("ann", .invited, ext: "roster:default/1")]),
            policy: deprovisioning(),
            finds: ["impossible-transition ann"]
        ),
        PlanCase(
            "an invited member can be removed",
            team([member("ann", .invited, ext: "roster:default/1")]),
            policy: deleting,
            plans: ["user.remove ann"]
        ),
        PlanCase(
            "a status that this version does not know",
            team([member("ann", .unknown, ext: "roster:default/1")]),
            policy: deleting,
            finds: ["impossible-transition ann"]
        ),
        PlanCase(
            "disable switched off",
            team([member("ann", ext: "roster:default/1")]),
            policy: deprovisioning { $0.users.disable = false },
            finds: ["switched-off ann"]
        ),
    ])
    func scopesAndActions(_ row: PlanCase) { row.check() }

    @Test(arguments: [
        PlanCase(
            "a tombstone goes whatever the scope",
            team([member("ann"), member("bob", ext: "roster:default/2")]),
            users: [tombstone("ann"), user("bob")],
            policy: deprovisioning(),
            plans: ["user.suspend ann"]
        ),
        PlanCase(
            "a tombstone finds its member by external ID",
            team([member("old", ext: "roster:default/1")]),
            users: [tombstone("new", id: "1")],
            policy: deleting,
            plans: ["user.remove old"]
        ),
        PlanCase(
            "a tombstone takes one of ours by a previous email",
            team([member("maiden", ext: "roster:default/9")]),
            users: [
                user("married", id: "1") {
                    $0.lifecycle = .absent
                    $0.previousEmails = [email("maiden")]
                }
            ],
            policy: deleting,
            plans: ["user.remove maiden"]
        ),
        PlanCase(
            "a tombstone leaves whoever else has a previous email by now",
            team([member("info"), member("help", ext: "ad-2")]),
            users: [
                user("ann") {
                    $0.lifecycle = .absent
                    $0.previousEmails = [email("info"), email("help")]
                }
            ],
            policy: deleting
        ),
        PlanCase("a tombstone of somebody who is gone", users: [tombstone("ann")], policy: deleting),
        PlanCase(
            "a tombstone while the policy deprovisions nobody",
            team([member("ann")]),
            users: [tombstone("ann"), tombstone("bob")],
            finds: ["switched-off ann"]
        ),
        PlanCase(
            "a foreign tombstone",
            team([member("ann", ext: "ad-1")]),
            users: [tombstone("ann")],
            policy: deleting,
            finds: ["foreign-external-id ann"]
        ),
        PlanCase(
            "a tombstone is no member of any group",
            team([member("ann")], [liveGroup("Sales")]),
            users: [
                user("ann") {
                    $0.lifecycle = .absent
                    $0.groups = [Located("Sales", at: place)]
                }
            ],
            groups: [wanted("Sales", ["ann"])],
            policy: deprovisioning(),
            plans: ["user.suspend ann"],
            finds: ["unknown-member Sales"]
        ),
    ])
    func tombstones(_ row: PlanCase) { row.check() }

    @Test(arguments: [
        PlanCase(
            "a rule that no manifest has",
            team([member("ann", ext: "roster:old/1"), member("bob", ext: "roster:2")]),
            policy: deprovisioning(),
            finds: ["rule-deleted ann", "rule-deleted bob"]
        ),
        PlanCase(
            "deprovision_on_rule_deletion",
            team([member("ann", ext: "roster:old/1"), member("bob", ext: "roster:2")]),
            policy: deprovisioning { $0.users.deprovisionOnRuleDeletion = true },
            plans: ["user.suspend ann", "user.suspend bob"]
        ),
        PlanCase(
            "a tombstone speaks for itself",
            team([member("ann", ext: "roster:old/1")]),
            users: [tombstone("ann")],
            policy: deprovisioning(),
            plans: ["user.suspend ann"]
        ),
        PlanCase(
            "without marker there are no rules to miss",
            team([member("ann", ext: "old/1")]),
            policy: deprovisioning {
                $0.ownership.marker = ""
                $0.users.scope = .all
                $0.protect.users = []
            },
            plans: ["user.suspend ann"],
            finds: ["protected admin"]
        ),
    ])
    func ruleDeletion(_ row: PlanCase) { row.check() }

    /// A folder in which no Users manifest is left removes nobody.
    @Test func theDefaultRuleIsMissedToo() {
        let live = team([member("ann", ext: "roster:default/1")])
        let lost = plan(live, policy: deprovisioning()) { $0.rules = [] }
        #expect(lost.lines == [] && lost.notes == ["rule-deleted ann"])
        let meant = plan(live, policy: deprovisioning { $0.users.deprovisionOnRuleDeletion = true }) { $0.rules = [] }
        #expect(meant.lines == ["user.suspend ann"] && meant.notes == [])
    }

    @Test func aRuleThatExistsIsNotMissed() {
        let live = team([member("ann", ext: "roster:ldap/1")])
        let plan = plan(live, policy: deprovisioning()) { $0.rules.insert(RuleName(rawValue: "ldap")) }
        #expect(plan.lines == ["user.suspend ann"])
    }

    // MARK: delete_after_days

    @Test(
        arguments: [
            ("2026-10-21T00:00:00Z", 30, ["user.remove ann"]),
            ("2026-10-21T00:00:01Z", 30, []),
            ("2026-11-19T23:59:59Z", 0, ["user.remove ann"]),
            ("2026-11-20T00:00:01Z", 1, []),
            ("2027-01-01T00:00:00Z", 1, []),
            ("soon", 1, []),
            (nil, 1, []),
            ("2020-01-01T00:00:00Z", nil, []),
        ] as [(String?, Int?, [String])]
    )
    func deleteAfterDays(suspendedOn: String?, days: Int?, lines: [String]) {
        let ann = member("ann", .suspended, ext: "roster:default/1") { $0.suspendedOn = suspendedOn }
        let policy = deprovisioning { $0.users.deleteAfterDays = days }
        #expect(plan(team([ann]), policy: policy).lines == lines)
        #expect(plan(team([ann]), users: [user("ann", id: "1", .suspended)], policy: policy).lines == [])
    }

    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("1970-01-02T00:00:01Z", 86_401), ("2000-03-01T00:00:00Z", 951_868_800),
            ("2024-02-29T12:30:45Z", 1_709_209_845), ("2026-11-20T00:00:00Z", today), ("1969-12-31T23:59:59Z", -1),
            ("2026-13-01T00:00:00Z", nil), ("2026-11-20 00:00:00Z", nil), ("2026-11-20T00:00:00", nil),
            ("2026-11-20T24:00:00Z", nil), ("2O26-11-20T00:00:00Z", nil), ("", nil),
        ] as [(String, Int64?)]
    )
    func timestamps(text: String, seconds: Int64?) {
        #expect(Timestamp.seconds(text) == seconds)
    }

    // MARK: How

    @Test(arguments: [(RemoveAction.delete, "user.remove"), (.disable, "user.suspend")])
    func aMemberIsCalledByTheirPresentEmailAndTheReasonNamesTheRecord(action: RemoveAction, name: String) throws {
        let live = team([member("ann", ext: "roster:default/1"), member("maiden", ext: "roster:default/9")])
        let married = user("married") {
            $0.lifecycle = .absent
            $0.wipeData = true
            $0.previousEmails = [email("maiden")]
        }
        let records = [Self.tombstone("bob", id: "1"), married]
        let changes = plan(live, users: records, policy: deprovisioning { $0.users.removeAction = action }).changes
        #expect(changes.map(\.line) == ["\(name) ann", "\(name) maiden"])
        #expect(
            changes.map(\.reason) == [
                "the record bob@acme.com says absent; its external_id is this member's",
                "the record married@acme.com says absent; this member's email is one of its previous_emails",
            ]
        )
        #expect(changes.map(\.source) == [place, place])
        #expect(changes.last?.options == [Field("wipe_data", .flag(true))], "no second email is expected at apply")
    }

    @Test(arguments: [(false, false), (true, true)])
    func devicesAreWipedOnlyWhereTheRecordSaysSo(wipes: Bool, isIrreversible: Bool) throws {
        let live = team([member("ann")])
        let removal = try #require(
            plan(live, users: [Self.tombstone("ann", wipes: wipes)], policy: Self.deleting).changes.first
        )
        #expect(removal.options == [Field("wipe_data", .flag(wipes))])
        #expect(removal.isDestructive)
        #expect(removal.isIrreversible == isIrreversible)
        let suspension = try #require(
            plan(live, users: [Self.tombstone("ann", wipes: wipes)], policy: deprovisioning()).changes.first
        )
        #expect(suspension.operation == .suspendUser(MemberID("m:ann"), wipeData: wipes))
        #expect(suspension.options == [Field("wipe_data", .flag(wipes))])
        #expect(suspension.isDestructive)
        #expect(!suspension.isIrreversible)
    }

    @Test func aRemovalShowsTheWholeObjectAndItsOptions() throws {
        let ann = member("ann", ext: "roster:default/1", role: Roles.users) { $0.surname = "Archer" }
        let policy = deprovisioning {
            $0.users.removeAction = .delete
            $0.users.deleteOptions.permanentlyDeleteFiles = true
            $0.users.deleteOptions.transferDest = Located("Bob@acme.com", at: place)
            $0.users.deleteOptions.transferAdmin = Located(email("admin"), at: place)
        }
        let change = try #require(plan(team([ann, member("bob")]), policy: policy).changes.first)
        #expect(
            change.before == [
                Field("team_member_id", .text("m:ann")), Field("email", .text("ann@acme.com")),
                Field("given_name", .text("")), Field("surname", .text("Archer")), Field("status", .text("active")),
                Field("role", .text("user_management_admin")), Field("external_id", .text("roster:default/1")),
            ]
        )
        #expect(change.after == nil)
        #expect(
            change.options == [
                Field("wipe_data", .flag(false)), Field("permanently_delete_files", .flag(true)),
                Field("transfer_dest", .text("bob@acme.com")), Field("transfer_admin", .text("admin@acme.com")),
            ]
        )
        #expect(change.isIrreversible)
        #expect(change.reason == "no manifest names this member")
    }

    @Test(arguments: [
        PlanCase(
            "files go to somebody who is not an active member",
            team([member("ann", ext: "roster:default/1"), member("bob", .invited)]),
            policy: deprovisioning {
                $0.users.removeAction = .delete
                $0.users.deleteOptions.transferDest = Located(email("bob"), at: place)
                $0.users.deleteOptions.transferAdmin = Located(email("admin"), at: place)
            },
            finds: ["invalid-value ann", "unknown-member -"]
        ),
        PlanCase(
            "files cannot go to the member who is removed",
            team([member("ann", ext: "roster:default/1"), member("bob", ext: "roster:default/2")]),
            policy: deprovisioning {
                $0.users.removeAction = .delete
                $0.users.deleteOptions.transferDest = Located(email("ann"), at: place)
                $0.users.deleteOptions.transferAdmin = Located(email("admin"), at: place)
            },
            plans: ["user.remove bob"],
            finds: ["invalid-value ann"]
        ),
        PlanCase(
            "no account is kept of somebody who never joined",
            team([member("ann", .invited, ext: "roster:default/1"), member("bob", ext: "roster:default/2")]),
            policy: deprovisioning {
                $0.users.removeAction = .delete
                $0.users.deleteOptions.keepAccount = true
            },
            plans: ["user.remove bob"],
            finds: ["impossible-transition ann"]
        ),
        PlanCase(
            "no account is kept where devices are wiped",
            team([member("ann")]),
            users: [tombstone("ann", wipes: true)],
            policy: deprovisioning {
                $0.users.removeAction = .delete
                $0.users.deleteOptions.keepAccount = true
            },
            finds: ["impossible-transition ann"]
        ),
    ])
    func whatDropboxWouldRefuse(_ row: PlanCase) { row.check() }
}
