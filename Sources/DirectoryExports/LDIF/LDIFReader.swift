import TeamPlanning

/// Reads LDIF (RFC 2849): entries only, no changes. Of each entry it keeps the attributes of ``LDIFVocabulary``.
struct LDIFReader: ExportReader {
    let sources = LDIFVocabulary.sources
    private let options: ConversionOptions
    let vocabulary: LDIFVocabulary
    private var lines = LDIFLines()
    private var state = State.between

    /// What the next line belongs to.
    private enum State {
        case between
        case entry(LDIFEntry)
        /// An entry with a fault that makes the rest of it meaningless.
        case skipped
        /// The result that `ldapsearch` prints after the entries when it is not told to leave it out.
        case result
    }

    init(_ options: ConversionOptions) {
        self.options = options
        vocabulary = LDIFVocabulary(options)
    }

    mutating func startFile(into records: inout RecordCollection) {
        lines = LDIFLines()
        state = .between
    }

    mutating func consume(_ bytes: ArraySlice<UInt8>, into records: inout RecordCollection) {
        var lines = self.lines
        lines.consume(bytes) { take($0, into: &records) }
        self.lines = lines
    }

    mutating func endFile(into records: inout RecordCollection) {
        var lines = self.lines
        let openRow = lines.finish { take($0, into: &records) }
        self.lines = lines
        endEntry(into: &records)
        guard let openRow else { return }
        records.findings.fault(
            "The export ends in the middle of a line, as one that was cut off does.",
            remedy: "Export again; if the export is complete, end it with a line break.",
            line: openRow
        )
    }

    private mutating func take(_ line: LDIFLines.Line, into records: inout RecordCollection) {
        guard let first = line.bytes.first else { return endEntry(into: &records) }
        if first == UInt8(ascii: "#") { return }
        if case .skipped = state { return }
        guard let (name, value) = split(line) else {
            let message = "The line is neither an attribute with a colon, nor a comment, nor blank."
            return records.findings.fault(message, remedy: Self.remedy, line: line.number)
        }
        switch state {
        case .between: start(name, value, line, into: &records)
        case .result: check(result: name, value, line, into: &records)
        case .entry(var entry):
            // The entry leaves the state, so that there is one copy of it.
            state = .between
            switch name {
            case "changetype", "control": reportChange(line, into: &records)
            case "dn":
                let message = "The entry has a second name: a blank line is missing before it."
                records.findings.fault(message, remedy: Self.remedy, line: line.number)
                state = .skipped
            default:
                add(name, value, line, to: &entry, into: &records)
                state = .entry(entry)
            }
        case .skipped: break
        }
    }

    /// The name in lower case, and what follows its colon.
    private func split(_ line: LDIFLines.Line) -> (name: String, value: ArraySlice<UInt8>)? {
        guard let colon = line.bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0 else { return nil }
        let name = line.bytes[..<colon]
        let isName = name.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-;.=*_".utf8.contains(byte)
        }
        guard isName else { return nil }
        return (String(decoding: name, as: UTF8.self).lowercased(), line.bytes[(colon + 1)...])
    }

    static let remedy = "Export the entries again as LDIF, such as with ldapsearch -LLL."
}

extension LDIFReader {
    /// The first line of an entry, or of something else that may stand between entries.
    private mutating func start(
        _ name: String,
        _ value: ArraySlice<UInt8>,
        _ line: LDIFLines.Line,
        into records: inout RecordCollection
    ) {
        switch name {
        case "dn":
            guard case .text(let text) = LDIFValue(value, isCut: line.isCut) else {
                state = .skipped
                let message = "The entry's name is no text."
                return records.findings.fault(message, remedy: Self.remedy, line: line.number)
            }
            state = .entry(LDIFEntry(name: text, line: line.number))
        case "version":
            if LDIFValue(value, isCut: line.isCut) != .text("1") {
                let message = "The export is not LDIF of version 1."
                records.findings.fault(message, remedy: Self.remedy, line: line.number)
            }
        case "search", "result":
            state = .result
            check(result: name, value, line, into: &records)
        default:
            state = .skipped
            let message = "An entry starts with \(quotedShort(name)), not with its name, \"dn\"."
            records.findings.fault(message, remedy: Self.remedy, line: line.number)
        }
    }

    /// A search that ended early leaves entries out, and nothing else shows it.
    private func check(
        result name: String,
        _ value: ArraySlice<UInt8>,
        _ line: LDIFLines.Line,
        into records: inout RecordCollection
    ) {
        guard name == "result", case .text(let text) = LDIFValue(value, isCut: line.isCut),
            text.split(separator: " ").first != "0"
        else { return }
        records.findings.fault(
            "The search that made the export ended with \(quotedShort(text)): the export is not complete.",
            remedy: "Raise the limit of the search, or search in pages (ldapsearch -E pr=1000/noprompt).",
            line: line.number
        )
    }

    private mutating func reportChange(_ line: LDIFLines.Line, into records: inout RecordCollection) {
        state = .skipped
        records.findings.fault(
            "The entry is a change of an entry, not the entry itself.",
            remedy: "Export the entries; changes cannot be converted.",
            line: line.number
        )
    }

    private mutating func endEntry(into records: inout RecordCollection) {
        defer { state = .between }
        guard case .entry(let entry) = state else { return }
        guard let kind = entry.kind(options, vocabulary) else {
            records.otherEntries += 1
            return
        }
        let fields = entry.fields(vocabulary, kind)
        records.add(SourceRecord(kind: kind, place: records.findings.place(entry.line), fields: fields))
    }
}
