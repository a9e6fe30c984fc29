/// The profile attributes in which a member differs from their record.
struct ProfileDifference {
    private(set) var update = ProfileUpdate()
    private(set) var before: [Field] = []
    private(set) var after: [Field] = []

    /// A difference in nothing.
    init() {}

    /// Compares the attributes that a record manages, the external ID aside.
    ///
    /// Takes positions: a record and a member are large, and most of them differ in nothing.
    init(desired: [DesiredUser], _ user: Int, live: [Member], _ member: Int, isSameEmail: Bool) {
        for attribute in Attribute.all where attribute != .email || !isSameEmail {
            if attribute.differs(desired, user, live, member) { note(attribute, desired[user], live[member]) }
        }
    }

    /// An attribute of a person's profile.
    private enum Attribute: CaseIterable {
        case email, givenName, surname, isDirectoryRestricted, persistentID

        static let all = allCases

        /// Whether a record says something else of the attribute than the member has.
        func differs(_ desired: [DesiredUser], _ user: Int, _ live: [Member], _ member: Int) -> Bool {
            switch self {
            case .email: FoldedName(desired[user].email.value) != FoldedName(live[member].email)
            case .givenName: desired[user].givenName.map { $0 != live[member].givenName } ?? false
            case .surname: desired[user].surname.map { $0 != live[member].surname } ?? false
            case .isDirectoryRestricted:
                desired[user].isDirectoryRestricted.map { $0 != live[member].isDirectoryRestricted ?? false } ?? false
            case .persistentID: desired[user].persistentID.map { $0 != live[member].persistentID } ?? false
            }
        }
    }

    private mutating func note(_ attribute: Attribute, _ record: DesiredUser, _ member: Member) {
        switch attribute {
        case .email:
            update.email = record.email.value
            note("email", .text(member.email), .text(record.email.value))
        case .givenName:
            update.givenName = record.givenName
            note("given_name", .text(member.givenName), FieldValue(record.givenName))
        case .surname:
            update.surname = record.surname
            note("surname", .text(member.surname), FieldValue(record.surname))
        case .isDirectoryRestricted:
            update.isDirectoryRestricted = record.isDirectoryRestricted
            let name = "is_directory_restricted"
            note(name, FieldValue(member.isDirectoryRestricted), FieldValue(record.isDirectoryRestricted))
        case .persistentID:
            update.persistentID = record.persistentID
            note("persistent_id", FieldValue(member.persistentID), FieldValue(record.persistentID))
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
