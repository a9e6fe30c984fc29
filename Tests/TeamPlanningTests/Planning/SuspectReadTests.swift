import Testing

@testable import TeamPlanning

/// A suspect read plans nothing destructive and is refused (contract §3 rule 1).
struct SuspectReadTests {
    private static let live = team(
        [member("ann", ext: "roster:default/1"), member("bob")],
        [liveGroup("Sales", ["bob"]), liveGroup("Old")]
    )

    private static func plan(_ live: LiveState) -> Plan {
        TeamPlanningTests.plan(
            live,
            users: [user("bob", .suspended) { $0.surname = "B" }, user("new")],
            groups: [wanted("Sales", ["new"])],
            policy: deprovisioning { $0.users.removeAction = .delete }
        )
    }

    @Test func aCompleteReadPlansAll() {
        let plan = Self.plan(Self.live)
        #expect(
            plan.lines == [
                "user.create new", "user.update bob surname=B", "group.members Sales +new -bob", "user.suspend bob",
                "user.remove ann", "group.delete Old",
            ]
        )
        #expect(plan.verdict(.completeRead)?.verdict == .pass)
    }

    @Test(arguments: ["the acting admin is missing", "the acting admin was removed", "too few members"])
    func aSuspectReadTakesNothingAway(_ name: String) throws {
        var live = Self.live
        switch name {
        case "the acting admin is missing": live.actingAdmin.id = MemberID("m:elsewhere")
        case "the acting admin was removed": live.members[0].status = .removed(isRecoverable: true)
        default: live.team.provisionedUsers = 4
        }
        let plan = Self.plan(live)
        #expect(plan.lines == ["user.create new", "user.update bob surname=B", "group.members Sales +new"])
        #expect(plan.verdict(.completeRead)?.verdict == .refuse)
        #expect(!plan.isApplicable)
    }

    @Test(arguments: [
        (95, 100, true), (94, 100, false), (100, 100, true), (120, 100, true), (19, 20, true), (18, 19, false),
        (1, 1, true), (1, 0, true),
    ])
    func fewerThan95Percent(read: Int, expected: Int, isComplete: Bool) {
        var live = team((1..<read).map { member("u\($0)") })
        live.members.append(member("gone", .removed(isRecoverable: true)))
        live.team.provisionedUsers = expected
        let problem = ReadProblem(in: live)
        #expect(problem == (isComplete ? nil : .fewerMembers(read: read, expected: expected)))
    }

    @Test func theMessageNamesTheMissingAdmin() {
        var live = Self.live
        live.actingAdmin = ActingAdmin(id: MemberID("m:0"), email: "root@acme.com")
        #expect(Self.plan(live).verdict(.completeRead)?.message.contains("root@acme.com") == true)
    }
}
