import TeamPlanning

extension ExplanationText {
    mutating func add(_ match: ExplanationReport.Match) {
        switch match.outcome {
        case .found:
            addStep("The record means the live \(liveNoun) of the next step, found by \(match.by?.label ?? "").")
        case .absent:
            addStep(isUser ? "Nobody in the team matches the record." : "No group of the team matches the record.")
        case .blocked:
            addStep("The record is left alone:")
            for finding in match.findings ?? [] { add(finding) }
        }
        guard let holder = match.holder else { return }
        addDetail("The wanted \(isUser ? "email" : "name") is held at present by:")
        addFields(of: holder, deeper: 2)
    }

    mutating func add(_ live: ExplanationReport.LiveObject) {
        addStep("The live \(liveNoun):")
        addFields(of: live)
    }

    private mutating func addFields(of live: ExplanationReport.LiveObject, deeper: Int = 0) {
        let lines = live.fields.sorted { (FieldOrder.rank($0.key), $0.key) < (FieldOrder.rank($1.key), $1.key) }
            .map { ("\($0.key):" as TerminalText, $0.value.label) }
        let all = lines + [("owner:", live.ownerLabel)]
        let longest = all.map(\.0.columns).max() ?? 0
        for (label, value) in all { addDetail("\(label.padded(to: longest)) \(value)", deeper: deeper) }
    }

    mutating func add(_ candidacy: ExplanationReport.Candidacy) {
        let cause: TerminalText = candidacy.tombstone ? "The manifest says absent" : "No manifest keeps this \(noun)"
        addStep("\(cause): \(verdict(of: candidacy)).")
        let scope: TerminalText =
            switch candidacy.scope {
            case .managed: "managed: what carries our marker"
            case .all: "all"
            case .filter: "the filter \(candidacy.filter ?? "", limit: TextLimit.sentence)"
            }
        let place: TerminalText = candidacy.inScope ? "inside" : "outside"
        if !candidacy.tombstone { addDetail("The \(noun) is \(place) the policy's scope (\(scope)).") }
    }

    private func verdict(of candidacy: ExplanationReport.Candidacy) -> TerminalText {
        let verb: TerminalText = isUser ? "deprovisioned" : "deleted"
        return switch candidacy.verdict {
        case .suspectRead: "not \(verb), because the read of the team is suspect"
        case .switchedOff: isUser ? "the policy deprovisions nobody" : "the policy deletes no such group"
        case .untouchable: "not \(verb), because it cannot be told which record means this \(noun)"
        case .systemManaged: "not \(verb), because Dropbox manages the group itself"
        case .outOfScope: "not \(verb), because of the policy's scope"
        case .planned: "to be \(verb)"
        case .stopped: "would be \(verb), but something stands in the way: see the findings"
        case .nothingLeft: "suspended already, and nothing more is due"
        }
    }

    mutating func addProtection(_ reasons: [String]) {
        addStep(
            isUser
                ? "Protected: never suspended, removed or demoted." : "Protected: never renamed or deleted."
        )
        for reason in reasons { addDetail("\(reason, limit: TextLimit.sentence)") }
    }

    private var liveNoun: TerminalText { isUser ? "member" : "group" }
}

extension MatchBasis {
    fileprivate var label: TerminalText {
        switch self {
        case .externalID: "its external ID"
        case .email: "its email"
        case .name: "its name"
        case .previousEmail: "a previous email"
        case .previousName: "a previous name"
        }
    }
}

extension ExplanationReport.LiveObject {
    fileprivate var ownerLabel: TerminalText {
        switch owner {
        case .nobody: "nobody: it has no external ID"
        case .foreign: "foreign: its external ID is not ours"
        case .roster: rule.map { "ours, rule \($0)" } ?? "ours"
        }
    }
}

extension ExplanationReport.Transition {
    fileprivate var desiredLabel: TerminalText {
        switch desired {
        case .active: "Wanted active"
        case .suspended: "Wanted suspended"
        case nil: "The status is not managed"
        }
    }

    /// Desired and live state, and what follows.
    var sentence: TerminalText { "\(desiredLabel), \(live.label): \(decision.label)." }
}

extension LivePresence {
    fileprivate var label: TerminalText {
        switch self {
        case .absent: "not in the team"
        case .recoverable: "removed and recoverable"
        case .invited: "invited, not joined yet"
        case .active: "live active"
        case .suspended: "live suspended"
        case .unknown: "in a live state that this version does not know"
        }
    }
}

extension UserTransition {
    fileprivate var label: TerminalText {
        switch self {
        case .create: "the person is invited"
        case .createOnlyIfProvisioningDisabled: "nobody is invited, unless the policy has provision_disabled"
        case .recover: "the member is recovered, then brought up to date"
        case .keep: "the status stays, attributes are brought up to date"
        case .awaitInvitation: "the status stays, and the invitation is pending"
        case .suspend: "the member is suspended"
        case .unsuspend: "the suspension is lifted"
        case .cannotSuspendInvited: "nothing is done, because Dropbox cannot suspend who has not joined"
        case .stayRemoved: "nothing is done, and the member stays removed"
        case .leaveAlone: "the member is left alone"
        }
    }
}
