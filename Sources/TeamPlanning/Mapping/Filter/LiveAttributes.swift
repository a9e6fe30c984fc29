/// The attributes of a live member that filters can name.
public enum LiveMemberAttribute: String, Sendable, CaseIterable {
    /// The primary email.
    case email
    /// The given name.
    case givenName = "given_name"
    /// The surname.
    case surname
    /// The status' name, such as `active` or `invited`.
    case status
    /// The role by the name that manifests have for it, such as `team_admin`.
    case role
    /// The external ID with its marker, as Dropbox has it.
    case externalID = "external_id"
    /// The names of the member's groups.
    case groups

    /// The names, for `Filter.parse`.
    public static var names: [String] { allCases.map(\.rawValue) }
}

/// The attributes of a live group that filters can name.
public enum LiveGroupAttribute: String, Sendable, CaseIterable {
    /// The group's name.
    case name
    /// The external ID with its marker, as Dropbox has it.
    case externalID = "external_id"
    /// Who manages the group, such as `company_managed`.
    case management
    /// How many members the group has.
    case memberCount = "member_count"

    /// The names, for `Filter.parse`.
    public static var names: [String] { allCases.map(\.rawValue) }
}

extension AttributeRecord {
    /// A live member as filters see it. `role` and `groups` are names, since a member knows its roles by ID and its
    /// groups not at all. An empty name counts as missing.
    public init(_ member: Member, role: String, groups: [String]) {
        self.init()
        for attribute in LiveMemberAttribute.allCases {
            let texts: [String?] =
                switch attribute {
                case .email: [member.email]
                case .givenName: [member.givenName]
                case .surname: [member.surname]
                case .status: [member.status.name]
                case .role: [role]
                case .externalID: [member.externalID]
                case .groups: groups
                }
            self[attribute.rawValue] = texts.compactMap(\.self).filter { !$0.isEmpty }.map(FilterValue.string)
        }
    }

    /// A live group as filters see it.
    public init(_ group: Group) {
        self.init()
        for attribute in LiveGroupAttribute.allCases {
            let value: FilterValue? =
                switch attribute {
                case .name: .string(group.name)
                case .externalID: group.externalID.map(FilterValue.string)
                case .management: .string(group.management.rawValue)
                case .memberCount: .number(DecimalNumber(group.memberCount))
                }
            self[attribute.rawValue] = value.map { [$0] } ?? []
        }
    }
}
