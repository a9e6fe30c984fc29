/// A plan that every gate let pass and that a person consented to. Nothing else can be applied.
public struct ApprovedPlan: Sendable {
    /// The plan.
    public let plan: Plan

    fileprivate init(plan: Plan) {
        self.plan = plan
    }
}

/// What a person consented to.
public struct Consent: Sendable, Hashable {
    /// Consent to the changes as a whole: a typed yes, `--auto-approve`, or an approval file that covers them.
    public var toChanges: Bool
    /// Consent to the group deletions.
    public var toGroupDeletions: GroupDeletionConsent

    /// Consent to group deletions.
    public enum GroupDeletionConsent: Sendable, Hashable {
        /// None was given.
        case none
        /// The token of `--confirm-group-deletions`.
        case token(String)
        /// The phrase typed at the prompt, see ``DeletionConfirmation/phrase``.
        case typed(String)
    }

    /// States what was consented to.
    public init(toChanges: Bool, toGroupDeletions: GroupDeletionConsent = .none) {
        self.toChanges = toChanges
        self.toGroupDeletions = toGroupDeletions
    }
}

/// Why a plan was not approved.
public enum ApprovalRefusal: Error, Sendable, Hashable {
    /// Gates refuse; these are their verdicts.
    case gates([GateVerdict])
    /// Nobody consented to the changes.
    case consentMissing
    /// Nobody consented to the group deletions.
    case groupDeletionConsentMissing(expectedToken: String)
    /// What was given is not the consent to exactly these deletions.
    case groupDeletionConsentWrong(expectedToken: String)
}

extension DeletionConfirmation {
    /// What a person types to consent: the group's name, or `delete N groups`.
    public var phrase: String {
        groups.count == 1 ? groups[0].name : "delete \(groups.count) groups"
    }

    fileprivate func check(_ consent: Consent.GroupDeletionConsent) throws(ApprovalRefusal) {
        switch consent {
        case .none: throw .groupDeletionConsentMissing(expectedToken: token)
        case .token(let given) where given == token: return
        case .typed(let given) where given == phrase: return
        case .token, .typed: throw .groupDeletionConsentWrong(expectedToken: token)
        }
    }
}

extension Plan {
    /// Passes the plan through the gates.
    ///
    /// - Throws: ``ApprovalRefusal``: a refusing gate first, then the consent that is missing or wrong.
    public func approved(with consent: Consent) throws(ApprovalRefusal) -> ApprovedPlan {
        let refusing = gates.filter { $0.verdict == .refuse }
        guard refusing.isEmpty else { throw .gates(refusing) }
        try confirmation?.check(consent.toGroupDeletions)
        guard consent.toChanges || changes.isEmpty else { throw .consentMissing }
        return ApprovedPlan(plan: self)
    }
}
