import Testing

@testable import TeamPlanning

/// Limits: counts, percentages, overrides (contract §2.6 and §3.1).
struct LimitGateTests {
    @Test(
        arguments: [
            (.count(5), 1000, 5), (.count(0), 1000, 0), (.count(1), 0, 1),
            (.percent(10), 100, 10), (.percent(10), 101, 11), (.percent(10), 91, 10), (.percent(10), 31, 4),
            (.percent(10), 30, 3), (.percent(10), 11, 3), (.percent(10), 0, 3), (.percent(0), 1000, 3),
            (.percent(100), 7, 7), (.percent(1), 100_000, 1000),
        ] as [(Limit, Int, Int)]
    )
    func allowed(limit: Limit, total: Int, allowed: Int) {
        #expect(limit.allowed(of: total) == allowed)
    }

    /// A team of 40 members, 4 gone by now, of whom so many are to be taken away, with as many groups and memberships.
    private static func plan(
        taking count: Int,
        _ change: (inout Policy) -> Void,
        overrides: LimitOverrides = [:]
    ) -> Plan {
        let people = (1...39).map { number in
            member("u\(number)", ext: number <= count ? "roster:default/\(number)" : nil)
        }
        let gone = (1...4).map { member("gone\($0)", .removed(isRecoverable: true)) }
        let names = people.map(\.email)
        var groups = (0..<count).map { liveGroup("G\($0)") }
        groups.append(liveGroup("Everyone", names, ext: .some(nil), management: .systemManaged))
        groups.append(liveGroup("Kept", names, ext: "ad-1"))
        var policy = Policy()
        change(&policy)
        return TeamPlanningTests.plan(
            team(people + gone, groups),
            groups: [wanted("Kept", Array(names.dropFirst(count)))],
            policy: policy,
            overrides: overrides
        )
    }

    @Test(arguments: [
        // 10 % of 40 members, 20 % of 39 memberships outside of system-managed groups, 5 groups of 6.
        ("user_suspensions", 4, 4, true), ("user_suspensions", 5, 4, false),
        ("membership_removals", 8, 8, true), ("membership_removals", 9, 8, false),
        ("group_deletions", 5, 5, true), ("group_deletions", 6, 5, false),
    ])
    func defaults(name: String, count: Int, limit: Int, passes: Bool) throws {
        let plan = Self.plan(taking: count, { $0.users.deprovision = name == "user_suspensions" })
        let gate = try #require(GateName(rawValue: name).flatMap(plan.verdict))
        #expect(gate.count == count)
        #expect(gate.limit == limit)
        #expect(gate.verdict == (passes ? .pass : .refuse))
    }

    @Test(arguments: [(4, true), (5, false)])
    func removals(count: Int, passes: Bool) throws {
        let plan = Self.plan(taking: count) {
            $0.users.deprovision = true
            $0.users.removeAction = .delete
        }
        let gate = try #require(plan.verdict(.userRemovals))
        #expect(gate.count == count)
        #expect(gate.limit == 4)
        #expect(gate.verdict == (passes ? .pass : .refuse))
        #expect(plan.verdict(.userSuspensions)?.count == 0)
        #expect(plan.verdict(.membershipRemovals)?.count == 0, "removals from the team imply their memberships")
    }

    @Test(
        arguments: [
            (.count(6), 6, .pass), (.count(7), 7, .pass), (.percent(100), 7, .pass), (.count(5), 5, .refuse),
            (.count(1), 5, .refuse), (.percent(10), 5, .refuse), (nil, 5, .refuse),
        ] as [(Limit?, Int, GateVerdict.Verdict)]
    )
    func overridesOnlyRaise(override: Limit?, limit: Int, verdict: GateVerdict.Verdict) throws {
        var overrides: LimitOverrides = [.userSuspensions: .percent(100)]
        overrides[.groupDeletions] = override
        let plan = Self.plan(taking: 6, { _ in }, overrides: overrides)
        let gate = try #require(plan.verdict(.groupDeletions))
        #expect(gate.limit == limit)
        #expect(gate.verdict == verdict)
        #expect(gate.message.contains("--override-limit)") == (verdict == .pass))
        #expect(gate.message.contains("--override-limit group_deletions=6") == (verdict == .refuse))
    }

    @Test func aLimitOfZeroAllowsNothing() throws {
        let plan = Self.plan(taking: 1, { $0.limits.groupDeletions = .count(0) })
        #expect(plan.verdict(.groupDeletions)?.verdict == .refuse)
        #expect(!plan.isApplicable)
    }
}
