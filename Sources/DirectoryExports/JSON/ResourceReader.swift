import TeamPlanning

/// Reads files of JSON resources one by one, in pages or in a list.
struct ResourceReader<Vocabulary: ResourceVocabulary>: ExportReader {
    private let vocabulary: Vocabulary
    private var splitter = ResourceSplitter()
    /// How many people and groups pages speak of, and how many there are.
    private var announced: [RowKind: (count: Int, place: SourceLocation)] = [:]
    private var found: [RowKind: Int] = [:]
    /// How many pages are still to follow by what the pages say, and where the last one stands, by kind.
    private var openPages: [RowKind: (count: Int, place: SourceLocation)] = [:]
    /// What the last resource of each list of the file is.
    private var kinds: [String: RowKind] = [:]

    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    var sources: SourceTable { vocabulary.sources }

    mutating func startFile(into records: inout RecordCollection) {
        splitter = ResourceSplitter()
        kinds = [:]
    }

    mutating func consume(_ bytes: ArraySlice<UInt8>, into records: inout RecordCollection) {
        var splitter = self.splitter
        // Whoever takes a resource must not look at the splitter, which goes on.
        self.splitter = ResourceSplitter()
        splitter.consume(bytes) { take($0, into: &records) }
        self.splitter = splitter
    }

    mutating func endFile(into records: inout RecordCollection) {
        splitter.finish()
        guard let document = read(splitter.rest, line: 1, into: &records) else { return }
        takeRest(document.root, records.findings.place(1), into: &records)
    }

    mutating func finish(into records: inout RecordCollection) {
        for (kind, page) in openPages.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where page.count > 0 {
            records.findings.fault(
                "A page of \(kind.rawValue) is followed by one that the export does not hold.",
                remedy: "Export all pages, and convert them together.",
                at: page.place
            )
        }
        for (kind, total) in announced.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let count = found[kind] ?? 0
            guard count < total.count else { continue }
            records.findings.fault(
                "The export holds \(count) of \(total.count) \(kind.rawValue).",
                remedy: "Export all pages, and convert them together.",
                at: total.place
            )
        }
    }

    /// A JSON text that starts on a line of the file; `nil` when it has faults.
    private func read(_ bytes: [UInt8], line: Int, into records: inout RecordCollection) -> JSONDocument? {
        var faults: [Finding] = []
        let document = JSONDocument.read(bytes, file: records.findings.file, into: &faults)
        for fault in faults { records.findings.add(fault.moved(byLines: line - 1)) }
        return faults.isEmpty ? document : nil
    }
}

extension ResourceReader {
    private mutating func take(_ resource: ResourceSplitter.Resource, into records: inout RecordCollection) {
        guard let document = read(resource.bytes, line: resource.line, into: &records) else { return }
        let place = records.findings.place(resource.line)
        if resource.list.isEmpty, let lists = vocabulary.lists(of: document.root) {
            take(page: document.root, lists, place, into: &records)
        } else {
            take(document.root, in: resource.list, place, into: &records)
        }
    }

    /// The file without its resources: a page of them, a list of them, or one of them alone.
    private mutating func takeRest(_ root: JSONNode, _ place: SourceLocation, into records: inout RecordCollection) {
        if let items = root.array {
            for item in items { checkPlaceholder(item, place, into: &records) }
        } else if let lists = vocabulary.lists(of: root) {
            for item in lists.flatMap(\.items) { checkPlaceholder(item, place, into: &records) }
            announce(root, lists.map(\.key), place)
        } else if root.object != nil, vocabulary.kind(of: root, in: "") != nil {
            take(root, in: "", place, into: &records)
        } else {
            records.findings.fault(
                "The file holds no \(vocabulary.name) resources.",
                remedy: "Export the users and the groups as \(vocabulary.name) lists them.",
                at: place
            )
        }
    }

    private func checkPlaceholder(_ item: JSONNode, _ place: SourceLocation, into records: inout RecordCollection) {
        if item.value == .number(ResourceSplitter.placeholder) { return }
        let message = "An entry of the list is no object."
        records.findings.fault(message, remedy: "Export the resources themselves.", at: place)
    }

    private mutating func take(
        page: JSONNode,
        _ lists: [(key: String, items: [JSONNode])],
        _ place: SourceLocation,
        into records: inout RecordCollection
    ) {
        kinds = [:]
        for (key, items) in lists {
            for item in items { take(item, in: key, place, into: &records) }
        }
        announce(page, lists.map(\.key), place)
    }

    private mutating func take(
        _ resource: JSONNode,
        in list: String,
        _ place: SourceLocation,
        into records: inout RecordCollection
    ) {
        guard resource.object != nil else {
            let message = "An entry of the list is no object."
            return records.findings.fault(message, remedy: "Export the resources themselves.", at: place)
        }
        guard let kind = vocabulary.kind(of: resource, in: list) else {
            records.otherEntries += 1
            return
        }
        kinds[list] = kind
        found[kind, default: 0] += 1
        records.add(SourceRecord(kind: kind, place: place, fields: vocabulary.fields(of: resource, kind)))
    }

    /// Notes how many resources a page speaks of, if it has one list.
    private mutating func announce(_ page: JSONNode, _ lists: [String], _ place: SourceLocation) {
        guard lists.count == 1, let kind = kinds[lists[0]] ?? RowKind(rawValue: lists[0]) else { return }
        // Of pages that belong together the last one alone has no next: as many as have one are to follow a first page.
        let followers = (openPages[kind]?.count ?? 1) - 1 + (vocabulary.hasNext(page) ? 1 : 0)
        openPages[kind] = (followers, place)
        guard let total = vocabulary.total(of: page) else { return }
        if total > announced[kind]?.count ?? 0 { announced[kind] = (total, place) }
    }
}

extension Finding {
    /// The finding with its place some lines further down.
    fileprivate func moved(byLines count: Int) -> Finding {
        guard let place = location else { return self }
        let moved = SourceLocation(file: place.file, line: place.line + count, column: place.column)
        return Finding(severity, code, message, remedy: remedy, resource: resource, at: moved)
    }
}
