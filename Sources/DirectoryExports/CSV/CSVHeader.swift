import TeamPlanning

/// The columns of a CSV export that are kept, and what they are good for.
struct CSVHeader {
    /// A column that is kept.
    struct Column: Sendable {
        let index: Int
        /// The name of the records' field.
        let name: String
        /// Whether a cell lists several things.
        let isList: Bool
    }

    /// How columns are called by what they are good for, the likeliest first, without spaces and signs.
    private static let names: [StarterAttribute: [String]] = [
        .email: ["email", "mail", "emailaddress", "workemail", "primaryemail", "userprincipalname", "login"],
        .externalID: [
            "employeenumber", "employeeid", "personnelnumber", "staffid", "externalid", "objectid", "userid", "id",
        ],
        .givenName: ["givenname", "firstname"], .surname: ["surname", "lastname", "familyname", "sn"],
        .status: ["status", "enabled", "active", "accountenabled", "userstatus", "employmentstatus"],
        .groups: ["groups", "memberof", "teams"],
        .groupName: ["groupname", "name", "displayname", "group"], .groupID: ["groupid", "id", "objectid"],
        .members: ["members", "member", "memberemail", "useremail", "email", "mail"],
    ]
    /// What else people filter by.
    private static let further: Set<String> = [
        "username", "displayname", "name", "department", "division", "company", "organization", "location", "office",
        "city", "country", "costcenter", "title", "jobtitle", "employeetype", "population",
    ]

    let width: Int
    let columns: [Column]
    /// The columns that are left out.
    let others: [String]
    let sources: SourceTable

    /// `names` are the names of the columns; `nil` stands for one that has none.
    init(_ names: [String?], _ options: ConversionOptions) {
        width = names.count
        let attributes = options.rows == .users ? UserFields.all : GroupFields.all
        let asked = Set(
            (options.attributes + options.sources.values).map { ConversionOptions.folded(Self.fieldName($0)) }
        )
        let lists: [StarterAttribute] = [.groups, .members]
        let listNames = Set(lists.filter(attributes.contains).flatMap { Self.names[$0] ?? [] })
        let chosenLists = Set(
            lists.compactMap { options.sources[$0].map { ConversionOptions.folded(Self.fieldName($0)) } }
        )
        let known = Set(attributes.flatMap { Self.names[$0] ?? [] }).union(Self.further)
        var kept: [Column] = []
        var left: [String] = []
        for (index, name) in names.enumerated() {
            guard let name else { continue }
            let field = Self.fieldName(name)
            let (plain, folded) = (Self.plain(name), ConversionOptions.folded(field))
            if (known.contains(plain) || asked.contains(folded)) && !SensitiveContent.isSensitive(attribute: name) {
                let isList = listNames.contains(plain) || chosenLists.contains(folded)
                kept.append(Column(index: index, name: field, isList: isList))
            } else {
                left.append(name)
            }
        }
        columns = kept
        others = left
        sources = Self.sources(kept, attributes)
    }

    private static func sources(_ columns: [Column], _ attributes: [StarterAttribute]) -> SourceTable {
        var table = SourceTable([:])
        for attribute in attributes {
            let names = names[attribute] ?? []
            let found = names.flatMap { name in columns.filter { plain($0.name) == name } }
            table.candidates[attribute] = found.map { FieldPath($0.name) }
        }
        let order: [StarterAttribute] = attributes.contains(.email) ? [.email] : [.groupName]
        table.userOrder = order.flatMap { table[$0] }
        table.groupOrder = table.userOrder
        return table
    }

    /// A column's name without spaces, signs and notes in brackets such as Google's `[Required]`.
    private static func plain(_ name: String) -> String {
        let start = name.prefix { $0 != "[" && $0 != "(" }
        return start.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    /// The name of a column as a field's: dots are what separates the parts of a mapping's paths.
    static func fieldName(_ name: String) -> String { String(name.map { $0 == "." ? "_" : $0 }) }
}
