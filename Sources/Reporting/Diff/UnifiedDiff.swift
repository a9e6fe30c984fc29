/// The difference between two versions of a file in the form of `diff -u`, which `git apply` and `patch` read.
///
/// Lines are escaped for a terminal, so a line that holds characters which cannot be seen is shown, but not applied.
public struct UnifiedDiff: Sendable {
    /// How many lines are shown around each change.
    private static let context = 3

    /// Bytes, since text that looks the same need not be.
    private typealias Line = ArraySlice<UInt8>

    private let path: String
    private let old: [Line]
    private let new: [Line]
    private let isNew: Bool
    private let isGone: Bool
    private let endsOpen: (old: Bool, new: Bool)

    /// Compares two versions; `nil` where there was no file, or will be none.
    public init(path: String, from old: [UInt8]?, to new: [UInt8]?) {
        self.path = path
        self.old = Self.lines(old ?? [])
        self.new = Self.lines(new ?? [])
        isNew = old == nil
        isGone = new == nil
        endsOpen = (Self.endsOpen(old ?? []), Self.endsOpen(new ?? []))
    }

    /// The whole difference, with a newline after every line; empty when there is none.
    public var text: String {
        let hunks = hunks
        guard !hunks.isEmpty else { return "" }
        let name = TerminalText.escaped(path)
        var text = "--- \(isNew ? "/dev/null" : "a/\(name)")\n+++ \(isGone ? "/dev/null" : "b/\(name)")\n"
        for hunk in hunks { append(hunk, to: &text) }
        return text
    }

    // MARK: Hunks

    /// A line of the difference: where it stands on the sides that have it.
    private struct Row {
        let old: Int?
        let new: Int?
        var isKept: Bool { old != nil && new != nil }
    }

    private var rows: [Row] {
        var rows: [Row] = []
        var (left, right) = (0, 0)
        let matches = LineDiff(keyed(old, endsOpen.old), keyed(new, endsOpen.new)).common
        for match in matches + [(old: old.count, new: new.count)] {
            rows += (left..<match.old).map { Row(old: $0, new: nil) }
            rows += (right..<match.new).map { Row(old: nil, new: $0) }
            if match.old < old.count || match.new < new.count { rows.append(Row(old: match.old, new: match.new)) }
            (left, right) = (match.old + 1, match.new + 1)
        }
        return rows
    }

    /// A last line without its newline is another line than one with it.
    private func keyed(_ lines: [Line], _ endsOpen: Bool) -> [Line] {
        guard endsOpen, let last = lines.last else { return lines }
        return lines.dropLast() + [last + [UInt8(ascii: "\n")]]
    }

    private var hunks: [ArraySlice<Row>] {
        let rows = rows
        var hunks: [Range<Int>] = []
        for index in rows.indices where !rows[index].isKept {
            let range = max(0, index - Self.context)..<min(rows.count, index + Self.context + 1)
            if let last = hunks.last, last.upperBound >= range.lowerBound {
                hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
            } else {
                hunks.append(range)
            }
        }
        return hunks.map { rows[$0] }
    }

    private func append(_ hunk: ArraySlice<Row>, to text: inout String) {
        text += "@@ -\(place(hunk.compactMap(\.old))) +\(place(hunk.compactMap(\.new))) @@\n"
        for row in hunk {
            switch (row.old, row.new) {
            case (let place?, nil): add("-", old[place], endsOpen.old && place == old.count - 1, to: &text)
            case (nil, let place?): add("+", new[place], endsOpen.new && place == new.count - 1, to: &text)
            case (let place?, .some): add(" ", old[place], endsOpen.old && place == old.count - 1, to: &text)
            case (nil, nil): break
            }
        }
    }

    private func add(_ sign: String, _ line: Line, _ isOpen: Bool, to text: inout String) {
        text += sign + TerminalText.escaped(String(decoding: line, as: UTF8.self)) + "\n"
        if isOpen { text += "\\ No newline at end of file\n" }
    }

    /// `start,count`. Only an empty file has a side without lines, since every other change has lines around it.
    private func place(_ lines: [Int]) -> String {
        guard let first = lines.first else { return "0,0" }
        return lines.count == 1 ? "\(first + 1)" : "\(first + 1),\(lines.count)"
    }

    // MARK: Lines

    private static func lines(_ bytes: [UInt8]) -> [Line] {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    private static func endsOpen(_ bytes: [UInt8]) -> Bool {
        bytes.last.map { $0 != UInt8(ascii: "\n") } ?? false
    }
}
