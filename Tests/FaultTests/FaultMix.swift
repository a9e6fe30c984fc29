import DropboxSimulator
import Testing

/// Faults that strike together.
struct FaultMix: Sendable, CustomTestStringConvertible {
    let specifications: [String]

    init(_ specifications: String...) {
        self.specifications = specifications
    }

    var testDescription: String { specifications.joined(separator: " ") }

    func faults() throws -> [SimulatedFault] {
        try specifications.map { try SimulatedFault($0) }
    }

    /// Each fault alone, and all together. Jobs that fail to be polled need jobs.
    static let all = [
        FaultMix("429:0.2"),
        FaultMix("500:0.15"),
        FaultMix("reset:0.15"),
        FaultMix("lost-reply:0.2"),
        FaultMix("truncate:0.2"),
        FaultMix("async:3"),
        FaultMix("async:2", "job-error:0.4"),
        FaultMix("partial-add:0.4"),
        FaultMix("slow:5s"),
        FaultMix("stale-read:400ms"),
        FaultMix("expire-token:12"),
        FaultMix(
            "429:0.05",
            "500:0.03",
            "reset:0.02",
            "lost-reply:0.04",
            "truncate:0.03",
            "async:2",
            "job-error:0.1",
            "partial-add:0.1",
            "slow:30ms",
            "stale-read:200ms",
            "expire-token:25"
        ),
    ]
}
