import Reconciliation
import Reporting
import TeamPlanning

/// Obtains consent to a plan: from the command line, or from the person at the terminal.
struct Confirmation {
    let options: ConsentOptions
    let console: any Console

    /// Whether consent to the changes as a whole was given on the command line.
    private var isGivenByOptions: Bool { options.autoApprove || options.approved != nil }

    /// Whether questions are asked.
    var isAsking: Bool { !isGivenByOptions && console.isInteractive }

    /// How consent is given, for the journal.
    var kind: ApplyConsent {
        if options.approved != nil { return .approvedPlan }
        return options.autoApprove ? .autoApprove : .typed
    }

    /// Passes the plan through the gates, asking where someone is there to answer.
    ///
    /// - Throws: ``ApprovalRefusal`` when consent is missing, wrong or declined.
    func approve(_ plan: Plan) async throws(ApprovalRefusal) -> ApprovedPlan {
        var consent = Consent(toChanges: isGivenByOptions)
        if let token = options.confirmGroupDeletions { consent.toGroupDeletions = .token(token) }
        if isAsking { consent = await ask(plan, given: consent) }
        return try plan.approved(with: consent)
    }

    /// ``approve(_:)`` as a value.
    func result(_ plan: Plan) async -> Result<ApprovedPlan, ApprovalRefusal> {
        do throws(ApprovalRefusal) {
            return .success(try await approve(plan))
        } catch {
            return .failure(error)
        }
    }

    /// Asks for the group deletions first; a wrong answer ends the questions.
    private func ask(_ plan: Plan, given: Consent) async -> Consent {
        var consent = given
        if let deletions = plan.confirmation, consent.toGroupDeletions == .none {
            console.writeError(Self.question(deletions))
            let answer = await readAnswer()
            consent.toGroupDeletions = .typed(answer)
            guard answer == deletions.phrase else { return consent }
        }
        let noun = plan.changes.count == 1 ? "change" : "changes"
        console.writeError("Apply \(plan.changes.count) \(noun)? Only \"yes\" is accepted: ")
        consent.toChanges = await readAnswer() == "yes"
        return consent
    }

    /// The line that is typed; at the end of input none, and what is written next starts on a new line.
    private func readAnswer() async -> String {
        if let line = await console.readLine() { return line }
        console.writeError("\n")
        return ""
    }

    private static func question(_ deletions: DeletionConfirmation) -> String {
        let count = deletions.groups.reduce(0) { $0 + $1.memberCount }
        let memberships: TerminalText = count == 1 ? "1 membership" : "\(count) memberships"
        let subject: TerminalText =
            if deletions.groups.count == 1, let group = deletions.groups.first {
                "This deletes the group \(quoted: group.name) with its \(memberships) for good."
            } else {
                "This deletes \(deletions.groups.count) groups with their \(memberships) for good."
            }
        let request: TerminalText =
            deletions.groups.count == 1
            ? "Type the group's name to confirm: "
            : "Type \(quoted: deletions.phrase) to confirm: "
        return "\(subject.plain)\n\(request.plain)"
    }
}
