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

/// An email or group name folded for comparison: lower case; Swift's strings compare by canonical equivalence.
public struct FoldedName: Hashable, Sendable, Comparable {
    /// The folded text.
    public let rawValue: String

    /// Folds a text. Text that is lower-case ASCII already is kept without a copy.
    public init(_ text: String) {
        let isFolded = text.utf8.withContiguousStorageIfAvailable(Self.isFoldedASCII)
        rawValue = isFolded == true ? text : text.lowercased()
    }

    /// Whether UTF-8 is lower-case ASCII, which folding leaves as it is.
    static func isFoldedASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
    }

    /// Orders by the folded text.
    public static func < (left: FoldedName, right: FoldedName) -> Bool { left.rawValue < right.rawValue }
}
