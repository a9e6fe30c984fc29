import FoundationEssentials

/// A moment in the two forms in which the API writes one.
struct Timestamp: Sendable, Equatable {
    /// `2026-01-31T09:00:00Z`
    let text: String
    /// Milliseconds since 1970.
    let milliseconds: Int

    init(_ date: Date) {
        text = date.formatted(.iso8601)
        milliseconds = Int(date.timeIntervalSince1970 * 1000)
    }
}
