/// How the records of an export use the fields that a mapping could read.
struct FieldUse {
    /// One field's use.
    fileprivate struct Use {
        let path: FieldPath
        var count = 0
        /// The distinct texts of a key, or those of a status.
        var texts: Set<String> = []
        var isUnique = true
    }

    /// No export has more words for a status.
    fileprivate static let statusWords = 32

    private(set) var recordCount = 0
    /// How many records need a key: those of people without an email become nobody.
    private var keyedCount = 0
    private var uses: [StarterAttribute: [Use]]

    init(_ sources: SourceTable, _ attributes: [StarterAttribute]) {
        uses = Dictionary(uniqueKeysWithValues: attributes.map { ($0, sources[$0].map { Use(path: $0) }) })
    }

    mutating func note(_ record: SourceRecord) {
        recordCount += 1
        let needsKey = uses[.email]?.contains { record.texts(at: $0.path).contains(where: looksLikeEmail) } ?? true
        if needsKey { keyedCount += 1 }
        for attribute in Array(uses.keys) {
            for index in (uses[attribute] ?? []).indices where needsKey || attribute != .externalID {
                guard let path = uses[attribute]?[index].path else { continue }
                let texts = record.texts(at: path)
                guard let first = attribute == .email ? texts.first(where: looksLikeEmail) : texts.first else {
                    continue
                }
                uses[attribute]?[index].note(first, attribute)
            }
        }
    }

    /// The first candidate that any record has.
    func best(_ attribute: StarterAttribute) -> FieldPath? {
        uses[attribute]?.first { $0.count > 0 }?.path
    }

    /// The first candidate that every record that needs a key has, each a value of its own that fits an external ID.
    func key(_ attribute: StarterAttribute) -> FieldPath? {
        uses[attribute]?.first { $0.count == keyedCount && $0.count > 0 && $0.isUnique }?.path
    }

    /// Whether every record has a value for the field.
    func isEverywhere(_ attribute: StarterAttribute, _ path: FieldPath) -> Bool {
        uses[attribute]?.first { $0.path == path }?.count == recordCount
    }

    /// The words that the records have for a status.
    func words(_ path: FieldPath) -> Set<String> { uses[.status]?.first { $0.path == path }?.texts ?? [] }
}

extension FieldUse.Use {
    fileprivate mutating func note(_ text: String, _ attribute: StarterAttribute) {
        count += 1
        switch attribute {
        case .externalID, .groupID:
            // With the marker and the rule's name, 64 characters are the limit.
            if isUnique, text.utf8.count > FieldUse.longestKey || !texts.insert(text).inserted {
                isUnique = false
                texts = []
            }
        case .status: if texts.count <= FieldUse.statusWords { texts.insert(text.lowercased()) }
        default: break
        }
    }
}

extension FieldUse {
    /// What is left of an external ID's 64 characters beside the marker `roster:`, the longest rule name and a slash.
    fileprivate static let longestKey = 36
}
