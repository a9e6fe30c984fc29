import Testing

@testable import TeamPlanning

/// The counts of a plan (contract §4).
struct PlanSummaryTests {
    @Test func everyActionIsCounted() {
        let live = team(
            [
                member("ann", .suspended), member("bob"), member("cat", .removed(isRecoverable: true)), member("dan"),
                member("eve", ext: "roster:default/5"), member("fay"), member("same"),
            ],
            [liveGroup("Sales", ["bob", "same"]), liveGroup("Help", ["same"]), liveGroup("Old"), liveGroup("Same")]
        )
        let plan = plan(
            live,
            users: [
                user("ann", .active), user("bob") { $0.surname = "B" }, user("cat", .active),
                user("dan") { $0.role = Located("team_admin", at: place) }, user("fay", .suspended), user("new"),
                user("same"),
            ],
            groups: [
                wanted("Sales", ["new", "same"]), wanted("Helpdesk", ["same"], previously: ["Help"]), wanted("New"),
                wanted("Same"),
            ],
            policy: deprovisioning { $0.users.removeAction = .delete }
        )
        var users = PlanSummary.UserCounts()
        users.create = 1
        users.recover = 1
        users.update = 1
        users.setRole = 1
        users.suspend = 1
        users.unsuspend = 1
        users.remove = 1
        users.unchanged = 1
        #expect(plan.summary.users == users)
        var groups = PlanSummary.GroupCounts()
        groups.create = 1
        groups.update = 1
        groups.delete = 1
        groups.unchanged = 1
        #expect(plan.summary.groups == groups)
        var memberships = PlanSummary.MembershipCounts()
        memberships.add = 1
        memberships.remove = 1
        memberships.unchanged = 2
        #expect(plan.summary.memberships == memberships)
    }

    @Test func nothingToDo() {
        let plan = plan(
            team([member("ann")], [liveGroup("Sales", ["ann"])]),
            users: [user("ann")],
            groups: [wanted("Sales", ["ann"])]
        )
        #expect(plan.changes.isEmpty)
        #expect(plan.summary.users.unchanged == 1)
        #expect(plan.summary.groups.unchanged == 1)
        #expect(plan.summary.memberships.unchanged == 1)
    }

    @Test func whatIsNotInTheTeamIsNotUnchanged() {
        let plan = plan(
            team([member("cat", .removed(isRecoverable: true))]),
            users: [user("ann"), user("bob") { $0.lifecycle = .absent }, user("cat", .suspended)],
            groups: [wanted("Sales"), wanted("Old") { $0.lifecycle = .absent }],
            policy: policy {
                $0.users.create = false
                $0.groups.create = false
            }
        )
        #expect(plan.changes.isEmpty)
        #expect(plan.summary == PlanSummary())
    }

    @Test func whatIsLeftAloneIsNotUnchanged() {
        let live = team([member("ann") { $0.secondaryEmails = [email("annie")] }])
        #expect(plan(live, users: [user("annie")]).summary.users.unchanged == 0)
    }
}
