public import Reconciliation
public import TeamPlanning

/// What became of an apply: `roster.result/v1`.
public struct ResultReport: Report {
    /// The name and version of this report.
    public static let format = "roster.result/v1"
    /// The command that writes it.
    public static let writtenBy = "roster apply -o json=FILE"

    /// Always ``ResultReport/format``.
    public let format: String
    /// The version of roster that applied the plan.
    public var rosterVersion: String
    /// When the apply started, RFC 3339 in UTC.
    public var startedAt: String
    /// When the apply ended, RFC 3339 in UTC.
    public var finishedAt: String
    /// The fingerprint of the plan that was applied.
    public var fingerprint: String
    /// The team.
    public var team: TeamReport
    /// The admin who acted.
    public var actingAdmin: AdminReport
    /// What became of each change, in the plan's order.
    public var changes: [Outcome]
    /// The sync summaries.
    public var summary: Summary
    /// Whether a signal stopped the apply before its end.
    public var interrupted: Bool
    /// Whether the time limit stopped the apply before its end.
    public var timedOut: Bool
    /// How many changes a plan made afterwards still had; `null` when the team could not be read again.
    public var remainingChanges: Int?
    /// Whether the team was read again and equals the manifests.
    public var converged: Bool

    /// What became of one change.
    public struct Outcome: Codable, Hashable, Sendable {
        /// The change's ID.
        public var id: String
        /// What was to be done.
        public var action: Action
        /// The object.
        public var resource: Resource
        /// What became of it.
        public var outcome: ChangeOutcome.Status
        /// Why it was not carried out in full.
        public var error: String?
        /// Dropbox's ID of the request.
        public var requestID: String?

        private enum CodingKeys: String, CodingKey {
            case id, action, resource, outcome, error
            case requestID = "request_id"
        }
    }

    private enum CodingKeys: String, CodingKey {
        case format, fingerprint, team, changes, summary, interrupted, converged
        case rosterVersion = "roster_version"
        case startedAt = "started_at"
        case finishedAt = "finished_at"
        case actingAdmin = "acting_admin"
        case timedOut = "timed_out"
        case remainingChanges = "remaining_changes"
    }

    /// Writes every field; an unknown number of remaining changes is an explicit `null`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(format, forKey: .format)
        try container.encode(rosterVersion, forKey: .rosterVersion)
        try container.encode(startedAt, forKey: .startedAt)
        try container.encode(finishedAt, forKey: .finishedAt)
        try container.encode(fingerprint, forKey: .fingerprint)
        try container.encode(team, forKey: .team)
        try container.encode(actingAdmin, forKey: .actingAdmin)
        try container.encode(changes, forKey: .changes)
        try container.encode(summary, forKey: .summary)
        try container.encode(interrupted, forKey: .interrupted)
        try container.encode(timedOut, forKey: .timedOut)
        try container.encode(remainingChanges, forKey: .remainingChanges)
        try container.encode(converged, forKey: .converged)
    }
}

extension ResultReport {
    /// Reports what became of `plan`.
    ///
    /// - Parameters:
    ///   - result: The outcomes.
    ///   - plan: The plan that was applied.
    ///   - rosterVersion: The version of roster.
    ///   - startedAt: When the apply started, RFC 3339 in UTC.
    ///   - finishedAt: When the apply ended, RFC 3339 in UTC.
    public init(_ result: ApplyResult, of plan: Plan, rosterVersion: String, startedAt: String, finishedAt: String) {
        let outcomes = result.outcomes.map(Outcome.init)
        self.init(
            format: Self.format,
            rosterVersion: rosterVersion,
            startedAt: startedAt,
            finishedAt: finishedAt,
            fingerprint: plan.fingerprint,
            team: TeamReport(plan.team),
            actingAdmin: AdminReport(plan.actingAdmin),
            changes: outcomes,
            summary: Summary(outcomes),
            interrupted: result.wasInterrupted,
            timedOut: result.hasTimedOut,
            remainingChanges: result.remaining?.changes.count,
            converged: result.hasConverged
        )
    }
}

extension ResultReport.Outcome {
    init(_ outcome: ChangeOutcome) {
        self.init(
            id: outcome.change.id.rawValue,
            action: outcome.change.action,
            resource: outcome.change.resource,
            outcome: outcome.status,
            error: outcome.error,
            requestID: outcome.requestID
        )
    }
}
