/// The profile attributes in which a member differs from their record.
struct ProfileDifference {
    private(set) var update = ProfileUpdate()
    private(set) var before: [Field] = []
    private(set) var after: [Field] = []

    init() {}

    /// Compares the attributes that the record manages, the external ID aside.
    init(record: DesiredUser, member: Member) {
        if FoldedName(record.email.value) != FoldedName(member.email) {
            update.email = record.email.value
            note("email", .text(member.email), .text(record.email.value))
        }
        if let name = record.givenName, name != member.givenName {
            update.givenName = name
            note("given_name", .text(member.givenName), .text(name))
        }
        if let name = record.surname, name != member.surname {
            update.surname = name
            note("surname", .text(member.surname), .text(name))
        }
        if let restricted = record.isDirectoryRestricted, restricted != (member.isDirectoryRestricted ?? false) {
            update.isDirectoryRestricted = restricted
            note("is_directory_restricted", FieldValue(member.isDirectoryRestricted), .flag(restricted))
        }
        if let id = record.persistentID, id != member.persistentID {
            update.persistentID = id
            note("persistent_id", FieldValue(member.persistentID), .text(id))
        }
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
