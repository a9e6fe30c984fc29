import Reporting
import TeamPlanning

/// The team, or what is known of it from a snapshot.
struct LiveSight: Sendable {
    let state: LiveState
    /// The time for which a plan is made of it.
    let time: PlanningTime
    /// The snapshot that it comes from; `nil` for the team itself.
    var snapshot: PlanReport.SnapshotSource?
}

extension LiveSight {
    /// After so many seconds a snapshot is called old.
    private static let freshness = 86_400
    /// So many seconds two machines' clocks may differ.
    private static let clockTolerance = 300

    /// What people have to know of the clocks and of the snapshot's age.
    var findings: [Finding] {
        guard let snapshot else { return time.findings }
        if snapshot.age < -Self.clockTolerance {
            return [
                Finding(
                    .warning,
                    .oldSnapshot,
                    "the snapshot was read at \(snapshot.readAt), which is later than now by the clock of this machine",
                    remedy: "set the clocks of both machines"
                )
            ]
        }
        guard snapshot.age > Self.freshness else { return [] }
        return [
            Finding(
                .warning,
                .oldSnapshot,
                "the snapshot was read at \(snapshot.readAt), and what has changed in Dropbox since is not in this plan",
                remedy: "take a new one with `\(SnapshotReport.writtenBy)`"
            )
        ]
    }
}

/// A live state that was stored by `roster snapshot`.
enum SnapshotFile {
    private static let sizeLimit = 512 << 20

    /// Reads a stored live state.
    static func read(_ path: String, _ context: CommandContext) throws -> LiveSight {
        let snapshot = try Snapshot(try context.files.read(path, limit: sizeLimit), file: path)
        let now = context.secondsSince1970
        let age = Int(now - snapshot.secondsSince1970)
        return LiveSight(
            state: snapshot.live,
            time: PlanningTime(local: now, snapshotReadAt: snapshot.secondsSince1970),
            snapshot: PlanReport.SnapshotSource(readAt: snapshot.readAt, age: age)
        )
    }
}
