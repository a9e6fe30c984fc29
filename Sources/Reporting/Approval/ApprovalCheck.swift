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
        /// What the approval lacks.
        public let difference: Difference
    }

    /// What an approval lacks. Of several differences the first in this order is named.
    public enum Difference: Hashable, Sendable {
        /// The approval is for another team.
        case otherTeam(approved: String)
        /// No approved change has this action and resource.
        case notApproved
        /// The object to be deleted or removed is not as it was: another ID, or a changed field such as `member_count`.
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
            return now.changes.map { Uncovered(change: $0, difference: .otherTeam(approved: approved.team.teamID)) }
        }
        let candidates = Dictionary(grouping: approved.changes, by: Subject.init)
        return now.changes.compactMap { change in
            var first: Difference?
            for candidate in candidates[Subject(change)] ?? [] {
                guard let difference = difference(change, candidate) else { return nil }
                first = first ?? difference
            }
            return Uncovered(change: change, difference: first ?? .notApproved)
        }
    }

    private static func difference(_ change: PlanReport.Change, _ approved: PlanReport.Change) -> Difference? {
        if change.action.endsItsObject, change.before != approved.before { return .identity }
        if let field = firstUncoveredField(change, approved) { return .field(field) }
        if change.options != approved.options { return .options }
        let members = uncoveredMemberships(change.memberships, approved.memberships)
        if !members.isEmpty { return .memberships(members) }
        let isWorse = change.destructive && !approved.destructive || change.irreversible && !approved.irreversible
        return isWorse ? .danger : nil
    }

    private static func firstUncoveredField(_ change: PlanReport.Change, _ approved: PlanReport.Change) -> String? {
        let names = Set(change.before.map { Set($0.keys) } ?? []).union(change.after?.keys.map(\.self) ?? [])
        return names.sorted().first { name in
            change.before?[name] != approved.before?[name] || change.after?[name] != approved.after?[name]
        }
    }

    private static func uncoveredMemberships(
        _ now: PlanReport.Memberships?,
        _ approved: PlanReport.Memberships?
    ) -> [PlanReport.Membership] {
        guard let now else { return [] }
        return [\PlanReport.Memberships.add, \.remove, \.setAccess].flatMap { part in
            let known = Set(approved?[keyPath: part] ?? [])
            return now[keyPath: part].filter { !known.contains($0) }
        }
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
    /// Whether the object is gone afterwards, so that its identity has to be the approved one.
    fileprivate var endsItsObject: Bool { self == .groupDelete || self == .userRemove }
}
