import Reconciliation
import Reporting

/// Tells on stderr how an apply goes on.
struct ApplyObserver {
    let progress: Progress

    func take(_ event: ApplyProgress) {
        switch event {
        case .started(let total):
            progress.show("applying \(total) changes")
            progress.move(to: 0, of: total)
        case .changeStarted(let change):
            progress.show(ProgressText.started(change))
        case .changeFinished(let outcome, let finished, let total):
            let line = ProgressText.finished(outcome)
            guard outcome.status != .applied else { return progress.show(line, done: finished, of: total) }
            progress.move(to: finished, of: total)
            progress.note("[\(finished)/\(total)] \(line)\n")
        case .stopping(let cause, let underWay):
            progress.note(ProgressText.stopping(cause, underWay: underWay) + "\n")
        case .journalFailed(let error):
            progress.note(ErrorText.of(error))
        case .verifying(let attempt):
            progress.removeBar()
            progress.show("reading the team again (\(attempt))")
        case .verificationFailed(let error):
            progress.note(ErrorText.of(error))
        }
    }
}
