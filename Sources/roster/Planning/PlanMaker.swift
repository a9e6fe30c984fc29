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
        let live = try await team.readLiveState(source.load.manifests)
        return source.plan(against: live, at: team.planningTime, overrides)
    }

    /// The plan as a report, with what was found when manifests and team were read.
    func report(_ plan: Plan) -> PlanReport { source.report(plan, context, besides: team.planningTime.findings) }
}

extension ManifestSource {
    /// Plans.
    func plan(against live: LiveState, at time: PlanningTime, _ overrides: LimitOverrides) -> Plan {
        let options = PlanOptions(now: time.seconds, overrides: overrides)
        return Plan(manifests: load.manifests, live: live, options: options, digest: .sha256)
    }

    /// A plan as a report, with what was found when the manifests were read, and before.
    func report(_ plan: Plan, _ context: CommandContext, besides findings: [Finding] = []) -> PlanReport {
        var report = PlanReport(plan, rosterVersion: RosterVersion.current, createdAt: context.timestamp())
        report.manifestsDigest = digest
        report.findings = (load.findings + plan.findings + findings).sorted(by: Finding.inOrder)
            .map(FindingReport.init)
        return report
    }
}
