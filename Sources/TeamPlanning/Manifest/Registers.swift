/// Where each email and external ID was first used.
struct UserRegister {
    private var emails: [String: SourceLocation] = [:]
    private var externalIDs: [String: SourceLocation] = [:]
    private var references: [FoldedName: SourceLocation] = [:]

    /// The reference IDs by which records may name users.
    var referenceIDs: Set<FoldedName> { Set(references.keys) }

    /// Makes room for so many records.
    mutating func reserveCapacity(_ count: Int) {
        emails.reserveCapacity(count)
        externalIDs.reserveCapacity(count)
    }

    /// Adds a record, or a finding when another has its email or its external ID.
    mutating func insert(_ user: DesiredUser, _ reader: inout ObjectReader) {
        if let first = emails.register(user.email, as: foldedName(user.email.value)) {
            let message =
                "The email \(quoted(user.email.value)) belongs to another user at \(first.description) already."
            let remedy = "Merge the two records, or correct one of the emails."
            reader.reportDuplicate(.duplicateUser, message, remedy: remedy, at: user.email.location)
        }
        insertReference(of: user, &reader)
        guard let id = user.externalID, let first = externalIDs.register(id, as: id.value) else { return }
        let message = "The external_id \(quoted(id.value)) belongs to another user at \(first.description) already."
        let remedy = "Give each person an external_id of their own."
        reader.reportDuplicate(.duplicateUser, message, remedy: remedy, at: id.location)
    }
}

extension UserRegister {
    private mutating func insertReference(of user: DesiredUser, _ reader: inout ObjectReader) {
        guard let id = user.referenceID else { return }
        let folded = FoldedName(id)
        if let first = references[folded] {
            let message = "The reference ID \(quoted(id)) belongs to another user at \(first.description) already."
            let remedy = "Map \"id\" to a field that is different for each person, such as a DN."
            reader.reportDuplicate(.duplicateUser, message, remedy: remedy, at: user.location)
        } else {
            references[folded] = user.location
        }
    }
}

/// Where each group name and ID was first used.
struct GroupRegister {
    private var names: [String: SourceLocation] = [:]
    private var ids: [String: SourceLocation] = [:]

    /// Adds a record, or a finding when another has its name or its ID. The ID of a group without `id` is its name.
    mutating func insert(_ group: DesiredGroup, _ reader: inout ObjectReader) {
        let id = group.id ?? group.name
        let sameID = ids.register(id, as: id.value)
        if let first = names.register(group.name, as: foldedName(group.name.value)) {
            let message =
                "The name \(quoted(group.name.value)) belongs to another group at \(first.description) already."
            let remedy = "Merge the two records, or rename one of the groups."
            reader.reportDuplicate(.duplicateGroup, message, remedy: remedy, at: group.name.location)
            if group.id == nil { return }
        }
        guard let first = sameID else { return }
        let message = "The id \(quoted(id.value)) belongs to another group at \(first.description) already."
        let remedy = "Give each group an id of its own; a group without id has its name as its id."
        reader.reportDuplicate(.duplicateGroup, message, remedy: remedy, at: id.location)
    }
}

extension [String: SourceLocation] {
    /// Notes the first use of a key; returns the earlier use when there is one.
    fileprivate mutating func register(_ value: Located<String>, as key: String) -> SourceLocation? {
        guard let first = updateValue(value.location, forKey: key) else { return nil }
        self[key] = first
        return first
    }
}

extension ObjectReader {
    mutating func reportDuplicate(
        _ code: FindingCode,
        _ message: String,
        remedy: String,
        at location: SourceLocation
    ) {
        add(Finding(.error, code, message, remedy: remedy, resource: resource, at: location))
    }
}
