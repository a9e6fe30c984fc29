/// What a conversion is told besides the export.
public struct ConversionOptions: Sendable {
    /// The name of the mapping that reads the records.
    public var mapping: String
    /// Attributes that are kept besides those of the format's list.
    public var attributes: [String] = []
    /// LDIF: further object classes of people.
    public var userClasses: [String] = []
    /// LDIF: further object classes of groups.
    public var groupClasses: [String] = []
    /// What the starter mapping takes an attribute from, instead of what suits the export best.
    public var sources: [StarterAttribute: String] = [:]
    /// Whether a field of the export is the email. If not, a kept mapping makes emails, and who has one is not known.
    public var hasEmailField = true
    /// CSV: the byte between the fields of a row.
    public var delimiter = UInt8(ascii: ",")
    /// CSV: how the text is encoded.
    public var encoding = TextEncoding.utf8
    /// CSV: what a row is.
    public var rows = RowKind.users

    /// Options for a mapping's name; everything else as it is without options.
    public init(mapping: String) { self.mapping = mapping }

    /// The name of an attribute in the one form in which names are compared.
    static func folded(_ name: some StringProtocol) -> String { name.lowercased() }
}

/// An attribute of the starter mapping.
public enum StarterAttribute: String, Sendable, CaseIterable, Hashable {
    /// A person's primary email.
    case email
    /// A person's given name.
    case givenName = "given_name"
    /// A person's surname.
    case surname
    /// A person's key, which survives a change of email.
    case externalID = "external_id"
    /// Whether a person may sign in.
    case status
    /// The groups of a person.
    case groups
    /// A group's name.
    case groupName = "name"
    /// A group's key, which survives a change of name.
    case groupID = "id"
    /// The members of a group.
    case members
}
