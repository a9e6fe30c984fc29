import TeamPlanning
import Testing

@testable import TestSupport

/// The same manifests and live state give the same plan, in whatever order their parts were read.
struct DeterminismTests {
    @Test(arguments: Scenario.batches)
    func orderOfTheInputDoesNotMatter(seeds: Range<Int>) {
        for seed in seeds {
            let scenario = Scenario(seed: seed)
            var random = scenario.random
            let shuffled = Scenario(shuffling: scenario, using: &random)
            let plan = scenario.plan(against: scenario.live)
            let other = shuffled.plan(against: shuffled.live)
            #expect(plan.changes == other.changes, "seed \(seed)")
            #expect(plan.fingerprint == other.fingerprint, "seed \(seed)")
            #expect(plan.findings.map(\.text) == other.findings.map(\.text), "seed \(seed)")
            #expect(plan.gates == other.gates, "seed \(seed)")
            #expect(plan.summary == other.summary, "seed \(seed)")
            #expect(plan.licences == other.licences, "seed \(seed)")
            #expect(plan.confirmation == other.confirmation, "seed \(seed)")
            #expect(plan.returningMembers == other.returningMembers, "seed \(seed)")
        }
    }

    @Test(arguments: Scenario.batches)
    func idsAreUniqueAndComeAfterWhatTheyDependOn(seeds: Range<Int>) {
        for seed in seeds {
            let scenario = Scenario(seed: seed)
            let changes = scenario.plan(against: scenario.live).changes
            var position: [ChangeID: Int] = [:]
            for (index, change) in changes.enumerated() {
                #expect(position.updateValue(index, forKey: change.id) == nil, "seed \(seed): \(change.id) twice")
                for need in change.dependsOn {
                    #expect(position[need] != nil, "seed \(seed): \(change.id) comes before \(need)")
                }
            }
            #expect(changes.map(\.stage) == changes.map(\.stage).sorted(), "seed \(seed)")
        }
    }
}

extension Finding {
    /// All that people and scripts see of a finding.
    fileprivate var text: String {
        [severity.rawValue, code.rawValue, message, remedy ?? "-", resource ?? "-", location?.description ?? "-"]
            .joined(separator: " | ")
    }
}
