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
        try await write(.applyStarted, ApplyStartedFacts(plan, context))
    }

    func changeStarted(_ change: Change) async throws(JournalError) {
        try await write(.changeStarted, ChangeFacts(change))
    }

    func callFinished(
        _ change: Change,
        _ call: GatewayCall,
        _ outcome: GatewayCall.Outcome
    ) async throws(JournalError) {
        try await write(.callFinished, ChangeFacts(change, call, outcome))
    }

    func changeFinished(_ outcome: ChangeOutcome) async throws(JournalError) {
        try await write(.changeFinished, ChangeFacts(outcome))
    }

    func applyFinished(_ outcomes: [ChangeOutcome], _ cause: StopCause?) async throws(JournalError) {
        try await write(.applyFinished, ApplyFinishedFacts(outcomes, cause))
    }

    func verified(remaining: Int) async throws(JournalError) {
        try await write(.verified, VerifiedFacts(remaining: remaining))
    }

    private func write(_ event: JournalEvent, _ facts: some Encodable) async throws(JournalError) {
        var line: [UInt8]
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            line = asciiJSON(try encoder.encode(JournalEntry(event: event, time: timestamp(), facts: facts)))
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

/// JSON text with everything outside printable ASCII as `\u` escapes: a journal is read on terminals, on which other
/// characters could act, and they stand only inside strings.
private func asciiJSON(_ json: Data) -> [UInt8] {
    if json.allSatisfy({ $0 < 0x7F }) { return Array(json) }
    var bytes: [UInt8] = []
    for unit in String(decoding: json, as: UTF8.self).utf16 {
        if unit < 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: unit))
        } else {
            let digits = String(unit, radix: 16)
            bytes.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
        }
    }
    return bytes
}
