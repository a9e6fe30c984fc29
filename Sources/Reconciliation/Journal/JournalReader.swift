import TeamPlanning

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads journals back.
///
/// A line that is not JSON is what a crash tore, wherever it stands: a journal may be continued after a crash. It is counted
/// and otherwise passed over. Events that this version does not know are passed over too.
public enum JournalReader {
    /// The last apply of a journal; `nil` when it ended before its first entry was written.
    ///
    /// - Throws: ``JournalReadError``.
    public static func lastApply(in journal: [UInt8]) throws(JournalReadError) -> RecordedApply? {
        var reading = JournalReading()
        for (index, line) in journal.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        where !line.isEmpty {
            try reading.take(line, number: index + 1)
        }
        return try reading.result()
    }
}

/// The state of a reading, line by line.
private struct JournalReading {
    private let decoder = JSONDecoder()
    private var apply: RecordedApply?
    private var positions: [ChangeID: Int] = [:]
    private var firstTornLine: (number: Int, isEntry: Bool)?

    mutating func take(_ bytes: ArraySlice<UInt8>, number: Int) throws(JournalReadError) {
        let line: JournalLine
        if case .repeatedKey = JSONScreening(Array(bytes)) {
            throw JournalReadError(code: apply == nil ? .notAJournal : .damaged, line: number)
        }
        do {
            line = try decoder.decode(JournalLine.self, from: Data(bytes))
        } catch DecodingError.dataCorrupted(let context) where context.codingPath.isEmpty {
            apply?.unreadableLines.append(number)
            if apply == nil, firstTornLine == nil { firstTornLine = (number, bytes.first == UInt8(ascii: "{")) }
            return
        } catch {
            throw JournalReadError(code: apply == nil ? .notAJournal : .damaged, line: number)
        }
        guard let event = JournalEvent(rawValue: line.event) else { return }
        if event == .applyStarted {
            apply = try line.apply(number)
            positions = [:]
        }
        guard apply != nil else { throw JournalReadError(code: .notAJournal, line: number) }
        apply?.lastEntryAt = line.time
        try record(event, line, number)
    }

    /// - Throws: when the lines that were torn are all there is and do not look like a journal's.
    func result() throws(JournalReadError) -> RecordedApply? {
        if apply == nil, let line = firstTornLine, !line.isEntry {
            throw JournalReadError(code: .notAJournal, line: line.number)
        }
        return apply
    }

    private mutating func record(
        _ event: JournalEvent,
        _ line: JournalLine,
        _ number: Int
    ) throws(JournalReadError) {
        switch event {
        case .applyStarted: break
        case .changeStarted: _ = try position(of: line, number)
        case .callFinished:
            let index = try position(of: line, number)
            apply?.changes[index].finishedCalls += 1
            if let id = line.requestID { apply?.changes[index].requestID = id }
        case .changeFinished:
            let index = try position(of: line, number)
            guard let outcome = line.outcome, let status = ChangeOutcome.Status(rawValue: outcome) else {
                throw JournalReadError(code: .damaged, line: number)
            }
            apply?.changes[index].status = status
            apply?.changes[index].error = line.error
            if let id = line.requestID { apply?.changes[index].requestID = id }
        case .applyFinished:
            apply?.ending = line.timedOut == true ? .timedOut : line.interrupted == true ? .interrupted : .finished
        case .verified:
            guard let remaining = line.remaining else { throw JournalReadError(code: .damaged, line: number) }
            apply?.remaining = remaining
        }
    }

    /// Where the line's change stands; a change that is new is added.
    private mutating func position(of line: JournalLine, _ number: Int) throws(JournalReadError) -> Int {
        guard let id = line.change.map({ ChangeID($0) }), let action = line.action.flatMap(Action.init(rawValue:)),
            let resource = line.resource.flatMap(Resource.init(description:))
        else { throw JournalReadError(code: .damaged, line: number) }
        if let known = positions[id] { return known }
        let index = positions.count
        positions[id] = index
        apply?.changes.append(RecordedChange(id: id, action: action, resource: resource))
        return index
    }
}
