import Testing

@testable import TeamPlanning

/// The order of an apply (contract §3 rules 8 and 10).
struct StageOrderTests {
    /// One change of every stage but the two that free something early.
    private static let live = team(
        [
            member("gone", .removed(isRecoverable: true)), member("sleeper", .suspended), member("ann", .active),
            member("leaver", ext: "roster:default/8"),
            member("out", .suspended, ext: "roster:default/9") {
                $0.suspendedOn = "2026-01-01T00:00:00Z"
            },
        ],
        [liveGroup("Help"), liveGroup("Sales", ["ann"]), liveGroup("Old")]
    )

    private static let users = [
        user("new"), user("gone", .active), user("sleeper", .active),
        user("ann") {
            $0.surname = "A"
            $0.role = Located("team_admin", at: place)
        },
    ]

    private static let groups = [wanted("Help", ["ann"], previously: []), wanted("Sales", []), wanted("Team", ["new"])]

    private static func policy(_ change: (inout Policy) -> Void = { _ in }) -> Policy {
        deprovisioning {
            $0.users.deleteAfterDays = 30
            change(&$0)
        }
    }

    @Test func everyStageInItsPlace() {
        let plan = plan(Self.live, users: Self.users, groups: Self.groups, policy: Self.policy())
        #expect(
            plan.lines == [
                "user.create new", "user.recover gone", "user.unsuspend sleeper",
                "user.update ann surname=A", "user.set_role ann role=team_admin",
                "group.create Team",
                "group.members Help +ann", "group.members Team +new",
                "group.members Sales -ann",
                "user.suspend leaver",
                "user.remove out",
                "group.delete Old",
            ]
        )
        #expect(
            plan.changes.map(\.stage) == [
                .admit, .admit, .admit, .updateUsers, .updateUsers, .updateGroups, .addMembers, .addMembers,
                .removeMembers, .suspend, .removeUsers, .deleteGroups,
            ]
        )
    }

    @Test func seatsAreFreedFirstOnlyWhenNeeded() {
        var live = Self.live
        // Five seats are used; two people come, one goes.
        for (seats, first) in [(7, "user.create new"), (6, "user.remove out"), (5, "user.remove out")] {
            live.team.licensedSeats = seats
            let plan = plan(live, users: Self.users, groups: Self.groups, policy: Self.policy())
            #expect(plan.lines.first == first, "\(seats) seats")
            #expect(plan.changes.count { $0.stage == .freeLicences } == (seats < 7 ? 1 : 0), "\(seats) seats")
        }
    }

    /// Otherwise an invitation could buy a seat when the removal fails.
    @Test(arguments: [(7, 0), (6, 1), (5, 1)])
    func whoNeedsAFreedSeatWaitsForIt(_ seats: Int, _ waiting: Int) {
        var live = Self.live
        live.team.licensedSeats = seats
        let plan = plan(live, users: Self.users, groups: Self.groups, policy: Self.policy())
        let removals = Set(plan.changes.filter { $0.action == .userRemove }.map(\.id))
        let waiters = plan.changes.filter { !removals.isDisjoint(with: $0.dependsOn) }
        #expect(waiters.count == waiting)
        #expect(waiters.allSatisfy { $0.action == .userCreate || $0.action == .userRecover })
    }

    @Test func seatsAreNotFreedFirstForNobody() {
        var live = Self.live
        live.team.licensedSeats = 3
        let plan = plan(live, users: [user("sleeper", .active)], policy: Self.policy())
        #expect(plan.changes.allSatisfy { $0.stage != .freeLicences })
    }

    @Test func insideAStageByActionThenByName() {
        let plan = plan(team(), users: [user("Zoe"), user("adam"), user("Bob")], groups: [wanted("b"), wanted("A")])
        #expect(
            plan.lines == [
                "user.create adam", "user.create Bob", "user.create Zoe", "group.create A", "group.create b",
            ]
        )
    }

    @Test func stagesAreInTheOrderOfTheContract() {
        #expect(
            Stage.allCases.sorted() == [
                .freeLicences, .admit, .updateUsers, .freeNames, .updateGroups, .addMembers, .removeMembers, .suspend,
                .removeUsers, .deleteGroups,
            ]
        )
    }
}
