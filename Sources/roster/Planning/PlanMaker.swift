import Reporting
import TeamPlanning

/// Makes plans: reads the team and compares it with the manifests, as often as it is asked.
struct PlanMaker: Sendable {
    let source: ManifestSource
    let team: TeamSession
    let overrides: LimitOverrides
    let context: CommandContext

    /// Reads the team now and plans.
    func plan() async throws -> Plan {
        let manifests = source.load.manifests
        let live = try await team.readLiveState(manifests)
        let options = PlanOptions(now: context.secondsSince1970, overrides: overrides)
        return Plan(manifests: manifests, live: live, options: options, digest: .sha256)
    }

    /// The plan as a report, with what was found when the manifests were read.
    func report(_ plan: Plan) -> PlanReport {
        var report = PlanReport(plan, rosterVersion: RosterVersion.current, createdAt: context.timestamp())
        report.manifestsDigest = source.digest
        report.findings = (source.load.findings + plan.findings).sorted(by: Finding.inOrder).map(FindingReport.init)
        return report
    }
}
