import FoundationEssentials
import TeamPlanning

@testable import SimulatedTeamSupport
@testable import TestSupport

/// How much the suite does: the one place that reads `ROSTER_FAULT_RUNS`, the number of scenarios times faults.
enum FaultRuns {
    private static let inCI = 312

    private static let wanted =
        ProcessInfo.processInfo.environment["ROSTER_FAULT_RUNS"].flatMap(Int.init) ?? inCI

    /// As many scenarios as make that many runs, rounded up.
    static let scenarios: [Scenario] = {
        let count = (max(wanted, 1) + FaultMix.all.count - 1) / FaultMix.all.count
        return Array(candidates.prefix(count))
    }()

    /// Every third scenario has a crowd; the others have at least a few changes to make.
    private static var candidates: some Sequence<Scenario> {
        (0...).lazy.map { seed in seed % 3 == 0 ? Scenario(seed: seed).withCrowd() : Scenario(seed: seed) }
            .filter { $0.isApplicable && isSuited($0) }
    }

    /// Enough to do, and an end that does not depend on luck: who is suspended after a role could not be set keeps the old
    /// one, for Dropbox sets no role of a suspended member; and a group whose only known people were removed before others
    /// could leave it keeps those.
    private static func isSuited(_ scenario: Scenario) -> Bool {
        let plan = scenario.plan(against: scenario.live)
        let records = Set(scenario.manifests.users.map { FoldedName($0.email.value) })
        let namesRecords = scenario.manifests.groups.allSatisfy { group in
            guard let members = group.members, !members.isEmpty else { return true }
            return members.contains { records.contains(FoldedName($0.value)) }
        }
        func resources(_ action: Action) -> Set<Resource> {
            Set(plan.changes.filter { $0.action == action }.map(\.resource))
        }
        return namesRecords && plan.changes.count >= fewestChanges
            && resources(.userSetRole).isDisjoint(with: resources(.userSuspend))
    }

    private static let fewestChanges = 4

    /// Those with the most to do.
    static var crowded: [Scenario] { scenarios.filter { $0.seed % 3 == 0 } }
}
