public import TeamPlanning

/// A plan as people and pipelines see it: `roster.plan/v1`. It is the JSON, and every other format is made from it.
public struct PlanReport: Report {
    /// The name and version of this report.
    public static let format = "roster.plan/v1"
    /// The command that writes it.
    public static let writtenBy = "roster plan -o json=FILE"

    /// Always ``PlanReport/format``.
    public let format: String
    /// The version of roster that made the plan.
    public var rosterVersion: String
    /// When the plan was made, RFC 3339 in UTC.
    public var createdAt: String
    /// The team that was read.
    public var team: TeamReport
    /// The admin who acts.
    public var actingAdmin: AdminReport
    /// A SHA-256 over the manifests' contents, as 64 hexadecimal digits; left out where there were none at hand.
    public var manifestsDigest: String?
    /// A SHA-256 over the ordered changes, as 64 hexadecimal digits.
    public var fingerprint: String
    /// The counts.
    public var summary: Summary
    /// The seats.
    public var licences: Licences
    /// The changes in the order in which they are carried out.
    public var changes: [Change]
    /// What people should know besides.
    public var findings: [FindingReport]
    /// Every gate's verdict.
    public var gates: [Gate]
    /// The group deletions and the token that consents to exactly these; `null` when there are none.
    public var confirmation: Confirmation?
    /// Whether no gate refuses.
    public var applicable: Bool
    /// The manifests that the plan was compared with; left out without `--base`.
    public var base: Base?
    /// What is planned from the base and no longer from these manifests; left out without a base that could be planned.
    public var resolved: [Resolved]?
    /// The snapshot that stood in for the team; left out where the team itself was read.
    public var snapshot: SnapshotSource?

    private enum CodingKeys: String, CodingKey {
        case format, team, fingerprint, summary, licences, changes, findings, gates, confirmation, applicable, base
        case resolved, snapshot
        case rosterVersion = "roster_version"
        case createdAt = "created_at"
        case actingAdmin = "acting_admin"
        case manifestsDigest = "manifests_digest"
    }

    /// Writes every field; an absent confirmation is an explicit `null`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(format, forKey: .format)
        try container.encode(rosterVersion, forKey: .rosterVersion)
        try container.encode(createdAt, forKey: .createdAt)
        try container.encode(team, forKey: .team)
        try container.encode(actingAdmin, forKey: .actingAdmin)
        try container.encodeIfPresent(manifestsDigest, forKey: .manifestsDigest)
        try container.encode(fingerprint, forKey: .fingerprint)
        try container.encode(summary, forKey: .summary)
        try container.encode(licences, forKey: .licences)
        try container.encode(changes, forKey: .changes)
        try container.encode(findings, forKey: .findings)
        try container.encode(gates, forKey: .gates)
        try container.encode(confirmation, forKey: .confirmation)
        try container.encode(applicable, forKey: .applicable)
        try container.encodeIfPresent(base, forKey: .base)
        try container.encodeIfPresent(resolved, forKey: .resolved)
        try container.encodeIfPresent(snapshot, forKey: .snapshot)
    }
}

extension PlanReport {
    /// Reports a plan.
    ///
    /// - Parameters:
    ///   - plan: The plan.
    ///   - rosterVersion: The version of roster that made it.
    ///   - createdAt: When it was made, RFC 3339 in UTC.
    public init(_ plan: Plan, rosterVersion: String, createdAt: String) {
        self.init(
            format: Self.format,
            rosterVersion: rosterVersion,
            createdAt: createdAt,
            team: TeamReport(plan.team),
            actingAdmin: AdminReport(plan.actingAdmin),
            fingerprint: plan.fingerprint,
            summary: Summary(plan.summary),
            licences: Licences(plan.licences),
            changes: plan.changes.map(Change.init),
            findings: plan.findings.map(FindingReport.init),
            gates: plan.gates.map(Gate.init),
            confirmation: plan.confirmation.map(Confirmation.init),
            applicable: plan.isApplicable
        )
    }
}
