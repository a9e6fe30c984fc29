import TeamPlanning

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The record of an apply: every change's start and outcome, each written before the apply goes on.
public struct Journal: Sendable {
    private let sink: any JournalSink
    private let timestamp: @Sendable () -> String

    /// Writes to a sink; `timestamp` tells the time as RFC 3339 text in UTC.
    public init(sink: any JournalSink, timestamp: @escaping @Sendable () -> String) {
        self.sink = sink
        self.timestamp = timestamp
    }

    func applyStarted(_ plan: Plan, _ context: ApplyContext) async throws(JournalError) {
        var entry = entry(.applyStarted)
        entry.format = JournalEntry.format
        entry.fingerprint = plan.fingerprint
        entry.team = .init(id: plan.team.id, name: plan.team.name)
        entry.actingAdmin = .init(id: plan.actingAdmin.id.rawValue, email: plan.actingAdmin.email)
        entry.consent = context.consent
        entry.overrides = context.overrides
        entry.changes = plan.changes.count
        try await write(entry)
    }

    func changeStarted(_ change: Change) async throws(JournalError) {
        var entry = entry(.changeStarted)
        entry.describe(change)
        try await write(entry)
    }

    func callFinished(
        _ change: Change,
        _ call: GatewayCall,
        _ outcome: GatewayCall.Outcome
    ) async throws(JournalError) {
        var entry = entry(.callFinished)
        entry.describe(change)
        entry.describe(call, outcome)
        try await write(entry)
    }

    func changeFinished(_ outcome: ChangeOutcome) async throws(JournalError) {
        var entry = entry(.changeFinished)
        entry.describe(outcome)
        try await write(entry)
    }

    func applyFinished(_ outcomes: [ChangeOutcome], wasInterrupted: Bool) async throws(JournalError) {
        var entry = entry(.applyFinished)
        entry.applied = outcomes.count { $0.status == .applied }
        entry.failed = outcomes.count { $0.status == .failed }
        entry.skipped = outcomes.count { $0.status == .skipped }
        entry.interrupted = wasInterrupted
        try await write(entry)
    }

    func verified(remaining: Int) async throws(JournalError) {
        var entry = entry(.verified)
        entry.remaining = remaining
        try await write(entry)
    }

    private func entry(_ event: JournalEntry.Event) -> JournalEntry {
        JournalEntry(event, time: timestamp())
    }

    private func write(_ entry: JournalEntry) async throws(JournalError) {
        var line: [UInt8]
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            line = Array(try encoder.encode(entry))
        } catch {
            throw JournalError(.notEncodable, cause: error)
        }
        line.append(UInt8(ascii: "\n"))
        do {
            try await sink.append(line)
        } catch {
            throw JournalError(.notWritten, cause: error)
        }
    }
}
