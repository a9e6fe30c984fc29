/// The attributes of an LDAP directory that are kept, in the order in which records have them.
struct LDIFVocabulary: Sendable {
    /// An attribute that is kept.
    struct Attribute: Sendable {
        let name: String
        /// Whether its values have no order of their own, so that they are sorted.
        let isSet: Bool
    }

    private static let userAttributes = [
        "uid", "cn", "sAMAccountName", "userPrincipalName", "mail", "givenName", "sn", "displayName", "employeeNumber",
        "employeeID", "employeeType", "department", "departmentNumber", "company", "o", "ou", "title", "l", "co",
    ]
    private static let keys = ["entryUUID", "objectGUID", "ipaUniqueID", "nsUniqueId"]
    private static let groupAttributes = ["gidNumber", "groupType", "member", "uniqueMember", "memberUid"]
    private static let sets: Set<String> = ["memberof", "member", "uniquemember", "memberuid", "owner"]

    static let userClasses: Set<String> = [
        "person", "organizationalperson", "inetorgperson", "user", "account", "posixaccount",
    ]
    static let groupClasses: Set<String> = [
        "groupofnames", "groupofuniquenames", "group", "posixgroup", "groupofmembers",
    ]
    /// Machines, which Active Directory counts among the users.
    static let otherClasses: Set<String> = ["computer", "foreignsecurityprincipal"]

    /// The kept attributes; the first is the name of the entry.
    let attributes: [Attribute]
    private let places: [String: Int]

    init(_ options: ConversionOptions) {
        let asked = (options.attributes + options.sources.values).sorted()
        var seen: Set<String> = []
        let names = (["dn"] + Self.userAttributes + Self.keys + Self.groupAttributes + asked)
            .filter {
                seen.insert(ConversionOptions.folded($0)).inserted
                    && !AccountState.attributes.contains(ConversionOptions.folded($0))
            }
        attributes = names.map { Attribute(name: $0, isSet: Self.sets.contains(ConversionOptions.folded($0))) }
        places = Dictionary(uniqueKeysWithValues: names.enumerated().map { (ConversionOptions.folded($1), $0) })
    }

    /// The place of an attribute among the kept ones.
    func place(of foldedName: String) -> Int? { places[foldedName] }

    static let sources: SourceTable = {
        var table = SourceTable([
            .email: ["mail", "userPrincipalName"],
            .externalID: ["employeeNumber", "employeeID", "entryUUID", "objectGUID", "ipaUniqueID", "nsUniqueId"],
            .givenName: ["givenName"], .surname: ["sn"], .status: [AccountState.field], .groups: ["memberOf"],
            .groupName: ["cn"], .groupID: ["entryUUID", "objectGUID", "ipaUniqueID", "nsUniqueId"],
            .members: ["member", "uniqueMember", "memberUid"],
        ])
        let name = FieldPath("dn")
        table.reference = name
        // Directories that lock accounts by an attribute leave it out of all others.
        table.isActiveByDefault = true
        table.userOrder = [name]
        table.groupOrder = [name]
        table.memberships = [
            .init(group: FieldPath("member"), user: name), .init(group: FieldPath("uniqueMember"), user: name),
            .init(group: FieldPath("memberUid"), user: FieldPath("uid")),
        ]
        return table
    }()
}
