import Testing

@testable import Reporting
@testable import TeamPlanning

/// An account or group that was made again is another one, whatever its email or name.
@Suite("Approvals are for these very members and groups")
struct ApprovalIdentityTests {
    private static func report(_ changes: [Change]) -> PlanReport {
        PlanReport(Fixture.plan(changes), rosterVersion: "1", createdAt: "")
    }

    private static func differences(_ now: [Change], _ approved: [Change]) throws -> [[ApprovalCheck.Difference]] {
        let approved = try PlanReport(json: report(approved).encoded())
        return ApprovalCheck.uncovered(now: report(now), approved: approved).map(\.differences)
    }

    static let actions = Action.allCases.filter { ![.userCreate, .groupCreate].contains($0) }

    @Test("Another ID is never covered, the same is", arguments: actions)
    func otherID(action: Action) throws {
        func change(_ target: String) -> Change { Fixture.change(action, "x", target: target) }
        #expect(try Self.differences([change("1")], [change("2")]) == [[.otherObject]])
        #expect(try Self.differences([change("1")], [change("1")]) == [])
    }

    @Test(
        "An approval without the ID covers nothing that exists, unless the same approval creates it",
        arguments: actions
    )
    func unknownID(action: Action) {
        let now = Self.report([Fixture.change(action, "x", target: "1")])
        var approved = now
        approved.changes[0].targetID = nil
        #expect(ApprovalCheck.uncovered(now: now, approved: approved).map(\.differences) == [[.otherObject]])
        let creation = action.concernsUser ? Fixture.creation("x") : Fixture.change(.groupCreate, "x")
        approved.changes += Self.report([creation]).changes
        #expect(ApprovalCheck.uncovered(now: now, approved: approved).isEmpty)
    }

    @Test("What is gone since it was approved has to be approved again")
    func goneSince() {
        var now = Self.report([Fixture.change(.groupMembers, "x")])
        let approved = now
        now.changes[0].targetID = nil
        #expect(ApprovalCheck.uncovered(now: now, approved: approved).map(\.differences) == [[.otherObject]])
    }

    private static func members(_ id: String?) -> Change {
        let member = id.map { MemberReference.existing(MemberID($0)) } ?? .created(by: ChangeID("user.create:a"))
        return Fixture.change(
            .groupMembers,
            "G",
            members: MembershipChange(
                group: .existing(GroupID("g:1")),
                add: [MemberAccess(member: member, email: "a", access: .member)]
            )
        )
    }

    static let memberCases: [(name: String, now: String?, approved: String?, createsUser: Bool, isCovered: Bool)] = [
        ("the same person", "1", "1", false, true), ("another person of that email", "1", "2", false, false),
        ("created since, as approved", "1", nil, true, true),
        ("somebody the approval did not know", "1", nil, false, false),
        ("gone since, to be created", nil, "1", true, false), ("still to be created", nil, nil, true, true),
    ]

    @Test("A membership is approved for one person", arguments: memberCases.indices)
    func membership(index: Int) throws {
        let (name, now, approved, createsUser, isCovered) = Self.memberCases[index]
        let creation = createsUser ? [Fixture.creation("a")] : []
        let differences = try Self.differences([Self.members(now)], [Self.members(approved)] + creation)
        let person = PlanReport.Membership(email: "a", access: .member, teamMemberID: now)
        #expect(differences == (isCovered ? [] : [[.memberships([person])]]), "\(name)")
    }
}
