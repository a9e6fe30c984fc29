import TeamPlanning

/// Whether a plan that people reviewed covers the plan computed now.
///
/// The reviewed plan is an approval, never an instruction: nothing in it is executed, so a tampered or stale one can
/// only refuse. Changes that it holds and that are no longer planned are fine.
public enum ApprovalCheck {
    /// A change that was not approved.
    public struct Uncovered: Hashable, Sendable {
        /// The change computed now.
        public let change: PlanReport.Change
        /// The approved change that comes nearest to it: the one with the fewest differences, if there is any of this action
        /// and resource.
        public let approved: PlanReport.Change?
        /// What the approval lacks; never empty.
        public let differences: [Difference]
    }

    /// What an approval lacks.
    public enum Difference: Hashable, Sendable {
        /// The approval is for another team.
        case otherTeam(approved: String)
        /// No approved change has this action and resource.
        case notApproved
        /// It is another member or group than the approved one, of the same email or name.
        case otherObject
        /// The object to be deleted or removed is not as it was: a field such as `member_count` differs.
        case identity
        /// A field changes in another way, or did not change in the approval.
        case field(String)
        /// The action is carried out in another way.
        case options
        /// These members are not in the approved change.
        case memberships([PlanReport.Membership])
        /// The approved change was not marked as destructive or irreversible.
        case danger
    }

    /// The changes of `now` that `approved` does not cover, in the order of `now`; none means covered.
    public static func uncovered(now: PlanReport, approved: PlanReport) -> [Uncovered] {
        if now.team.teamID != approved.team.teamID {
            let difference = Difference.otherTeam(approved: approved.team.teamID)
            return now.changes.map { Uncovered(change: $0, approved: nil, differences: [difference]) }
        }
        let candidates = Dictionary(grouping: approved.changes, by: Subject.init)
        let created = Set(approved.changes.lazy.filter(\.action.isCreation).map(\.resource))
        return now.changes.compactMap { change in
            var nearest = Uncovered(change: change, approved: nil, differences: [.notApproved])
            for candidate in candidates[Subject(change)] ?? [] {
                let differences = ApprovalComparison(now: change, approved: candidate, created: created).differences
                if differences.isEmpty { return nil }
                if nearest.approved == nil || differences.count < nearest.differences.count {
                    nearest = Uncovered(change: change, approved: candidate, differences: differences)
                }
            }
            return nearest
        }
    }

    /// The approved changes that are no longer planned: done since, or not wanted any more.
    static func settled(now: PlanReport, approved: PlanReport) -> [PlanReport.Change] {
        let planned = Set(now.changes.map(Subject.init))
        return approved.changes.filter { !planned.contains(Subject($0)) }
    }
}

/// What a change does, and to whom.
private struct Subject: Hashable {
    let action: Action
    let resource: Resource

    init(_ change: PlanReport.Change) {
        action = change.action
        resource = change.resource
    }
}

extension Action {
    fileprivate var isCreation: Bool { self == .userCreate || self == .groupCreate }
}
