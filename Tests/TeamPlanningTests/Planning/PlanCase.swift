import Testing

@testable import TeamPlanning

/// A named row of a table: manifests and a live team, and what is planned and found.
struct PlanCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var live: LiveState
    var users: [DesiredUser]
    var groups: [DesiredGroup]
    var policy: Policy
    var lines: [String]
    var notes: [String]

    init(
        _ name: String,
        _ live: LiveState = team(),
        users: [DesiredUser] = [],
        groups: [DesiredGroup] = [],
        policy: Policy = Policy(),
        plans lines: [String] = [],
        finds notes: [String] = []
    ) {
        testDescription = name
        self.live = live
        self.users = users
        self.groups = groups
        self.policy = policy
        self.lines = lines
        self.notes = notes
    }

    var plan: Plan { TeamPlanningTests.plan(live, users: users, groups: groups, policy: policy) }

    func check(sourceLocation: Testing.SourceLocation = #_sourceLocation) {
        let plan = plan
        #expect(plan.lines == lines, sourceLocation: sourceLocation)
        #expect(plan.notes == notes, sourceLocation: sourceLocation)
    }
}
