/// Dropbox's `team_member_id`: stable for the life of a membership.
public struct MemberID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The ID as Dropbox writes it, such as `dbmid:AAA`.
    public let rawValue: String
    /// Wraps an ID.
    public init(_ rawValue: String) { self.rawValue = rawValue }
    /// The ID itself.
    public var description: String { rawValue }
    /// Orders by the text.
    public static func < (left: MemberID, right: MemberID) -> Bool { left.rawValue < right.rawValue }
}

/// Dropbox's `group_id`.
public struct GroupID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The ID as Dropbox writes it, such as `g:123`.
    public let rawValue: String
    /// Wraps an ID.
    public init(_ rawValue: String) { self.rawValue = rawValue }
    /// The ID itself.
    public var description: String { rawValue }
    /// Orders by the text.
    public static func < (left: GroupID, right: GroupID) -> Bool { left.rawValue < right.rawValue }
}

/// Dropbox's `role_id` of a team member role.
public struct RoleID: Hashable, Sendable, CustomStringConvertible {
    /// The ID as Dropbox writes it, such as `pid_dbtmr:2345`.
    public let rawValue: String
    /// Wraps an ID.
    public init(_ rawValue: String) { self.rawValue = rawValue }
    /// The ID itself.
    public var description: String { rawValue }
}

/// An email or group name folded for comparison: without letter case and outer white space. Swift's strings compare by
/// canonical equivalence.
public struct FoldedName: Hashable, Sendable, Comparable {
    /// The folded text.
    public let rawValue: String

    /// Folds a text. Text that is lower-case ASCII already is kept without a copy.
    public init(_ text: String) {
        let isFolded = text.utf8.withContiguousStorageIfAvailable(Self.isFoldedASCII)
        rawValue = isFolded == true ? text : caseFolded(withoutOuterWhitespace(text))
    }

    /// Whether UTF-8 is lower-case ASCII without outer white space, which folding leaves as it is.
    static func isFoldedASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first, let last = bytes.last else { return true }
        return first > UInt8(ascii: " ") && last > UInt8(ascii: " ") && isCaseFoldedASCII(bytes)
    }

    /// Orders by the folded text.
    public static func < (left: FoldedName, right: FoldedName) -> Bool { left.rawValue < right.rawValue }
}
