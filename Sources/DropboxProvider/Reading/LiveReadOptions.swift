/// How the team is read.
public struct LiveReadOptions: Sendable, Hashable {
    /// Dropbox's greatest and default page, so the fewest calls; a list that lacks the acting admin is repeated in small ones.
    public static let defaultPageSize = 1000
    /// A page size with which large teams are listed reliably.
    public static let smallPageSize = 100

    /// Members and groups per page, 1 to 1000.
    public var pageSize: Int
    /// Groups whose members are read at a time, where the listing of all members does not suffice.
    public var concurrency: Int

    /// Chooses how the team is read.
    public init(pageSize: Int = defaultPageSize, concurrency: Int = 4) {
        self.pageSize = pageSize
        self.concurrency = concurrency
    }
}

/// How far a read has come.
public enum LiveReadProgress: Sendable, Hashable {
    /// So many members are read; starts anew when the listing does.
    case members(read: Int)
    /// So many groups are read.
    case groups(read: Int)
    /// The members of so many groups are read one by one.
    case memberships(groupsRead: Int, of: Int)
}
