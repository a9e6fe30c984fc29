/// Finds attributes in `members_where` that no user's record has: mostly a misspelt name, or records that lost a column.
///
/// Such a filter says nothing of who does not belong to the group, so the group loses nobody.
struct SelectionCheck {
    /// The records of all users.
    let records: [JSONNode]

    /// Warns of the first such attribute; says whether there is one.
    func noteUnknownAttribute(in group: inout ObjectReader) -> Bool {
        let field = "members_where"
        guard let text = group.value(field)?.string else { return false }
        let unknown = Filter.attributes(of: text).first { attribute in
            !records.contains { !$0.attribute(attribute.path).isMissing }
        }
        guard let unknown else { return false }
        let name = unknown.path.description
        let nearest = nearestName(to: name, among: names(leadingTo: unknown.path)).map { "Did you mean \(quoted($0))?" }
        group.report(
            "no user's record has an attribute \(quoted(name)), so nobody is removed from the group.",
            remedy: nearest ?? "Correct the name, or load the users whose records have it.",
            at: unknown.offset,
            inText: field,
            severity: .warning
        )
        return true
    }

    /// The names that records have in the object in which an attribute is looked for, as paths.
    private func names(leadingTo path: AttributePath) -> [String] {
        let parents = (path.candidates.last ?? []).dropLast()
        var names: Set<String> = []
        for record in records {
            var found = FoundAttribute()
            record.collect(parents, into: &found)
            for node in found.nodes {
                for member in node.object ?? [] where !member.node.isNull {
                    names.insert((parents + [member.key]).joined(separator: "."))
                }
            }
        }
        return names.sorted()
    }
}
