/// What of the live team is brought into the manifests, and where it goes.
public struct ImportOptions: Sendable {
    /// The folder of the manifests, as paths of new files start.
    public var folder: String
    /// Whether users are brought in.
    public var includesUsers = true
    /// Whether groups and memberships are brought in.
    public var includesGroups = true
    /// Whether only active members are added. Who is in the manifests already is kept up to date in any case.
    public var onlyActive = false
    /// Which members are added, by their live attributes.
    public var userFilter: Filter?
    /// Which groups are added, by their live attributes.
    public var groupFilter: Filter?
    /// Whether records are removed of whom the team knows nothing, not even as removed.
    public var prunes = false
    /// Where new users go, instead of the file that ``ImportTargets`` chooses.
    public var usersFile: String?
    /// Where new groups go.
    public var groupsFile: String?
    /// How new users and groups are spread over files.
    public var split = Split.none

    /// How new records are spread over files.
    public enum Split: String, Sendable, CaseIterable {
        /// One file of users, one of groups.
        case none
        /// A file per group, with those users for whom it is the first of their groups.
        case group
        /// A file per first letter of the users' emails.
        case letter
    }

    /// Brings in everything.
    public init(folder: String) {
        self.folder = folder
    }
}

/// A file that an import changes or makes.
public struct ImportedFile: Sendable, Equatable {
    /// The path.
    public let path: String
    /// The content now; `nil` when the file is new.
    public let before: [UInt8]?
    /// The content afterwards.
    public let after: [UInt8]
}

/// How many records an import touches.
public struct ImportCounts: Sendable, Equatable {
    /// Records added.
    public var added = 0
    /// Records with a changed attribute or membership.
    public var updated = 0
    /// Records removed.
    public var removed = 0
}
