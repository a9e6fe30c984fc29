import TeamPlanning
import Testing

@testable import TestSupport

/// Whatever order the stages and dependencies allow, the team comes out the same.
struct InterleavingTests {
    private static let orders = 3

    @Test(arguments: Scenario.batches)
    func everyAllowedOrderGivesTheSameTeam(seeds: Range<Int>) throws {
        for seed in seeds.prefix(40) {
            let scenario = Scenario(seed: seed)
            let plan = scenario.plan(against: scenario.live)
            guard !plan.licences.isShort else { continue }
            var random = scenario.random
            var outcomes: Set<[String]> = []
            for _ in 0..<Self.orders {
                var team = ModelTeam(scenario.live, formerGroups: scenario.formerGroups)
                try team.apply(plan, using: &random)
                outcomes.insert(team.portrait)
            }
            #expect(outcomes.count == 1, "seed \(seed): \(plan.changes.map(\.id))")
        }
    }
}

extension ModelTeam {
    /// The team in words, without the IDs that a creation hands out.
    fileprivate var portrait: [String] {
        let people = members.values.map { record in
            let profile = record.profile
            return
                "\(profile.email) \(profile.status) \(profile.externalID ?? "-") \(profile.givenName) \(profile.roles)"
        }
        let teams = groups.values.map { group in
            let access = group.members.map { "\(members[$0.key]?.profile.email ?? "?"):\($0.value)" }.sorted()
            return "\(group.name) \(group.externalID ?? "-") \(group.management) \(access)"
        }
        return people.sorted() + teams.sorted()
    }
}
