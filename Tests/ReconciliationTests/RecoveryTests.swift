import TeamPlanning
import TestSupport
import Testing

@testable import Reconciliation

/// Who is recovered comes back with old memberships; the same apply corrects them.
@Suite struct RecoveryTests {
    private let back = MemberID("back")
    private let recovery = Change("back@x.org", .recoverUser(MemberID("back")))

    /// A removed member who was in the groups `kept`, `left` and `free`.
    private func team(
        failing: @escaping @Sendable (TeamCall) throws(GatewayError) -> Void = { _ in }
    ) async -> InMemoryTeam {
        var live = LiveState.small()
        live.members.append(Member(id: back, email: "back@x.org", status: .removed(isRecoverable: true)))
        let names = ["free", "kept", "left"]
        live.groups = names.map { Group(id: GroupID($0), name: $0, memberCount: 0, members: []) }
        let team = InMemoryTeam(live) { call throws(GatewayError) in try failing(call) }
        await team.remember(Dictionary(uniqueKeysWithValues: names.map { (GroupID($0), .member) }), of: back)
        return team
    }

    private var plan: Plan {
        Plan.of(
            [
                recovery,
                .members(
                    "kept",
                    MembershipChange(group: .existing(GroupID("kept")), add: [.existing("back")]),
                    needs: ["user.recover:back@x.org"]
                ),
            ],
            returning: ReturningMembers(
                back,
                desired: [GroupID("kept")],
                exact: [GroupID("kept"), GroupID("left")]
            )
        )
    }

    @Test func onlyWantedMembershipsStay() async throws {
        let team = await team()
        let result = try await ApplyRig(team).apply(plan)
        #expect(result.outcomes.map(\.status) == [.applied, .applied])
        let groups = await team.liveState().groups
        #expect(groups.map(\.name) == ["free", "kept", "left"])
        #expect(groups.map(\.members.count) == [1, 1, 0])
        #expect(
            await team.calls == [
                .recoverUser(back), .groupsOf(back), .removeMembers(GroupID("left"), [back]),
            ]
        )
    }

    @Test(arguments: [
        TeamCall.groupsOf(MemberID("back")), TeamCall.removeMembers(GroupID("left"), [MemberID("back")]),
    ])
    func aCorrectionThatFailsIsTold(_ broken: TeamCall) async throws {
        let team = await team { call throws(GatewayError) in
            if call == broken { throw GatewayError(.outcomeUnknown, "no answer") }
        }
        let result = try await ApplyRig(team).apply(plan)
        #expect(result.outcomes.map(\.status) == [.failed, .skipped])
        #expect(
            result.outcomes[0].error
                == "the member was recovered, but correcting their old memberships failed: no answer; run apply again"
        )
        #expect(result.outcomes[0].requestID == "done")
    }

    @Test func whoIsNotRecoveredIsNotLookedUp() async throws {
        let team = await team { call throws(GatewayError) in
            if case .recoverUser = call { throw GatewayError(.rejected, "team_license_limit") }
        }
        let result = try await ApplyRig(team).apply(plan)
        #expect(result.outcomes[0].error == "team_license_limit")
        #expect(await team.calls.count == 1)
    }
}
