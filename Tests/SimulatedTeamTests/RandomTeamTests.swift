import DropboxAPI
import DropboxProvider
import DropboxSimulator
import Reconciliation
import TeamPlanning
import Testing

@testable import TestSupport

/// Random teams and manifests, planned and applied over HTTP: what the plan says can be done, and then nothing is left.
@Suite struct RandomTeamTests {
    private static let mostApplies = 4

    /// Scenarios that the gates let pass and that Dropbox could hold, from a fixed row of seeds.
    static let scenarios: [Scenario] = Array((0..<400).lazy.map { Scenario(seed: $0) }.filter(canBeApplied).prefix(50))

    private static func canBeApplied(_ scenario: Scenario) -> Bool {
        let seed = TeamSeed(scenario.live, formerGroups: scenario.formerGroups)
        guard (try? Simulator(seed: seed)) != nil else { return false }
        let plan = scenario.plan(against: scenario.live)
        return Self.fits(plan) && !plan.changes.isEmpty
    }

    /// A policy may only warn of missing seats; the simulator sells none.
    private static func fits(_ plan: Plan) -> Bool { plan.isApplicable && !plan.licences.isShort }

    @Test func thereAreFifty() {
        #expect(Self.scenarios.count == 50)
    }

    @Test(arguments: scenarios)
    func applyingOverHTTPConverges(_ scenario: Scenario) async throws {
        let seed = TeamSeed(scenario.live, formerGroups: scenario.formerGroups)
        try await SimulatedTeam.with(seed) { client in
            for _ in 1...Self.mostApplies {
                let plan = try await Self.plan(scenario, client)
                guard !plan.changes.isEmpty, Self.fits(plan) else { return }
                let outcomes = try await Self.apply(plan, scenario, client).outcomes
                let failures = outcomes.filter { $0.status != .applied }
                #expect(failures.map { "\($0.change.id): \($0.error ?? "")" } == [])
            }
            let rest = try await Self.plan(scenario, client).changes
            #expect(rest.map(\.id) == [], "seed \(scenario.seed)")
        }
    }

    private static func plan(_ scenario: Scenario, _ client: DropboxClient) async throws -> Plan {
        let needs = LiveReadNeeds(scenario.manifests)
        let live = try await LiveStateReader(client: client)
            .read(needsRoles: needs.roles, needsAccess: { needs.access(of: $0) })
        return scenario.plan(against: live)
    }

    private static func apply(_ plan: Plan, _ scenario: Scenario, _ client: DropboxClient) async throws -> ApplyResult {
        let consent = Consent(
            toChanges: true,
            toGroupDeletions: plan.confirmation.map { .token($0.token) } ?? .none
        )
        let reconciler = Reconciler(
            gateway: DropboxTeamGateway(client: client),
            journal: Journal(sink: JournalInMemory(), timestamp: { "2026-11-20T00:00:00Z" }),
            concurrency: 4
        )
        return try await reconciler.apply(
            try plan.approved(with: consent),
            context: ApplyContext(consent: .autoApprove),
            stop: AsyncStream { _ in },
            verification: Verification(attempts: 1, pause: {}, replan: { try await Self.plan(scenario, client) })
        )
    }
}

extension Scenario: CustomTestStringConvertible {
    var testDescription: String { "seed \(seed)" }
}
