import FoundationEssentials

/// The team as it was, for reads that lag behind.
struct TeamHistory {
    private struct Version {
        let since: Date
        let team: SimulatedTeam
    }

    private let delay: TimeInterval
    /// In order of time; the first is the one that reads see now, or was at the last read.
    private var versions: [Version]

    /// - Parameter delay: how far reads lag behind; with zero nothing is kept.
    init(_ team: SimulatedTeam, delay: Duration) {
        self.delay = delay / .seconds(1)
        versions = delay > .zero ? [Version(since: .distantPast, team: team)] : []
    }

    /// Notes that the team is this since then.
    mutating func append(_ team: SimulatedTeam, at time: Date) {
        guard !versions.isEmpty else { return }
        versions.append(Version(since: time, team: team))
    }

    /// The team that a read sees, or nil if that is the present one.
    mutating func view(at time: Date) -> SimulatedTeam? {
        let visible = versions.lastIndex { $0.since <= time.addingTimeInterval(-delay) } ?? 0
        versions.removeFirst(min(visible, versions.count))
        return versions.count > 1 ? versions.first?.team : nil
    }
}
