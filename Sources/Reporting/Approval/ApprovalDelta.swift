import TeamPlanning

/// How the plan computed now differs from the one that people reviewed, for them to read.
public struct ApprovalDelta: Sendable {
    /// The changes that were not approved; none means that the approval covers the plan.
    public let uncovered: [ApprovalCheck.Uncovered]
    /// The approved changes that are no longer planned.
    let settled: [PlanReport.Change]
    /// How many changes are planned now.
    let plannedCount: Int
    /// When the approved plan was made, as it says.
    let approvedAt: String
    /// Whether the manifests are those of the approved plan; `nil` when that is not known.
    let hasSameManifests: Bool?

    /// Compares a plan computed now with an approved one.
    public init(now: PlanReport, approved: PlanReport) {
        uncovered = ApprovalCheck.uncovered(now: now, approved: approved)
        settled = ApprovalCheck.settled(now: now, approved: approved)
        plannedCount = now.changes.count
        approvedAt = approved.createdAt
        hasSameManifests =
            if let digest = now.manifestsDigest, let old = approved.manifestsDigest { digest == old } else { nil }
    }
}

/// What has moved since a plan was approved, so that a change is not covered any more.
enum DeltaCause: Hashable, Sendable {
    case dropbox
    case manifests
    case both
    case unknown

    /// Told from the change alone where the manifests have moved, or may have; with the same manifests it can only be Dropbox,
    /// or the time that has passed.
    init(_ item: ApprovalCheck.Uncovered, hasSameManifests: Bool?) {
        let causes = Set(item.differences.map { Self.cause(of: $0, item) })
        if hasSameManifests == true {
            self = item.isForOtherTeam ? .unknown : .dropbox
            return
        }
        self = causes.count == 1 ? causes.first ?? .unknown : causes.contains(.unknown) ? .unknown : .both
    }

    /// What a field was before is Dropbox's, what it will be is the manifests'.
    private static func cause(of difference: ApprovalCheck.Difference, _ item: ApprovalCheck.Uncovered) -> DeltaCause {
        switch difference {
        case .otherObject, .identity: return .dropbox
        case .options: return .manifests
        case .otherTeam, .notApproved, .memberships, .danger: return .unknown
        case .field(let name):
            let isOldSame = item.change.before?[name] == item.approved?.before?[name]
            let isNewSame = item.change.after?[name] == item.approved?.after?[name]
            if isNewSame { return .dropbox }
            return isOldSame ? .manifests : .both
        }
    }
}

extension ApprovalCheck.Uncovered {
    fileprivate var isForOtherTeam: Bool {
        differences.contains { if case .otherTeam = $0 { true } else { false } }
    }
}
