import Reconciliation
import TeamPlanning

extension TextLayout {
    /// What became of an apply: the changes that were not carried out in full, the summaries, and what remains.
    ///
    /// - Parameters:
    ///   - report: The result.
    ///   - remaining: A plan made afterwards, if the team could be read again.
    public func result(_ report: ResultReport, remaining: PlanReport? = nil) -> String {
        var page = TextPage(self)
        for outcome in report.changes where outcome.outcome != .applied { page.add(outcome) }
        page.addGap()
        page.add("Users   \(report.summary.users.label)", hanging: 8)
        page.add("Groups  \(report.summary.groups.label)", hanging: 8)
        page.addGap()
        for line in report.closing { page.add(line) }
        for change in remaining?.changes ?? [] {
            page.add("\(change.action.symbol.text) \(change.action.rawValue) \(change.resource.listed)", indent: 2)
        }
        return page.text
    }
}

extension TextPage {
    mutating func add(_ outcome: ResultReport.Outcome) {
        add("\(outcome.outcome.label): \(outcome.action.rawValue) \(outcome.resource.listed.styled(.bold))")
        if let error = outcome.error { add("\(error, limit: TextLimit.sentence)", indent: 4, hanging: 2) }
        if let requestID = outcome.requestID {
            add(("Dropbox request ID: \(requestID)" as TerminalText).styled(.dim), indent: 4)
        }
    }
}

extension ChangeOutcome.Status {
    var label: TerminalText {
        switch self {
        case .applied: ("applied" as TerminalText).styled(.green)
        case .failed: ("failed" as TerminalText).styled(.danger)
        case .unfinished: ("not finished" as TerminalText).styled(.yellow)
        case .skipped: ("skipped" as TerminalText).styled(.yellow)
        }
    }
}

extension ResultReport.Counts {
    var label: TerminalText {
        let counts: TerminalText = "\(impacted) impacted, \(succeeded) succeeded, \(failed) failed"
        return unfinished == 0 ? counts : "\(counts), \(unfinished) not finished"
    }
}

extension ResultReport {
    /// Why it ended early, what was left in Dropbox's hands, and whether the team matches: each with the next step.
    fileprivate var closing: [TerminalText] {
        let isDone = changes.allSatisfy { $0.outcome == .applied }
        var lines: [TerminalText] = []
        if interrupted || timedOut {
            let cause: TerminalText = interrupted ? "Interrupted" : "The time limit was reached"
            let line: TerminalText =
                isDone
                ? "\(cause) while the team was read again: every change was applied."
                : "\(cause) before the end: run apply again to finish."
            lines.append(line.styled(.danger))
        }
        if changes.contains(where: { $0.outcome == .unfinished }) {
            let line: TerminalText =
                "Dropbox is still working on what is not finished: run plan later to see what remains."
            lines.append(line.styled(.yellow))
        }
        return lines + [verdict]
    }

    private var verdict: TerminalText {
        let hasFailures = changes.contains { $0.outcome == .failed }
        if converged, hasFailures {
            let line: TerminalText =
                "No change is left to make; the failures and findings above say what may still differ."
            return line.styled(.yellow)
        }
        if converged { return ("Converged. The team matches the manifests." as TerminalText).styled(.green) }
        guard let remainingChanges else {
            let why: TerminalText = interrupted || timedOut ? "was not read again" : "could not be read again"
            return ("The team \(why): `roster plan` shows what remains." as TerminalText).styled(.yellow)
        }
        let changes = counted(remainingChanges, "change remains", "changes remain")
        let next: TerminalText =
            hasFailures
            ? "correct what failed and run apply again."
            : "the team differs from the manifests again, or does not show everything yet: run plan."
        return ("\(changes): \(next)" as TerminalText).styled(.yellow)
    }
}
