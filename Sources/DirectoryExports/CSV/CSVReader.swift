import TeamPlanning

/// Reads CSV (RFC 4180) with a header row; every row is a person, or a group, or one of a group's members.
struct CSVReader: ExportReader {
    private(set) var sources = SourceTable([:])
    private let options: ConversionOptions
    private var decoder: TextDecoder
    private var rows: CSVRows
    private var header: CSVHeader?
    private var hasHeader = false
    /// The groups by name: one may have a row for each member.
    private var groups: [String: CSVGroup] = [:]

    init(_ options: ConversionOptions) {
        self.options = options
        decoder = TextDecoder(options.encoding)
        rows = CSVRows(delimiter: options.delimiter)
    }

    mutating func startFile(into records: inout RecordCollection) { hasHeader = false }

    mutating func consume(_ bytes: ArraySlice<UInt8>, into records: inout RecordCollection) {
        let text = decoder.decode(bytes)
        read(text, into: &records)
    }

    mutating func endFile(into records: inout RecordCollection) {
        let rest = decoder.finish()
        read(rest, into: &records)
        var rows = self.rows
        rows.finish { take($0, into: &records) }
        self.rows = rows
    }

    mutating func finish(into records: inout RecordCollection) {
        for group in groups.values { records.add(group.record) }
        groups = [:]
    }

    private mutating func read(_ text: [UInt8], into records: inout RecordCollection) {
        var rows = self.rows
        // Rows are handed out while the splitter works on the next ones: this one must not be looked at meanwhile.
        self.rows = CSVRows(delimiter: options.delimiter)
        rows.consume(text) { take($0, into: &records) }
        self.rows = rows
    }

    private mutating func take(_ result: CSVRows.Result, into records: inout RecordCollection) {
        switch result {
        case .fault(let fault): records.findings.fault(fault.message, remedy: fault.remedy, line: fault.line)
        case .row(let row):
            if row.bytes.isEmpty, row.ends.count == 1 { return }
            if hasHeader { add(row, into: &records) } else { start(row, into: &records) }
        }
    }

    private mutating func start(_ row: CSVRows.Row, into records: inout RecordCollection) {
        hasHeader = true
        let names = row.ends.indices.map { String(validating: row.field($0), as: UTF8.self) }
        var seen: Set<String> = []
        for name in names.compactMap(\.self) {
            guard !name.isEmpty, !seen.insert(ConversionOptions.folded(CSVHeader.fieldName(name))).inserted else {
                continue
            }
            records.findings.fault(
                "The header names the column \(quotedShort(name)) twice.",
                remedy: "Give each column a name of its own.",
                line: row.line
            )
        }
        let header = CSVHeader(names.map { $0?.isEmpty == true ? nil : $0 }, options)
        if names.contains(where: { $0 == nil }) { reportEncoding(row.line, into: &records) }
        if let first = self.header, first.columns.map(\.name) != header.columns.map(\.name) {
            records.findings.fault(
                "The header is not the one of the file before.",
                remedy: "Convert files of different columns under mappings of their own.",
                line: row.line
            )
        } else if self.header == nil {
            records.use(header.sources.overridden(by: options.sources.mapValues(CSVHeader.fieldName)))
            reportOthers(header.others, row.line, into: &records)
        }
        self.header = header
    }

    private mutating func add(_ row: CSVRows.Row, into records: inout RecordCollection) {
        guard let header else { return }
        guard row.ends.count == header.width else {
            return records.findings.fault(
                "The row has \(row.ends.count) fields, the header \(header.width).",
                remedy: "Put fields with the delimiter in them in quotes; check --delimiter.",
                line: row.line
            )
        }
        var fields: [JSONMember] = []
        for column in header.columns {
            guard let text = String(validating: row.field(column.index), as: UTF8.self) else {
                return reportEncoding(row.line, into: &records)
            }
            let cell = trimmed(text)
            if cell.isEmpty { continue }
            if SensitiveContent.isPasswordHash(String(cell)) {
                let message = "A value of \(column.name) looks like a stored password, and is left out."
                records.findings.warn(message, at: records.findings.place(row.line))
                continue
            }
            fields.append(JSONMember(key: column.name, column.isList ? .texts(items(of: cell)) : .string(String(cell))))
        }
        let place = records.findings.place(row.line)
        hand(on: SourceRecord(kind: options.rows, place: place, fields: fields), into: &records)
    }

    private mutating func hand(on record: SourceRecord, into records: inout RecordCollection) {
        guard record.kind == .groups else { return records.add(record) }
        let name = records.sources[.groupName].lazy.compactMap { record.texts(at: $0).first }.first
        guard let name else {
            let message = "The row names no group."
            let remedy = "Give it one, or name the column with --map name=COLUMN."
            return records.findings.fault(message, remedy: remedy, at: record.place)
        }
        groups[ConversionOptions.folded(name), default: CSVGroup(record)].merge(record)
    }
}

extension CSVReader {
    private func reportEncoding(_ line: Int, into records: inout RecordCollection) {
        let message = "The row is no text in \(options.encoding.rawValue)."
        let remedy = "Name the encoding of the file with --encoding."
        records.findings.fault(message, remedy: remedy, line: line)
    }

    private func reportOthers(_ names: [String], _ line: Int, into records: inout RecordCollection) {
        guard !names.isEmpty else { return }
        let shown = names.prefix(10).map(quotedShort).joined(separator: ", ") + (names.count > 10 ? " and more" : "")
        records.findings.warn(
            "Left out the columns \(shown).",
            remedy: "Keep one with --attribute COLUMN.",
            at: records.findings.place(line)
        )
    }

    /// The things that a cell lists.
    private func items(of cell: Substring) -> [String] {
        let items = cell.split { ";|\n\r".contains($0) }.map { String(trimmed(String($0))) }
        return Set(items.filter { !$0.isEmpty }).sorted()
    }

    private func trimmed(_ text: String) -> Substring {
        let start = text.drop(while: \.isWhitespace)
        let end = start.lastIndex { !$0.isWhitespace }.map { start.index(after: $0) } ?? start.startIndex
        return start[..<end]
    }
}
