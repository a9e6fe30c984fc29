import TeamPlanning

/// One entry of a directory, as far as it is kept.
struct LDIFEntry {
    let name: String
    let line: Int
    /// The values of the kept attributes, by place.
    private(set) var values: [Int: [String]] = [:]
    private(set) var objectClasses: [String] = []
    private(set) var isEnabled: Bool?

    init(name: String, line: Int) {
        self.name = name
        self.line = line
        values[0] = [name]
    }

    mutating func add(_ value: String, at place: Int) { values[place, default: []].append(value) }

    mutating func add(objectClass: String) { objectClasses.append(ConversionOptions.folded(objectClass)) }

    /// One attribute that says "disabled" outweighs others.
    mutating func note(isEnabled flag: Bool?) {
        guard let flag else { return }
        isEnabled = (isEnabled ?? true) && flag
    }

    /// What the entry is; `nil` when it is neither a person nor a group.
    func kind(_ options: ConversionOptions, _ vocabulary: LDIFVocabulary) -> RowKind? {
        let folded = { (names: [String]) in names.map { ConversionOptions.folded($0) } }
        if objectClasses.contains(where: folded(options.userClasses).contains) { return .users }
        if objectClasses.contains(where: folded(options.groupClasses).contains) { return .groups }
        if objectClasses.contains(where: LDIFVocabulary.otherClasses.contains) { return nil }
        if objectClasses.contains(where: LDIFVocabulary.groupClasses.contains) { return .groups }
        if objectClasses.contains(where: LDIFVocabulary.userClasses.contains) { return .users }
        guard objectClasses.isEmpty else { return nil }
        // A search that asked for some attributes only shows no classes.
        let has = { (names: [String]) in names.contains { vocabulary.place(of: $0).map { values[$0] != nil } == true } }
        if has(["member", "uniquemember", "memberuid"]) { return .groups }
        return has(["mail", "uid", "samaccountname", "sn"]) ? .users : nil
    }

    /// The entry's fields in the order of the vocabulary.
    func fields(_ vocabulary: LDIFVocabulary, _ kind: RowKind) -> [JSONMember] {
        var fields: [JSONMember] = values.keys.sorted().compactMap { place in
            let attribute = vocabulary.attributes[place]
            guard let values = values[place] else { return nil }
            if attribute.isSet {
                return JSONMember(key: attribute.name, .texts(Set(values).sorted()))
            }
            return JSONMember(key: attribute.name, values.count == 1 ? .string(values[0]) : .texts(values))
        }
        if kind == .users, let isEnabled { fields.append(JSONMember(key: AccountState.field, .bool(isEnabled))) }
        return fields
    }
}
