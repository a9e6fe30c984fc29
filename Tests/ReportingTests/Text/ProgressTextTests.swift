import Reconciliation
import Testing

@testable import Reporting
@testable import TeamPlanning

@Suite("Progress lines")
struct ProgressTextTests {
    @Test("Every action has a line for its start and its end", arguments: Action.allCases)
    func actions(action: Action) {
        let change = Fixture.change(action, "x@acme.example")
        let started = ProgressText.started(change)
        let finished = ProgressText.finished(ChangeOutcome(change: change, status: .applied))
        let subject = "\(action.rawValue) \(action.concernsUser ? "x@acme.example" : "\"x@acme.example\"") "
        #expect(started.hasPrefix(subject) && started.count > subject.count)
        #expect(finished.hasPrefix(subject) && finished.count > subject.count)
        #expect(started != finished)
    }

    @Test("A failure says why, on one line")
    func failure() {
        let change = Fixture.creation("jane@acme.example")
        let outcome = ChangeOutcome(change: change, status: .failed, error: "no\nseats\u{1B}[2J")
        #expect(
            ProgressText.finished(outcome) == "user.create jane@acme.example failed: no\\u{a}seats\\u{1b}[2J"
        )
        let skipped = ChangeOutcome(change: change, status: .skipped)
        #expect(ProgressText.finished(skipped) == "user.create jane@acme.example skipped")
    }

    @Test(
        "An early end says why, and what still runs",
        arguments: [
            (StopCause.interruption, 0, "interrupted: nothing new is started"),
            (
                .interruption, 1,
                "interrupted: 1 call under way is being finished, nothing new is started; "
                    + "interrupt again to leave Dropbox's jobs to themselves"
            ),
            (
                .timeLimit("30m"), 2,
                "the time limit of 30m was reached: 2 calls under way are being finished, nothing new is started"
            ),
        ]
    )
    func anEarlyEnd(cause: StopCause, underWay: Int, text: String) {
        #expect(ProgressText.stopping(cause, underWay: underWay) == text)
    }
}
