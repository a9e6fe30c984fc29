import TeamPlanning

extension PlanReport {
    /// The plan as workflow commands: a summary, refusing gates as errors, what takes something away as warnings, the rest
    /// as notices, each on the manifest line that asks for it.
    ///
    /// GitHub shows ten annotations of a level, so the worst come first, and no more notices than that are written. Errors
    /// and warnings are never left out.
    ///
    /// - Parameter applyCommand: The command that applies the plan.
    public func githubAnnotations(applyCommand: String = "roster apply") -> String {
        let text = PlanText(report: self, applyCommand: applyCommand)
        let annotations =
            gateAnnotations + findingAnnotations(.error) + warnings + findingAnnotations(.warning)
            + changes.filter { !$0.destructive }.map { $0.annotation(.notice, $0.briefLines) }
            + findingAnnotations(.info)
        return Annotation.Level.allCases.reduce(into: "") { page, level in
            let all = [summaryAnnotation(text)] + annotations
            let those = all.filter { $0.level == level }
            let shown = level == .notice ? those.prefix(Annotation.shownPerLevel) : those[...]
            for annotation in shown { page += annotation.command }
        }
    }

    /// The verdict, at the level of the worst that there is.
    private func summaryAnnotation(_ text: PlanText) -> Annotation {
        let level: Annotation.Level = !applicable ? .error : destructiveChanges.isEmpty ? .notice : .warning
        let verdict: StaticString =
            !applicable
            ? "roster plan: blocked" : changes.isEmpty ? "roster plan: no changes" : "roster plan: applicable"
        let place: TerminalText = "GitHub shows ten annotations of a level at most; the plan itself has everything."
        let consent = confirmation == nil ? [] : text.consent
        return Annotation(
            level: level,
            title: verdict,
            message: [text.counts] + (text.origins.map { [$0] } ?? []) + consent + text.nextStepLines + [place]
        )
    }

    private var warnings: [Annotation] {
        let doomed = doomedGroups
        return destructiveChanges.map { change in
            let isDeletion = change.action == .groupDelete
            let lines =
                isDeletion ? PlanText.lines(of: change, change.targetID.flatMap { doomed[$0] }) : change.briefLines
            return change.annotation(.warning, lines)
        }
    }

    private var gateAnnotations: [Annotation] {
        gates.filter { $0.verdict == .refuse }.map { gate in
            let message: TerminalText =
                "The gate \(gate.gate) refuses: \(gate.message, limit: TextLimit.sentence)\(gate.note)"
            return Annotation(level: .error, title: "roster: a gate refuses", message: [message])
        }
    }

    private func findingAnnotations(_ severity: Severity) -> [Annotation] {
        findings.filter { $0.severity == severity }.map(\.annotation)
    }

    /// What takes something away, the worst first: group deletions, removals, suspensions, memberships.
    private var destructiveChanges: [Change] {
        let worst: [Action] = [.groupDelete, .userRemove, .userSuspend]
        let destructive = changes.filter(\.destructive)
        return worst.flatMap { action in destructive.filter { $0.action == action } }
            + destructive.filter { !worst.contains($0.action) }
    }
}

extension PlanReport.Change {
    fileprivate func annotation(_ level: Annotation.Level, _ lines: [TerminalText]) -> Annotation {
        Annotation(level: level, title: annotationTitle, message: lines, place: source)
    }

    private var annotationTitle: StaticString {
        switch action {
        case .groupDelete: "roster: a group would be deleted"
        case .userRemove: "roster: a member would be removed from the team"
        case .userSuspend: "roster: a member would be suspended"
        case _ where destructive: "roster: memberships would be removed"
        case .userCreate, .userRecover, .userUpdate, .userSetRole, .userUnsuspend: "roster: a user would change"
        case .groupCreate, .groupUpdate, .groupMembers: "roster: a group would change"
        }
    }

    /// The change with only the first of the members whom it adds or gives another access.
    fileprivate var briefLines: [TerminalText] {
        let limit = 10
        var brief = self
        brief.memberships?.add = Array((memberships?.add ?? []).prefix(limit))
        brief.memberships?.setAccess = Array((memberships?.setAccess ?? []).prefix(limit))
        let hidden = max(0, (memberships?.add.count ?? 0) - limit) + max(0, (memberships?.setAccess.count ?? 0) - limit)
        let rest: [TerminalText] = hidden == 0 ? [] : ["and \(counted(hidden, "more member", "more members"))"]
        let note: [TerminalText] = origin.map { ["\($0.note)"] } ?? []
        return [PlanText.title(of: [self])] + PlanText.details(of: brief) + rest + note
    }
}

extension FindingReport {
    /// The finding where it was made.
    var annotation: Annotation {
        let level: Annotation.Level =
            switch severity {
            case .error: .error
            case .warning: .warning
            case .info: .notice
            }
        let place = file.map { PlanReport.Source(file: $0, line: line ?? 1, column: column ?? 1) }
        let name: TerminalText = place == nil ? resource.map { "\($0): " } ?? "" : ""
        let sentence: TerminalText = "\(name)\(message, limit: TextLimit.sentence) [\(code)]"
        return Annotation(
            level: level,
            title: "roster: a finding",
            message: [sentence] + (remedyLine.map { [$0] } ?? []),
            place: place
        )
    }
}
