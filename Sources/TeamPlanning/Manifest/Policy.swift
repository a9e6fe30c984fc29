/// What roster may do, and how much of it in one run. Every default is the careful one.
public struct Policy: Sendable, Equatable {
    /// Rules for users.
    public var users = UserPolicy()
    /// Rules for groups.
    public var groups = GroupPolicy()
    /// How ownership is marked in Dropbox's external IDs.
    public var ownership = OwnershipPolicy()
    /// Emails and group names, with `*` patterns, that are never suspended, removed, demoted, renamed or deleted.
    public var protect = ProtectPolicy()
    /// How much one run may destroy.
    public var limits = LimitPolicy()
    /// What happens when the plan needs more seats than the team has.
    public var licences = LicencePolicy.block

    /// The policy of a workspace without a Policy manifest.
    public init() {}
}

/// Rules for users.
public struct UserPolicy: Sendable, Equatable {
    /// Whether people are created or recovered.
    public var create = true
    /// Whether attributes and roles are changed and people unsuspended.
    public var update = true
    /// Whether people are suspended.
    public var disable = true
    /// Whether members in scope that no manifest names are deprovisioned.
    public var deprovision = false
    /// What deprovisioning does.
    public var removeAction = RemoveAction.disable
    /// Days from suspension to removal; `nil` never removes.
    public var deleteAfterDays: Int?
    /// Whether people who are to be suspended are created at all.
    public var provisionDisabled = false
    /// Whether members whose rule exists no longer are deprovisioned.
    public var deprovisionOnRuleDeletion = false
    /// Which live members are candidates for deprovisioning.
    public var scope = Scope.managed
    /// How members are removed.
    public var deleteOptions = DeleteOptions()

    /// Creates the defaults.
    public init() {}
}

/// What deprovisioning does with a member.
public enum RemoveAction: String, Sendable, CaseIterable {
    /// The member is suspended.
    case disable
    /// The member is removed from the team.
    case delete
}

/// Which live objects that no manifest desires are candidates for deprovisioning or deletion.
public enum Scope: Sendable, Equatable {
    /// Those whose external ID starts with the marker.
    case managed
    /// Every live object.
    case all
    /// Those that a filter over live attributes selects.
    case filter(Located<Filter>)
}

/// How members are removed (spec: `team/members/remove`).
public struct DeleteOptions: Sendable, Equatable {
    /// The person keeps a Basic account.
    public var keepAccount = false
    /// With `keepAccount`: the person keeps access to team folders shared with them.
    public var retainTeamShares = false
    /// Files are deleted at once; cannot be undone.
    public var permanentlyDeleteFiles = false
    /// The email of the member who receives the files.
    public var transferDest: Located<String>?
    /// The email of the admin who is told of transfer errors.
    public var transferAdmin: Located<String>?

    /// Creates the defaults.
    public init() {}
}

/// Rules for groups.
public struct GroupPolicy: Sendable, Equatable {
    /// Whether groups are created.
    public var create = true
    /// Whether groups are renamed.
    public var rename = true
    /// Whether memberships are changed.
    public var updateMembers = true
    /// Which groups may be deleted.
    public var delete = GroupDeletion.absent
    /// Which live groups are candidates for deletion.
    public var scope = Scope.managed
    /// Whether a matching group without external ID becomes ours.
    public var adopt = true
    /// Whether groups that exist get the external ID of their record; otherwise they keep the one they have, or none.
    public var markExisting = true
    /// Whether user-managed groups are changed.
    public var manageUserManaged = false

    /// Creates the defaults.
    public init() {}
}

/// Which groups may be deleted.
public enum GroupDeletion: String, Sendable, CaseIterable {
    /// Groups in scope that no manifest names, and tombstones.
    case absent
    /// Only tombstones.
    case tombstone
    /// None.
    case never
}

/// How ownership is marked.
public struct OwnershipPolicy: Sendable, Equatable {
    /// What our external IDs start with.
    public var marker = "roster:"
    /// Whether foreign external IDs are overwritten.
    public var takeOver = false

    /// Creates the defaults.
    public init() {}
}

/// Objects that are never suspended, removed, demoted, renamed or deleted.
public struct ProtectPolicy: Sendable, Equatable {
    /// Emails, or patterns with `*`.
    public var users: [String] = []
    /// Group names, or patterns with `*`.
    public var groups: [String] = []

    /// Protects nothing beyond what is always protected.
    public init() {}
}

/// How much one run may destroy.
public struct LimitPolicy: Sendable, Equatable {
    /// Groups deleted.
    public var groupDeletions = Limit.count(5)
    /// Members removed.
    public var userRemovals = Limit.percent(10)
    /// Members suspended.
    public var userSuspensions = Limit.percent(10)
    /// Memberships removed.
    public var membershipRemovals = Limit.percent(20)

    /// Creates the defaults.
    public init() {}
}

/// A count, or a share of the live objects.
public enum Limit: Sendable, Equatable, Hashable {
    /// At most this many.
    case count(Int)
    /// At most this many percent of the live objects, rounded up, at least three.
    case percent(Int)
}

/// What happens when the plan needs more seats than the team has.
public enum LicencePolicy: String, Sendable, CaseIterable {
    /// The gate refuses.
    case block
    /// The gate passes with a warning.
    case warn
}
