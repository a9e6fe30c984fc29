import Reporting
import TeamPlanning
import Testing

@testable import TestSupport

/// A plan beside the one from other manifests for the same random team.
@Suite struct BaseComparisonTests {
    private static let base = PlanReport.Base(manifests: "base", manifestsDigest: nil, fingerprint: "f")

    private static func report(_ plan: Plan) -> PlanReport {
        PlanReport(plan, rosterVersion: "1", createdAt: "2026-11-20T00:00:00Z")
    }

    @Test(arguments: Scenario.batches)
    func theSameManifestsIntroduceNothing(seeds: Range<Int>) {
        for seed in seeds {
            let scenario = Scenario(seed: seed)
            let plan = Self.report(scenario.plan(against: scenario.live))
            let compared = plan.compared(with: Self.base, planned: plan)
            #expect(compared.changes.allSatisfy { $0.origin == .preExisting }, "seed \(seed)")
            #expect(compared.gates.allSatisfy { $0.origin != .introduced }, "seed \(seed)")
            #expect(compared.resolved == [], "seed \(seed)")
        }
    }

    /// Nothing is lost or judged otherwise, and what is called pre-existing or resolved is so.
    @Test(arguments: Scenario.batches)
    func otherManifestsAreToldApart(seeds: Range<Int>) {
        for seed in seeds {
            let scenario = Scenario(seed: seed)
            var target = Scenario(seed: seed + 1)
            target.live = scenario.live
            let plan = Self.report(scenario.plan(against: scenario.live))
            let basePlan = Self.report(target.plan(against: scenario.live))
            let compared = plan.compared(with: Self.base, planned: basePlan)
            #expect(Self.withoutOrigins(compared) == plan, "seed \(seed)")

            let planned = Set(basePlan.changes.map(Self.doing))
            let pending = compared.changes.filter { $0.origin == .preExisting }
            #expect(pending.allSatisfy { planned.contains(Self.doing($0)) }, "seed \(seed)")
            let left = Set(plan.changes.map(Self.doing))
            let resolved = Set(compared.resolved?.map(\.id) ?? [])
            for change in basePlan.changes {
                #expect(resolved.contains(change.id) != left.contains(Self.doing(change)), "seed \(seed): \(change.id)")
            }
        }
    }

    private static func doing(_ change: PlanReport.Change) -> String {
        "\(change.action.rawValue) \(change.targetID ?? change.resource.description)"
    }

    private static func withoutOrigins(_ report: PlanReport) -> PlanReport {
        var plain = report
        for index in plain.changes.indices { plain.changes[index].origin = nil }
        for index in plain.gates.indices { plain.gates[index].origin = nil }
        plain.base = nil
        plain.resolved = nil
        return plain
    }
}
