import TeamPlanning

/// A group that may have several rows: their lists add up, of everything else the first row counts.
struct CSVGroup {
    private let place: SourceLocation
    private var fields: [JSONMember]
    private var lists: [String: Set<String>] = [:]

    /// A group without anything, at the place of its first row.
    init(_ record: SourceRecord) {
        place = record.place
        fields = []
    }

    /// Adds a row.
    mutating func merge(_ row: SourceRecord) {
        for field in row.fields {
            if let items = field.node.array {
                lists[field.key, default: []].formUnion(items.compactMap(\.string))
            } else if !fields.contains(where: { $0.key == field.key }) {
                fields.append(field)
            }
        }
    }

    /// The group with each member once, in order.
    var record: SourceRecord {
        let lists = lists.sorted { $0.key < $1.key }.map { key, texts in
            var seen: Set<String> = []
            return JSONMember(
                key: key,
                .texts(texts.sorted().filter { seen.insert(ConversionOptions.folded($0)).inserted })
            )
        }
        return SourceRecord(kind: .groups, place: place, fields: fields + lists)
    }
}
