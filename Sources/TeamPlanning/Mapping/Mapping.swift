/// A provisioning rule: how the records of a directory become users and groups.
struct Mapping: Sendable, Equatable {
    /// The name by which manifests refer to the rule.
    var name: Located<RuleName>
    /// Scopes the parts of the rule that have no filter of their own.
    var filter: Filter?
    /// How records become users; `nil` when the rule does not speak of users.
    var users: AttributeMapping<UserAttribute>?
    /// How records become groups; `nil` when the rule does not speak of groups.
    var groups: AttributeMapping<GroupAttribute>?
    /// The place of the manifest.
    let location: SourceLocation
}

/// The expressions for one kind of object. An attribute without expression is not managed.
struct AttributeMapping<Attribute: MappedAttribute>: Sendable, Equatable {
    /// Scopes this part of the rule, instead of the rule's own filter.
    var filter: Filter?
    /// How each attribute is made.
    var expressions: [Attribute: Located<Expression>] = [:]
}

/// An attribute that a mapping can fill.
protocol MappedAttribute: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// The attribute without which there is no object; the first of all cases.
    static var required: Self { get }
    /// What findings call an object whose required attribute is valid, such as `user:jane@example.com`.
    static func resource(_ text: String) -> String?
    /// What the attribute takes.
    var target: MappingTarget { get }
}

/// What an attribute takes.
enum MappingTarget: Sendable, Equatable {
    case text
    case boolean
    /// Any number of texts; one text is a list of one.
    case list
    /// One of at least two texts.
    case choice([String])
}

/// The attributes of a user by the names that manifests have for them, and the reference ID.
enum UserAttribute: String, MappedAttribute {
    case email
    case id
    case externalID = "external_id"
    case givenName = "given_name"
    case surname
    case status
    case role
    case groups
    case sendWelcomeEmail = "send_welcome_email"
    case wipeData = "wipe_data"
    case isDirectoryRestricted = "is_directory_restricted"
    case persistentID = "persistent_id"
    case previousEmails = "previous_emails"
    case lifecycle

    static let required = UserAttribute.email

    static func resource(_ text: String) -> String? {
        TextRule.email.problem(in: text) == nil ? "user:\(text)" : nil
    }

    var target: MappingTarget {
        switch self {
        case .email, .id, .externalID, .givenName, .surname, .role, .persistentID: .text
        case .groups, .previousEmails: .list
        case .sendWelcomeEmail, .wipeData, .isDirectoryRestricted: .boolean
        case .status: .choice(DesiredStatus.allCases.map(\.rawValue))
        case .lifecycle: .choice(Lifecycle.allCases.map(\.rawValue))
        }
    }
}

/// The attributes of a group by the names that manifests have for them.
enum GroupAttribute: String, MappedAttribute {
    case name
    case id
    case members
    case owners
    case management
    case membership
    case previousNames = "previous_names"
    case lifecycle

    static let required = GroupAttribute.name

    static func resource(_ text: String) -> String? {
        TextRule.groupName.problem(in: text) == nil ? "group:\(text)" : nil
    }

    var target: MappingTarget {
        switch self {
        case .name, .id: .text
        case .members, .owners, .previousNames: .list
        case .management: .choice(DesiredManagement.allCases.map(\.rawValue))
        case .membership: .choice(MembershipMode.allCases.map(\.rawValue))
        case .lifecycle: .choice(Lifecycle.allCases.map(\.rawValue))
        }
    }
}
