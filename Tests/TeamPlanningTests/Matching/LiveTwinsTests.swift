import Testing

@testable import TeamPlanning

/// A listing that gives one email or external ID to two contradicts itself: nothing is taken from either.
struct LiveTwinsTests {
    private static func twin(_ id: String, of name: String, ext externalID: String? = nil) -> Member {
        member(id, ext: externalID) { $0.email = email(name) }
    }

    private static let ours = (one: "roster:default/1", two: "roster:default/2", nine: "roster:default/9")

    /// A policy under which whatever no record keeps is gone.
    private static let wide = deprovisioning {
        $0.users.scope = .all
        $0.users.removeAction = .delete
        $0.groups.scope = .all
    }

    static let rows = [
        PlanCase(
            "one email and one external ID",
            team([twin("z", of: "ann", ext: ours.one), twin("a", of: "ANN", ext: ours.one)]),
            users: [user("ann", id: "1")],
            finds: ["ambiguous-match ANN", "ambiguous-match ANN", "ambiguous-match ann"]
        ),
        PlanCase(
            "one email, with a record of either by external ID",
            team([twin("z", of: "ann", ext: ours.one), twin("a", of: "ann", ext: ours.two)]),
            users: [user("ann", id: "1"), user("bob", id: "2")],
            finds: ["ambiguous-match ann", "ambiguous-match ann", "ambiguous-match bob"]
        ),
        PlanCase(
            "one external ID, with a record of either by email",
            team([member("ann", ext: ours.one), member("bob", ext: ours.one)]),
            users: [user("ann"), user("bob")],
            finds: ["ambiguous-match ann", "ambiguous-match ann", "ambiguous-match bob"]
        ),
        PlanCase(
            "one external ID, with a record of one by a previous email",
            team([member("ann", ext: ours.one), member("bob", ext: ours.one)]),
            users: [user("eve", id: "1"), user("new") { $0.previousEmails = [email("bob")] }],
            finds: ["ambiguous-match ann", "ambiguous-match eve", "ambiguous-match new"]
        ),
        PlanCase(
            "three of one email, without a record",
            team([twin("z", of: "ann"), twin("a", of: "ann"), twin("b", of: "ann", ext: ours.nine)]),
            finds: ["ambiguous-match ann"]
        ),
        PlanCase(
            "a tombstone",
            team([twin("z", of: "ann", ext: ours.one), twin("a", of: "ann")]),
            users: [user("ann", id: "1") { $0.lifecycle = .absent }],
            finds: ["ambiguous-match ann", "ambiguous-match ann"]
        ),
        PlanCase(
            "a released record",
            team([twin("z", of: "ann", ext: ours.one), twin("a", of: "ann")]),
            users: [user("ann") { $0.lifecycle = .released }],
            finds: ["ambiguous-match ann", "ambiguous-match ann"]
        ),
        PlanCase(
            "a group whose members have one email, by their record and without one",
            team(
                [twin("z", of: "ann"), twin("a", of: "ann"), twin("y", of: "bob"), twin("b", of: "bob")],
                [liveGroup("A", ["m:z", "m:b"], ext: "roster:default/A")]
            ),
            users: [user("ann")],
            groups: [wanted("A", ["ann", "bob"])],
            finds: ["ambiguous-match ann", "ambiguous-match ann", "ambiguous-match bob", "unknown-member A"]
        ),
        PlanCase(
            "groups of one external ID",
            team([], [liveGroup("A", ext: ours.one), liveGroup("B", ext: ours.one)]),
            groups: [wanted("C", id: "1")],
            finds: ["ambiguous-match A", "ambiguous-match C"]
        ),
        PlanCase(
            "groups of one external ID, with records by name and by a previous name",
            team([], [liveGroup("A", ext: ours.one), liveGroup("B", ext: ours.one)]),
            groups: [wanted("A", id: "7"), wanted("C", id: "8", previously: ["B"])],
            finds: ["ambiguous-match A", "ambiguous-match A", "ambiguous-match C"]
        ),
        PlanCase(
            "groups of one external ID without a record",
            team([], [liveGroup("A", ext: ours.nine), liveGroup("B", ext: ours.nine)]),
            finds: ["ambiguous-match A"]
        ),
    ]

    @Test(arguments: rows)
    func nothingIsTakenFromThem(_ row: PlanCase) {
        var row = row
        row.users.append(user("admin"))
        row.policy = Self.wide
        row.check()
    }

    @Test(arguments: rows)
    func theOrderOfTheListingDoesNotMatter(_ row: PlanCase) {
        var row = row
        row.users.append(user("admin"))
        row.policy = Self.wide
        var reversed = row
        let count = row.live.members.count
        reversed.live.members.reverse()
        reversed.live.groups.reverse()
        for group in reversed.live.groups.indices {
            reversed.live.groups[group].members = reversed.live.groups[group].members.map {
                Membership(member: count - 1 - $0.member, access: $0.access)
            }
        }
        #expect(reversed.plan.findings == row.plan.findings)
        #expect(reversed.plan.changes == row.plan.changes)
    }

    @Test func theFindingsNameThem() throws {
        let plan = try #require(Self.rows.first).plan
        #expect(
            plan.findings.map(\.message) == [
                "user ann@acme.com is left alone: the team has 2 members with the email ANN@acme.com (m:a, m:z)",
                "the team has 2 members with the email ANN@acme.com (m:a, m:z), which Dropbox does not allow: nothing is taken from them",
                "the team has 2 members with the external ID \"roster:default/1\" (m:a, m:z), which Dropbox does not allow: nothing is taken from them",
            ]
        )
    }

    @Test func nobodyReceivesFilesByAnEmailOfTwo() {
        let live = team([Self.twin("z", of: "ann"), Self.twin("a", of: "ann"), member("bob", ext: Self.ours.one)])
        let policy = deprovisioning {
            $0.users.removeAction = .delete
            $0.users.deleteOptions.transferDest = Located(email("ann"), at: place)
        }
        let plan = plan(live, policy: policy)
        #expect(plan.lines == [])
        #expect(plan.notes == ["ambiguous-match ann", "invalid-value bob", "unknown-member -"])
    }
}
