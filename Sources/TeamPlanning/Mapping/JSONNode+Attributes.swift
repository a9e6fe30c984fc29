/// What stands at a path of a record.
struct FoundAttribute: Equatable {
    /// The values without `null`, those of lists one by one.
    var nodes: [JSONNode] = []
    /// Where the first list stands that was met; with a list even one value is a list of one.
    var list: Int32?

    /// Whether there is neither a value nor an empty list.
    var isMissing: Bool { nodes.isEmpty && list == nil }
}

extension JSONNode {
    /// The values at a path. Lists along it and at its end are looked into item by item.
    func attribute(_ path: AttributePath) -> FoundAttribute {
        var found = FoundAttribute()
        for names in path.candidates {
            found = FoundAttribute()
            collect(names[...], into: &found)
            if !found.isMissing { break }
        }
        return found
    }

    /// The member with a name as written, else the first whose name differs in letter case only.
    func member(named name: String) -> JSONNode? {
        self[name] ?? object?.first { isEqualIgnoringCase($0.key, name) }?.node
    }

    /// Adds the values that a path leads to from here.
    func collect(_ names: ArraySlice<String>, into found: inout FoundAttribute) {
        if case .array(let items) = value {
            found.list = found.list ?? offset
            for item in items { item.collect(names, into: &found) }
        } else if let name = names.first {
            member(named: name)?.collect(names.dropFirst(), into: &found)
        } else if !isNull {
            found.nodes.append(self)
        }
    }
}
