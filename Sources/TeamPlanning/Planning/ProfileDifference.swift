/// The profile attributes in which a member differs from their record.
struct ProfileDifference {
    private(set) var update = ProfileUpdate()
    private(set) var before: [Field] = []
    private(set) var after: [Field] = []

    /// Compares the attributes that the record manages, the external ID aside.
    static func between(_ record: DesiredUser, _ member: Member) -> ProfileDifference {
        var difference = ProfileDifference()
        if FoldedName(record.email.value) != FoldedName(member.email) {
            difference.update.email = record.email.value
            difference.note("email", .text(member.email), .text(record.email.value))
        }
        if let name = record.givenName, name != member.givenName {
            difference.update.givenName = name
            difference.note("given_name", .text(member.givenName), .text(name))
        }
        if let name = record.surname, name != member.surname {
            difference.update.surname = name
            difference.note("surname", .text(member.surname), .text(name))
        }
        if let restricted = record.isDirectoryRestricted, restricted != (member.isDirectoryRestricted ?? false) {
            difference.update.isDirectoryRestricted = restricted
            difference.note("is_directory_restricted", FieldValue(member.isDirectoryRestricted), .flag(restricted))
        }
        if let id = record.persistentID, id != member.persistentID {
            difference.update.persistentID = id
            difference.note("persistent_id", FieldValue(member.persistentID), .text(id))
        }
        return difference
    }

    var isEmpty: Bool { after.isEmpty }

    /// Sets the external ID; `nil` clears it.
    mutating func setExternalID(from old: String?, to new: String?) {
        update.externalID = new ?? ""
        note("external_id", FieldValue(old), FieldValue(new))
    }

    /// The names of the attributes that differ, as a list for a sentence.
    var fieldNames: String { after.map(\.name).joined(separator: ", ") }

    private mutating func note(_ name: String, _ old: FieldValue, _ new: FieldValue) {
        before.append(Field(name, old))
        after.append(Field(name, new))
    }
}
