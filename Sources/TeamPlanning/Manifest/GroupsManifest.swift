/// A group as a Groups manifest describes it.
public struct DesiredGroup: Sendable, Equatable {
    /// The group's name as written.
    public var name: Located<String>
    /// The stable key of the group, without marker.
    public var id: Located<String>?
    /// Emails or reference IDs of members; `nil` when the record does not speak of them.
    public var members: NameList?
    /// Emails or reference IDs of owners; `nil` when the record does not speak of them.
    public var owners: NameList?
    /// A filter over the users' records.
    public var membersWhere: Located<Filter>?
    /// Whether `membersWhere` names an attribute that no user's record has: then nobody is removed from the group.
    public var selectsByUnknownAttribute = false
    /// Who manages the group; `nil` is not managed.
    public var management: DesiredManagement?
    /// Whether the manifest overwrites the membership or only adds to it.
    public var membership = MembershipMode.exact
    /// Earlier names, for matching.
    public var previousNames: [String] = []
    /// Whether the record is kept, released or a tombstone.
    public var lifecycle = Lifecycle.managed
    /// The provisioning rule that the record belongs to.
    public var rule = RuleName.default
    /// The place of the record.
    public let location: SourceLocation

    /// Creates a record with nothing managed but its name.
    public init(name: Located<String>, location: SourceLocation) {
        self.name = name
        self.location = location
    }
}

/// The management types that a manifest may ask for (spec: `team_common.GroupManagementType`).
public enum DesiredManagement: String, Sendable, CaseIterable {
    /// Only admins change the group.
    case companyManaged = "company_managed"
    /// The group's owners change it too.
    case userManaged = "user_managed"
}

/// How far a manifest's member list reaches.
public enum MembershipMode: String, Sendable, CaseIterable {
    /// The manifest overwrites: members that it does not name are removed.
    case exact
    /// The manifest only adds.
    case additive
}
