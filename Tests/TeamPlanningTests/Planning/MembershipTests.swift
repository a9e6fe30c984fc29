import Testing

@testable import TeamPlanning

/// Memberships from both sides, exact and additive (contract §2.3, §3 rule 7 and §3.1).
struct MembershipTests {
    private static func belongs(_ name: String, to groups: String...) -> DesiredUser {
        user(name) { $0.groups = groups.map { Located($0, at: place) } }
    }

    private static let people = [member("ann"), member("bob"), member("cat")]

    @Test(arguments: [
        PlanCase(
            "exact: the manifest overwrites",
            team(people, [liveGroup("Sales", ["ann", "bob"])]),
            groups: [wanted("Sales", ["bob", "cat"])],
            plans: ["group.members Sales +cat -ann"]
        ),
        PlanCase(
            "additive: nobody is removed",
            team(people, [liveGroup("Sales", ["ann", "bob"])]),
            groups: [wanted("Sales", ["bob", "cat"]) { $0.membership = .additive }],
            plans: ["group.members Sales +cat"]
        ),
        PlanCase(
            "an empty list empties the group",
            team(people, [liveGroup("Sales", ["ann"])]),
            groups: [wanted("Sales", [])],
            plans: ["group.members Sales -ann"]
        ),
        PlanCase(
            "the union of the group's and the users' side, each person once",
            team(people, [liveGroup("Sales")]),
            users: [belongs("ann", to: "sales"), belongs("bob", to: "Sales", "SALES")],
            groups: [wanted("Sales", ["Ann@Acme.com", "cat"])],
            plans: ["group.members Sales +ann +bob +cat"]
        ),
        PlanCase(
            "users name groups by ID too",
            team(people, [liveGroup("Sales", ext: "roster:default/7")]),
            users: [belongs("ann", to: "7")],
            groups: [wanted("Sales", id: "7")],
            plans: ["group.members Sales +ann"]
        ),
        PlanCase(
            "users name groups in any letter case, with white space around the name",
            team(people, [liveGroup("Straße")]),
            users: [belongs("ann", to: "STRASSE "), belongs("bob", to: "\u{A0}strasse")],
            groups: [wanted("Straße")],
            plans: ["group.members Straße +ann +bob"]
        ),
        PlanCase(
            "a name goes before another group's ID",
            team(people, [liveGroup("A", ext: "roster:default/B"), liveGroup("B", ext: "roster:default/2")]),
            users: [belongs("ann", to: "B")],
            groups: [wanted("A", id: "B"), wanted("B", id: "2")],
            plans: ["group.members B +ann"]
        ),
        PlanCase(
            "members by reference ID, in any letter case",
            team(people, [liveGroup("Sales")]),
            users: [user("ann") { $0.referenceID = "CN=Ann,DC=acme" }],
            groups: [wanted("Sales") { $0.members = [Located("cn=ann,dc=ACME", at: place)] }],
            plans: ["group.members Sales +ann"]
        ),
        PlanCase(
            "an email goes before somebody else's reference ID",
            team(people, [liveGroup("Sales")]),
            users: [user("ann"), user("bob") { $0.referenceID = email("ann") }],
            groups: [wanted("Sales", ["ann"])],
            plans: ["group.members Sales +ann"]
        ),
        PlanCase(
            "a live member whom no manifest declares",
            team(people, [liveGroup("Sales")]),
            groups: [wanted("Sales", ["ann"])],
            plans: ["group.members Sales +ann"]
        ),
        PlanCase(
            "a secondary email neither adds its member nor removes them",
            team(
                [member("ann") { $0.secondaryEmails = [email("annie")] }, member("bob")],
                [liveGroup("Help"), liveGroup("Sales", ["ann", "bob"])]
            ),
            groups: [wanted("Help", ["Annie"]), wanted("Sales", ["annie"])],
            plans: ["group.members Sales -bob"],
            finds: ["unknown-member Help", "unknown-member Sales"]
        ),
        PlanCase(
            "nobody speaks of members: memberships are not managed",
            team(people, [liveGroup("Sales", ["ann"])]),
            users: [user("ann")],
            groups: [wanted("Sales")]
        ),
        PlanCase(
            "a group that nobody names loses whose own record says where they belong, and nobody else",
            team(people, [liveGroup("Sales", ["ann", "bob", "cat"]), liveGroup("Help", ["ann"])]),
            users: [belongs("ann", to: "Help"), user("bob")],
            groups: [wanted("Sales"), wanted("Help")],
            plans: ["group.members Sales -ann"]
        ),
        PlanCase(
            "one user's naming speaks for the whole group",
            team(people, [liveGroup("Sales", ["ann", "bob", "cat"])]),
            users: [belongs("ann", to: "Sales"), user("bob")],
            groups: [wanted("Sales")],
            plans: ["group.members Sales -bob -cat"]
        ),
        PlanCase(
            "a new group with its members, new and old",
            team([member("ann"), member("bob", .removed(isRecoverable: true))]),
            users: [user("bob"), user("new")],
            groups: [wanted("Sales", ["ann", "bob", "new"])],
            plans: ["user.create new", "user.recover bob", "group.create Sales", "group.members Sales +ann +bob +new"]
        ),
        PlanCase(
            "a recovered member by the email that they keep",
            team([member("old", .removed(isRecoverable: true), ext: "roster:default/1")], [liveGroup("Sales")]),
            users: [user("new", id: "1")],
            groups: [wanted("Sales", ["old"])],
            policy: policy { $0.users.update = false },
            plans: ["user.recover new", "group.members Sales +new"],
            finds: ["switched-off new"]
        ),
        PlanCase(
            "emails as desired, members as they are",
            team([member("old", ext: "roster:default/1")], [liveGroup("Sales"), liveGroup("Help", ["old"])]),
            users: [user("new", id: "1")],
            groups: [wanted("Sales", ["new"]), wanted("Help", ["new"])],
            plans: ["user.update new email=new", "group.members Sales +new"]
        ),
    ])
    func differences(_ row: PlanCase) { row.check() }

    @Test(arguments: [
        PlanCase(
            "neither the manifests nor the team know them",
            team([member("ann", .removed(isRecoverable: true))], [liveGroup("Sales")]),
            groups: [wanted("Sales", ["admin", "ann", "zoe"])],
            plans: ["group.members Sales +admin"],
            finds: ["unknown-member Sales", "unknown-member Sales"]
        ),
        PlanCase(
            "a secondary email is not an email of the team",
            team([member("ann") { $0.secondaryEmails = [email("annie")] }], [liveGroup("Sales")]),
            groups: [wanted("Sales", ["annie"])],
            finds: ["unknown-member Sales"]
        ),
        PlanCase(
            "a user names a group that no manifest has, however many do",
            team(people, [liveGroup("Live", ext: .some(nil))]),
            users: [belongs("ann", to: "Live"), belongs("bob", to: "LIVE")],
            finds: ["unknown-group Live"]
        ),
        PlanCase(
            "somebody whom the plan removes is not added first",
            team([member("ann", ext: "roster:default/1")], [liveGroup("Sales")]),
            groups: [wanted("Sales", ["ann"])],
            policy: deprovisioning { $0.users.removeAction = .delete },
            plans: ["user.remove ann"],
            finds: ["unknown-member Sales"]
        ),
        PlanCase(
            "somebody whose email the plan changes is named by the new one",
            team([member("old", ext: "roster:default/1")], [liveGroup("Sales")]),
            users: [user("new", id: "1")],
            groups: [wanted("Sales", ["old"])],
            plans: ["user.update new email=new"],
            finds: ["unknown-member Sales"]
        ),
        PlanCase(
            "a user who is not created is not added",
            team([], [liveGroup("Sales")]),
            users: [user("ann")],
            groups: [wanted("Sales", ["ann"])],
            policy: policy { $0.users.create = false },
            finds: ["switched-off ann"]
        ),
    ])
    func whoIsNotAdded(_ row: PlanCase) { row.check() }

    @Test(arguments: [
        PlanCase(
            "a released member is not removed, and can be named",
            team(people, [liveGroup("Sales", ["ann"]), liveGroup("Help")]),
            users: [user("ann") { $0.lifecycle = .released }],
            groups: [wanted("Sales", []), wanted("Help", ["ann"])],
            plans: ["group.members Help +ann"]
        ),
        PlanCase(
            "a member whom a refused record may mean is not removed",
            team(
                [member("ann", ext: "roster:default/1"), member("bob"), member("cat")],
                [liveGroup("Sales", ["ann", "bob", "cat"])]
            ),
            users: [user("bob", id: "1")],
            groups: [wanted("Sales", [])],
            plans: ["group.members Sales -cat"],
            finds: ["crossed-match bob"]
        ),
        PlanCase(
            "removing somebody from the team implies their memberships",
            team([member("ann", ext: "roster:default/1"), member("bob")], [liveGroup("Sales", ["ann", "bob"])]),
            groups: [wanted("Sales", [])],
            policy: deprovisioning { $0.users.removeAction = .delete },
            plans: ["group.members Sales -bob", "user.remove ann"]
        ),
        PlanCase(
            "somebody suspended by deprovisioning leaves exact groups",
            team(
                [member("ann", ext: "roster:default/1")],
                [liveGroup("Sales", ["ann"]), liveGroup("Help", ["ann"])]
            ),
            groups: [wanted("Sales", []), wanted("Help", []) { $0.membership = .additive }],
            policy: deprovisioning(),
            plans: ["group.members Sales -ann", "user.suspend ann"]
        ),
        PlanCase(
            "somebody suspended by the manifest stays",
            team([member("ann")], [liveGroup("Sales", ["ann"])]),
            users: [user("ann", .suspended)],
            groups: [wanted("Sales", ["ann"])],
            plans: ["user.suspend ann"]
        ),
        PlanCase(
            "a tombstone that does nothing neither brings nor takes memberships of groups that name its person",
            team(
                people,
                [liveGroup("Sales", ["ann", "cat"]), liveGroup("Help", ["bob"]), liveGroup("Club", ["ann"])]
            ),
            users: [
                user("ann") {
                    $0.lifecycle = .absent
                    $0.referenceID = "cn=ann"
                }, user("bob"),
            ],
            groups: [
                wanted("Sales", ["ann", "bob"]),
                wanted("Help") { $0.members = [Located("cn=ann", at: place)] }, wanted("Club", []),
            ],
            plans: ["group.members Sales +bob -cat", "group.members Club -ann", "group.members Help -bob"],
            finds: ["switched-off ann", "unknown-member Help", "unknown-member Sales"]
        ),
        PlanCase(
            "a tombstone whose person is suspended leaves its groups",
            team(people, [liveGroup("Sales", ["ann", "bob"])]),
            users: [user("ann") { $0.lifecycle = .absent }],
            groups: [wanted("Sales", ["ann", "bob"])],
            policy: deprovisioning(),
            plans: ["group.members Sales -ann", "user.suspend ann"],
            finds: ["unknown-member Sales"]
        ),
        PlanCase(
            "a group that is left alone keeps its members",
            team(people, [liveGroup("Club", ["ann"], management: .userManaged), liveGroup("Gone", ["ann"])]),
            groups: [wanted("Club", []), wanted("Gone", []) { $0.lifecycle = .released }],
            plans: ["group.update Gone external_id=-"],
            finds: ["user-managed-group Club"]
        ),
    ])
    func whoIsNotRemoved(_ row: PlanCase) { row.check() }

    @Test func oneChangeAGroupWithEmailsInOrder() throws {
        let live = team(
            [member("Bob"), member("ann"), member("cat"), member("Dan")],
            [liveGroup("Sales", ["Bob", "ann"])]
        )
        let plan = plan(live, groups: [wanted("Sales", ["Dan", "cat"])])
        let change = try #require(plan.changes.first)
        guard case .changeMembers(let members) = change.operation else {
            Issue.record("not a change of members")
            return
        }
        #expect(plan.changes.count == 1)
        #expect(members.group == .existing(GroupID("g:Sales")))
        #expect(members.add.map(\.email) == ["cat@acme.com", "Dan@acme.com"])
        #expect(members.remove.map(\.email) == ["ann@acme.com", "Bob@acme.com"])
        #expect(members.remove.map(\.access) == [nil, nil])
        #expect(change.isDestructive && !change.isIrreversible)
        #expect(plan.summary.memberships.add == 2)
        #expect(plan.summary.memberships.remove == 2)
    }

    @Test(arguments: [
        (live: [String](), wanted: ["bob", "cat"], before: 0, after: 2),
        (live: ["bob", "cat"], wanted: ["bob"], before: 2, after: 1),
        (live: ["ann", "bob"], wanted: ["bob", "cat"], before: 2, after: 2),
    ])
    func theSizeOfAGroupCountsWhoLeavesTheTeam(live: [String], wanted names: [String], before: Int, after: Int) throws {
        var policy = Policy()
        policy.users.deprovision = true
        policy.users.removeAction = .delete
        let team = team(
            [member("ann", ext: "roster:default/1"), member("bob"), member("cat")],
            [liveGroup("Sales", live)]
        )
        let plan = plan(team, groups: [wanted("Sales", names)], policy: policy)
        let change = try #require(plan.changes.first { $0.action == .groupMembers })
        #expect(plan.changes.contains { $0.action == .userRemove })
        #expect(change.memberCount == MemberCount(before: before, after: after))
    }

    @Test func addingOnlyIsNotDestructive() throws {
        let plan = plan(team([member("ann")], [liveGroup("Sales")]), groups: [wanted("Sales", ["ann"])])
        #expect(plan.changes.map(\.isDestructive) == [false])
    }

    @Test func aMembershipWaitsForThePersonAndTheGroup() throws {
        let live = team([member("bob", .removed(isRecoverable: true))])
        let plan = plan(live, users: [user("ann"), user("bob")], groups: [wanted("Sales", ["ann", "bob"])])
        let change = try #require(plan.change("group.members Sales +ann +bob"))
        #expect(
            change.dependsOn.map(\.rawValue) == [
                "group.create:Sales", "user.create:ann@acme.com", "user.recover:bob@acme.com",
            ]
        )
        guard case .changeMembers(let members) = change.operation else { return }
        #expect(members.group == .created(by: ChangeID("group.create:Sales")))
        #expect(
            members.add.map(\.member) == [
                .created(by: ChangeID("user.create:ann@acme.com")), .existing(MemberID("m:bob")),
            ]
        )
    }

    @Test func oldMembershipsOfARecoveredMemberAreTakenBackWhereTheManifestsOverwrite() {
        let live = team(
            [member("bob", .removed(isRecoverable: true))],
            [liveGroup("In"), liveGroup("Out"), liveGroup("More"), liveGroup("Free"), liveGroup("Other", ext: "ad-1")]
        )
        let plan = plan(
            live,
            users: [user("bob")],
            groups: [
                wanted("In", ["bob"]), wanted("Out", []), wanted("More", []) { $0.membership = .additive },
                wanted("Free", []) { $0.lifecycle = .released },
            ]
        )
        let leaves = ["In", "Out", "More", "Free", "Other"].filter {
            plan.returningMembers.mustLeave(MemberID("m:bob"), GroupID("g:\($0)"))
        }
        #expect(leaves == ["Out"])
        #expect(!plan.returningMembers.mustLeave(MemberID("m:admin"), GroupID("g:Out")))
    }

    /// Which memberships come back is not known before: the plan says at least that they may be taken away.
    @Test(arguments: [(MembershipMode.exact, true), (.additive, false)])
    func aRecoveryTellsThatOldMembershipsAreTakenAway(membership: MembershipMode, tells: Bool) throws {
        let live = team([member("bob", .removed(isRecoverable: true))], [liveGroup("Sales")])
        let plan = plan(live, users: [user("bob")], groups: [wanted("Sales", []) { $0.membership = membership }])
        let recovery = try #require(plan.changes.first { $0.action == .userRecover })
        #expect(recovery.reason.contains("are not in the manifests are taken away") == tells)
    }

    /// A group of whose members no record speaks keeps those whose own record says nothing of groups.
    @Test func aRecoveredMemberStaysInAGroupThatNobodySpeaksOf() {
        let live = team(
            ["bob", "cat"].map { member($0, .removed(isRecoverable: true)) } + [member("ann")],
            [liveGroup("Sales"), liveGroup("Help", ["ann"])]
        )
        let users = [user("bob"), Self.belongs("cat", to: "Help"), Self.belongs("ann", to: "Help")]
        let plan = plan(live, users: users, groups: [wanted("Sales"), wanted("Help")])
        let leavers = ["bob", "cat"].filter { plan.returningMembers.mustLeave(MemberID("m:\($0)"), GroupID("g:Sales")) }
        #expect(leavers == ["cat"])
    }

    @Test(arguments: [(1_000, [String]()), (1_001, ["large-group Sales"])])
    func aGroupBeyondDropboxsDocumentedSizeIsWarnedOf(size: Int, notes: [String]) {
        let names = (0..<size).map { "p\($0)" }
        let live = team(names.map { member($0) }, [liveGroup("Sales", Array(names.dropLast()))])
        let plan = plan(live, groups: [wanted("Sales", names)])
        #expect(plan.notes == notes)
        #expect(plan.lines.count == 1)
    }
}
