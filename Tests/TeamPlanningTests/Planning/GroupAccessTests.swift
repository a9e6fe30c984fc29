import Testing

@testable import TeamPlanning

/// Owners of user-managed groups (contract §2.3 and §3 rule 7).
struct GroupAccessTests {
    private static let managing = policy { $0.groups.manageUserManaged = true }

    private static func club(_ members: [String] = [], owners: [String]?) -> DesiredGroup {
        wanted("Club", members) {
            $0.management = .userManaged
            $0.owners = owners.map(located)
        }
    }

    private static func live(_ members: [Member], _ access: [String] = [], owners: [String] = []) -> LiveState {
        team(members, [liveGroup("Club", access, owners: owners, management: .userManaged)])
    }

    @Test(arguments: [
        PlanCase(
            "owners are members too",
            live([member("ann"), member("bob")]),
            groups: [club(["bob"], owners: ["ann"])],
            policy: managing,
            plans: ["group.members Club +ann:owner +bob"]
        ),
        PlanCase(
            "access is set where it differs",
            live([member("ann"), member("bob"), member("cat")], ["ann"], owners: ["bob", "cat"]),
            groups: [club(["bob"], owners: ["ann", "cat"])],
            policy: managing,
            plans: ["group.members Club ~ann:owner ~bob"]
        ),
        PlanCase(
            "no owners named: access is not managed",
            live([member("ann")], owners: ["ann"]),
            groups: [club(["ann"], owners: nil)],
            policy: managing
        ),
        PlanCase(
            "an empty list of owners takes the access, not the membership",
            live([member("ann")], owners: ["ann"]),
            groups: [club(["ann"], owners: [])],
            policy: managing,
            plans: ["group.members Club ~ann"]
        ),
        PlanCase(
            "an owner who is dropped from an exact group is removed",
            live([member("ann")], owners: ["ann"]),
            groups: [club(owners: [])],
            policy: managing,
            plans: ["group.members Club -ann"]
        ),
        PlanCase(
            "who has not joined becomes a member, and an owner once they have",
            live([member("ann", .invited)]),
            users: [user("bob")],
            groups: [club(owners: ["ann", "bob"])],
            policy: managing,
            plans: ["user.create bob", "group.members Club +ann +bob"]
        ),
        PlanCase(
            "who is suspended stays what they are",
            live([member("ann", .suspended), member("bob", .suspended)], ["ann"], owners: ["bob"]),
            groups: [club(owners: ["ann", "bob"])],
            policy: managing
        ),
        PlanCase(
            "who is unsuspended or recovered becomes an owner in the same apply",
            live([member("ann", .suspended), member("bob", .removed(isRecoverable: true))], ["ann"]),
            users: [user("ann", .active), user("bob", .active)],
            groups: [club(owners: ["ann", "bob"])],
            policy: managing,
            plans: ["user.recover bob", "user.unsuspend ann", "group.members Club +bob:owner ~ann:owner"]
        ),
        PlanCase(
            "who is suspended by the plan becomes an owner before",
            live([member("ann")]),
            users: [user("ann", .suspended)],
            groups: [club(owners: ["ann"])],
            policy: managing,
            plans: ["group.members Club +ann:owner", "user.suspend ann"]
        ),
    ])
    func access(_ row: PlanCase) { row.check() }

    @Test func ownershipWaitsForTheUnsuspension() throws {
        let plan = plan(
            Self.live([member("ann", .suspended)], ["ann"]),
            users: [user("ann", .active)],
            groups: [Self.club(owners: ["ann"])],
            policy: Self.managing
        )
        let change = try #require(plan.change("group.members Club ~ann:owner"))
        #expect(change.dependsOn == [ChangeID("user.unsuspend:ann@acme.com")])
        #expect(!change.isDestructive)
        #expect(plan.summary.memberships.setAccess == 1)
    }

    @Test func whatHasToBeReadBeyondTheLists() {
        var manifests = Manifests()
        manifests.groups = [Self.club(owners: []), wanted("Sales", ["ann"])]
        manifests.groups[0].previousNames = ["Old club"]
        let needs = LiveReadNeeds(manifests)
        #expect(!needs.roles)
        let names = ["club", "OLD CLUB", "Sales"].filter { needs.access(of: liveGroup($0, ext: .some(nil)).group) }
        #expect(names == ["club", "OLD CLUB"])
        #expect(needs.access(of: liveGroup("Anything", ext: "roster:default/Club").group))
        #expect(!needs.access(of: liveGroup("Anything", ext: "roster:default/Sales").group))
        manifests.users = [user("ann") { $0.role = Located("team_admin", at: place) }]
        #expect(LiveReadNeeds(manifests).roles)
    }
}
