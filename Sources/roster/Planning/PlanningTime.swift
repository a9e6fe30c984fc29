import Foundation
import TeamPlanning

/// The time for which is planned: the earliest one that anybody tells. One that is too late makes a suspension look older than it
/// is, and `delete_after_days` remove a member too early.
struct PlanningTime: Sendable, Equatable {
    /// In whole seconds since 1970.
    let seconds: Int64
    /// What people have to know of the clocks.
    var findings: [Finding] = []

    /// As RFC 3339 in UTC.
    var timestamp: String { Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(.iso8601) }

    /// - Parameter difference: how far the clock of this machine is from Dropbox's, where that is known.
    init(local: Int64, _ difference: ClockDifference?) {
        seconds = local - max(difference?.secondsAhead ?? 0, 0)
        guard let difference, difference.isGreat else { return }
        let earlier = difference.secondsAhead < 0 ? "this machine's time" : "Dropbox's time"
        findings = [
            Finding(
                .warning,
                .clockDifference,
                "this machine is \(difference.roundedText), and the age of suspensions goes by \(earlier), the earlier one",
                remedy: ClockDifference.remedy
            )
        ]
    }

    /// The time for a plan from a snapshot.
    ///
    /// - Parameter readAt: when the snapshot was read.
    init(local: Int64, snapshotReadAt readAt: Int64) {
        seconds = min(local, readAt)
    }
}
