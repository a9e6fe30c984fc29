import DropboxProvider
import DropboxSimulator
import TeamPlanning
import Testing

@testable import SimulatedTeamSupport
@testable import TestSupport

/// Without faults no write call is made that its effects do not need.
@Suite struct WriteMinimumTests {
    @Test(arguments: FaultRuns.scenarios)
    func everyApplyMakesAsFewCallsAsItCan(_ scenario: Scenario) async throws {
        try await SimulatedTeam.running(scenario.teamSeed) { team in
            let chunk = DropboxTeamGateway(client: team.client).maximumMembersPerCall
            for round in 1...4 {
                let plan = try await scenario.plan(reading: team.client)
                guard plan.canBeApplied, !plan.changes.isEmpty else { break }
                let before = await team.store.calls().count
                _ = try await scenario.apply(plan, to: team)
                let calls = await team.store.calls().dropFirst(before).filter { WriteCalls.isWrite($0.route) }
                let made = WriteCalls(made: calls)
                let needed = WriteCalls(for: calls.flatMap(\.effects), chunk: chunk)
                let excess = made.excess(over: needed).filter { $1 < 0 || $1 > Self.leave(plan, calls)[$0] ?? 0 }
                #expect(excess == [:], "\(scenario.testDescription), apply \(round)")
                #expect(calls.allSatisfy { !$0.effects.isEmpty }, "\(scenario.testDescription), apply \(round)")
            }
        }
    }

    /// How many more calls a plan may need because of its order: who waits for a change of others is invited later, and who
    /// is recovered leaves their old groups at once.
    private static func leave(_ plan: Plan, _ calls: [RecordedCall]) -> [String: Int] {
        let recovered = Set(
            plan.changes.compactMap { change -> String? in
                guard case .recoverUser(let member) = change.operation else { return nil }
                return member.rawValue
            }
        )
        let left = calls.flatMap(\.effects).count { effect in
            guard case .left(_, let member) = effect else { return false }
            return recovered.contains(member)
        }
        let late = plan.changes.count { $0.action == .userCreate && !$0.dependsOn.isEmpty }
        return ["team/groups/members/remove": left, "team/members/add_v2": late]
    }
}

/// How many calls of each route there are.
private struct WriteCalls: Equatable {
    private var counts: [String: Int] = [:]

    /// Those that were made.
    init(made calls: [RecordedCall]) {
        for call in calls { counts[call.route, default: 0] += 1 }
    }

    /// The fewest that bring these effects about: people twenty at a time, memberships by group and direction in chunks,
    /// everything else by itself.
    init(for effects: [RecordedCall.Effect], chunk: Int) {
        var invited = 0
        var joined: [String: Int] = [:]
        var left: [String: Int] = [:]
        for effect in effects {
            switch effect {
            case .invited: invited += 1
            case .joined(let group, _): joined[group, default: 0] += 1
            case .left(let group, _): left[group, default: 0] += 1
            case .welcomed: break
            default: counts[Self.route(of: effect), default: 0] += 1
            }
        }
        add("team/members/add_v2", [invited], by: 20)
        add("team/groups/members/add", Array(joined.values), by: chunk)
        add("team/groups/members/remove", Array(left.values), by: chunk)
    }

    /// How many calls are more here than there; negative if fewer.
    func excess(over other: WriteCalls) -> [String: Int] {
        var excess = counts
        for (route, count) in other.counts { excess[route, default: 0] -= count }
        return excess.filter { $1 != 0 }
    }

    private mutating func add(_ route: String, _ sizes: [Int], by chunk: Int) {
        let calls = sizes.reduce(0) { $0 + ($1 + chunk - 1) / chunk }
        if calls > 0 { counts[route] = calls }
    }

    private static func route(of effect: RecordedCall.Effect) -> String {
        switch effect {
        case .profileChanged: "team/members/set_profile_v2"
        case .roleChanged: "team/members/set_admin_permissions_v2"
        case .suspended: "team/members/suspend"
        case .unsuspended: "team/members/unsuspend"
        case .removed: "team/members/remove"
        case .recovered: "team/members/recover"
        case .groupCreated: "team/groups/create"
        case .groupChanged: "team/groups/update"
        case .groupDeleted: "team/groups/delete"
        case .accessChanged: "team/groups/members/set_access_type"
        case .invited, .joined, .left, .welcomed: "several at a time"
        }
    }

    private static let writes: Set<String> = [
        "team/members/add_v2", "team/members/set_profile_v2", "team/members/set_admin_permissions_v2",
        "team/members/suspend", "team/members/unsuspend", "team/members/remove", "team/members/recover",
        "team/members/send_welcome_email", "team/groups/create", "team/groups/update", "team/groups/delete",
        "team/groups/members/add", "team/groups/members/remove", "team/groups/members/set_access_type",
    ]

    static func isWrite(_ route: String) -> Bool { writes.contains(route) }
}
