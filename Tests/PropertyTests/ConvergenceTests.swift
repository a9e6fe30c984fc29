import TeamPlanning
import Testing

@testable import TestSupport

/// An apply reaches what the manifests say, whatever the order inside its stages; then nothing is left to plan.
struct ConvergenceTests {
    private static let mostApplies = 4

    @Test(arguments: Scenario.batches)
    func applyReachesWhatTheManifestsSay(seeds: Range<Int>) {
        var applied = 0
        for seed in seeds {
            let scenario = Scenario(seed: seed)
            let first = scenario.plan(against: scenario.live)
            // More people than seats: the gate refuses, or the apply would buy seats.
            guard !first.licences.isShort else { continue }
            applied += 1
            converge(scenario, first)
        }
        #expect(applied > seeds.count / 2, "most random plans fit the seats")
    }

    private func converge(_ scenario: Scenario, _ first: Plan) {
        var random = scenario.random
        var team = ModelTeam(scenario.live, formerGroups: scenario.formerGroups)
        var plan = first
        for number in 1...Self.mostApplies {
            do {
                try team.apply(plan, using: &random)
            } catch {
                Issue.record("seed \(scenario.seed), apply \(number): \(error) in \(plan.changes.map(\.id))")
                return
            }
            let next = scenario.plan(against: team.live)
            if next.changes.isEmpty || next.licences.isShort { return }
            #expect(
                mayNeedAnotherApply(plan, next),
                "seed \(scenario.seed): \(plan.changes.map(\.id)) leave \(next.changes.map(\.id))"
            )
            plan = next
        }
        Issue.record("seed \(scenario.seed) still changes after \(Self.mostApplies) applies: \(plan.changes.map(\.id))")
    }

    /// The closed list of reasons for which a second apply is legitimate.
    private func mayNeedAnotherApply(_ plan: Plan, _ next: Plan) -> Bool {
        // An email or name was held by somebody, or by a second group, that has left or moved since; the plan counts on
        // neither.
        let waited = plan.findings.contains { [.valueTaken, .emailCycle, .duplicateLiveGroup].contains($0.code) }
        // Protection goes by the present email: who gets an unprotected one is protected for the last time.
        let lostProtection = plan.changes.contains { change in
            change.action == .userUpdate && change.after?.contains { $0.name == "email" } == true
                && plan.findings.contains { $0.code == .protected && $0.resource == change.resource.description }
        }
        // Who was the last team admin stays until somebody else is one.
        let gainedAdmin =
            plan.findings.contains { $0.code == .protected }
            && plan.changes.contains { [.userSetRole, .userUnsuspend, .userRecover].contains($0.action) }
        // A tombstone met one object by its ID and meets another of the same name once that is gone.
        let doomed = Set(plan.changes.filter(\.isDestructive).compactMap(\.source))
        let metAnother = next.changes.allSatisfy { $0.isDestructive && $0.source.map(doomed.contains) == true }
        return waited || lostProtection || gainedAdmin || metAnother
    }
}
