import Reconciliation
import Reporting

/// Tells on stderr how an apply goes on.
struct ApplyObserver {
    let progress: Progress

    func take(_ event: ApplyProgress) {
        switch event {
        case .started(let total):
            progress.show("applying \(total) changes")
        case .changeStarted(let change):
            progress.show(ProgressText.started(change))
        case .changeFinished(let outcome, let finished, let total):
            let line = "[\(finished)/\(total)] \(ProgressText.finished(outcome))"
            if outcome.status == .applied { progress.show(line) } else { progress.note(line + "\n") }
        case .stopping(let cause, let underWay):
            progress.note(ProgressText.stopping(cause, underWay: underWay) + "\n")
        case .journalFailed(let error):
            progress.note(ErrorText.of(error))
        case .verifying(let attempt):
            progress.show("reading the team again (\(attempt))")
        case .verificationFailed(let error):
            progress.note(ErrorText.of(error))
        }
    }
}
