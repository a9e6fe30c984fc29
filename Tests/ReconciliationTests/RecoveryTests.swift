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
        (TeamCall.groupsOf(MemberID("back")), "reading their old memberships failed: no answer; run apply again"),
        (
            .removeMembers(GroupID("left"), [MemberID("back")]),
            "but their old memberships are not corrected: no answer; run apply again"
        ),
    ])
    func aCorrectionThatFailsIsTold(_ broken: TeamCall, _ end: String) async throws {
        let team = await team { call throws(GatewayError) in
            if call == broken { throw GatewayError(.outcomeUnknown, "no answer") }
        }
        let result = try await ApplyRig(team).apply(plan)
        #expect(result.outcomes.map(\.status) == [.failed, .skipped])
        #expect(result.outcomes[0].error?.hasPrefix("the member was recovered, ") == true)
        #expect(result.outcomes[0].error?.hasSuffix(end) == true)
        #expect(result.outcomes[0].requestID == "done")
    }

    @Test func everyCallOfARecoveryIsJournaled() async throws {
        let rig = ApplyRig(await team())
        _ = try await rig.apply(plan)
        let subject =
            #""change":"user.recover:back@x.org","event":"call_finished","#
        let lines = await rig.journal.lines.filter { $0.contains(subject) }
        try #require(lines.count == 2)
        #expect(lines[0].contains(#""call":"recover""#) && lines[0].contains(#""members":["back"]"#))
        #expect(lines[1].contains(#""call":"remove""#) && lines[1].contains(#""group":"left""#))
    }

    @Test func aStopBetweenItsCallsIsTold() async throws {
        let (stop, signal) = AsyncStream.makeStream(of: Void.self)
        let stopped = Barrier(2)
        var live = LiveState.small()
        live.members.append(Member(id: back, email: "back@x.org", status: .removed(isRecoverable: true)))
        live.groups = [Group(id: GroupID("left"), name: "left", memberCount: 0, members: [])]
        let team = InMemoryTeam(live) { call throws(GatewayError) in
            guard case .groupsOf = call else { return }
            signal.yield()
            await stopped.arrive()
        }
        await team.remember([GroupID("left"): .member], of: back)
        let rig = ApplyRig(team, onStop: { await stopped.arrive() })
        let result = try await rig.apply(plan, stop: stop)
        #expect(result.outcomes.map(\.status) == [.failed, .skipped])
        #expect(
            result.outcomes[0].error
                == "the member was recovered, but their old memberships are not corrected: the apply was stopped"
        )
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
