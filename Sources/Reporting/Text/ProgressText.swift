public import Reconciliation
public import TeamPlanning

/// One plain line per event of an apply, without a newline.
public enum ProgressText {
    /// A change starts: `user.create jane@example.com creating`.
    public static func started(_ change: Change) -> String {
        ("\(subject(change)) \(change.action.presentParticiple)" as TerminalText).plain
    }

    /// A change ended: `user.create jane@example.com created`, or `… failed: …`.
    public static func finished(_ outcome: ChangeOutcome) -> String {
        let end: TerminalText =
            switch outcome.status {
            case .applied: outcome.change.action.pastParticiple
            case .failed: "failed"
            case .unfinished: "not finished"
            case .skipped: "skipped"
            }
        let error: TerminalText = outcome.error.map { ": \($0, limit: TextLimit.sentence)" } ?? ""
        return ("\(subject(outcome.change)) \(end)\(error)" as TerminalText).plain
    }

    /// An apply ends early: `interrupted: 2 calls under way are being finished, nothing new is started`, and how not to wait
    /// for what Dropbox does on its own.
    public static func stopping(_ cause: StopCause, underWay: Int) -> String {
        let why: TerminalText =
            switch cause {
            case .interruption: "interrupted"
            case .timeLimit(let limit): "the time limit of \(limit) was reached"
            }
        guard underWay > 0 else { return ("\(why): nothing new is started" as TerminalText).plain }
        let calls = counted(underWay, "call under way is", "calls under way are")
        let hint = cause == .interruption ? "; interrupt again to leave Dropbox's jobs to themselves" : ""
        return ("\(why): \(calls) being finished, nothing new is started\(hint)" as TerminalText).plain
    }

    private static func subject(_ change: Change) -> TerminalText {
        "\(change.action.rawValue) \(change.resource.listed)"
    }
}
