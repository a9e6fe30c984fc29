import DropboxAPI
import DropboxProvider
import DropboxSimulator
import Reconciliation
import TeamPlanning
import Testing

@testable import TestSupport

extension Scenario {
    /// The simulated team that the scenario starts from.
    var teamSeed: TeamSeed { TeamSeed(live, formerGroups: formerGroups) }

    /// Whether the gates let it pass, Dropbox could hold its team, and there is something to do.
    var isApplicable: Bool {
        guard (try? Simulator(seed: teamSeed)) != nil else { return false }
        let plan = plan(against: live)
        return plan.canBeApplied && !plan.changes.isEmpty
    }

    /// Reads the team and plans.
    func plan(reading client: DropboxClient) async throws -> Plan {
        let needs = LiveReadNeeds(manifests)
        let live = try await LiveStateReader(client: client)
            .read(needsRoles: needs.roles, needsAccess: { needs.access(of: $0) })
        return plan(against: live)
    }

    /// Applies a plan with the consent that it needs.
    func apply(_ plan: Plan, to team: SimulatedTeam, verifications: Int = 1) async throws -> ApplyResult {
        let consent = Consent(
            toChanges: true,
            toGroupDeletions: plan.confirmation.map { .token($0.token) } ?? .none
        )
        let reconciler = Reconciler(
            gateway: DropboxTeamGateway(client: team.client),
            journal: Journal(sink: JournalInMemory(), timestamp: { "2026-11-20T00:00:00Z" }),
            concurrency: 4
        )
        return try await reconciler.apply(
            try plan.approved(with: consent),
            context: ApplyContext(consent: .autoApprove),
            stop: AsyncStream { _ in },
            verification: Verification(
                attempts: verifications,
                pause: { try await team.clock.sleep(.seconds(2)) },
                replan: { try await self.plan(reading: team.client) }
            )
        )
    }
}

extension Plan {
    /// A policy may only warn of missing seats; the simulator sells none.
    var canBeApplied: Bool { isApplicable && !licences.isShort }
}

extension Scenario: CustomTestStringConvertible {
    /// The seed.
    public var testDescription: String { "seed \(seed)" }
}
