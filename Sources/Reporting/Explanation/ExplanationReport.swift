public import TeamPlanning

/// Why one user or group is planned as they are: `roster.explain/v1`. The text is made from it.
public struct ExplanationReport: Report {
    /// The name and version of this report.
    public static let format = "roster.explain/v1"
    /// The command that writes it.
    public static let writtenBy = "roster explain NAME --format json"

    /// Always ``ExplanationReport/format``.
    public let format: String
    /// The version of roster that explains.
    public var rosterVersion: String
    /// When the plan was made that is explained, RFC 3339 in UTC.
    public var createdAt: String
    /// The name that was asked for.
    public var name: String
    /// The object that was found.
    public var resource: Resource
    /// The steps in order.
    public var steps: [Step]

    private enum CodingKeys: String, CodingKey {
        case format, name, resource, steps
        case rosterVersion = "roster_version"
        case createdAt = "created_at"
    }

    /// Reports an explanation.
    ///
    /// - Parameters:
    ///   - explanation: The explanation.
    ///   - rosterVersion: The version of roster that explains.
    ///   - createdAt: When the plan was made, RFC 3339 in UTC.
    public init(_ explanation: Explanation, rosterVersion: String, createdAt: String) {
        format = Self.format
        self.rosterVersion = rosterVersion
        self.createdAt = createdAt
        name = explanation.name
        resource = explanation.resource
        steps = explanation.steps.map(Step.init)
    }

    /// One step: an object with its kind in `step`, and what it tells under the field of that name.
    public enum Step: Hashable, Sendable {
        /// A record of the manifests names the object.
        case record(Record)
        /// No record of the manifests names the object.
        case noRecord
        /// What a filter said of the record before.
        case filter(FilterResult)
        /// What the record wants.
        case values([Value])
        /// Which live object the record means.
        case match(Match)
        /// The live object.
        case live(LiveObject)
        /// What the user state machine decides.
        case transition(Transition)
        /// Whether the live object is one to deprovision or delete.
        case candidacy(Candidacy)
        /// Why the object is protected.
        case protection([String])
        /// What is planned for the object itself.
        case changes([PlanReport.Change])
        /// The object's memberships.
        case memberships([Membership])
        /// What was found about the object.
        case findings([FindingReport])
        /// The gates that refuse or ask because of what is planned here.
        case gates([PlanReport.Gate])
    }
}

extension ExplanationReport.Step {
    fileprivate init(_ step: Explanation.Step) {
        self =
            switch step {
            case .record(let record): .record(ExplanationReport.Record(record))
            case .noRecord: .noRecord
            case .filter(let result): .filter(ExplanationReport.FilterResult(result))
            case .values(let values): .values(values.map(ExplanationReport.Value.init))
            case .match(let match): .match(ExplanationReport.Match(match))
            case .live(let live): .live(ExplanationReport.LiveObject(live))
            case .transition(let transition): .transition(ExplanationReport.Transition(transition))
            case .candidacy(let candidacy): .candidacy(ExplanationReport.Candidacy(candidacy))
            case .protection(let reasons): .protection(reasons)
            case .changes(let changes): .changes(changes.map(PlanReport.Change.init))
            case .memberships(let facts): .memberships(facts.map(ExplanationReport.Membership.init))
            case .findings(let findings): .findings(findings.map(FindingReport.init))
            case .gates(let verdicts): .gates(verdicts.map(PlanReport.Gate.init))
            }
    }
}
