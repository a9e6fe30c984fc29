extension Wire {
    /// A member's stable ID in the team, `dbmid:…`.
    public struct MemberID: RawRepresentable, Codable, Hashable, Sendable {
        /// The ID as Dropbox writes it.
        public let rawValue: String
        /// Wraps `rawValue`.
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// A group's ID, `g:…`.
    public struct GroupID: RawRepresentable, Codable, Hashable, Sendable {
        /// The ID as Dropbox writes it.
        public let rawValue: String
        /// Wraps `rawValue`.
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// A role's ID, `pid_dbtmr:…`.
    public struct RoleID: RawRepresentable, Codable, Hashable, Sendable {
        /// The ID as Dropbox writes it.
        public let rawValue: String
        /// Wraps `rawValue`.
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// An asynchronous job's ID.
    public struct JobID: RawRepresentable, Codable, Hashable, Sendable {
        /// The ID as Dropbox writes it.
        public let rawValue: String
        /// Wraps `rawValue`.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Whether it is empty or white space, Dropbox's way to say that there is no job to poll.
        public var isBlank: Bool { rawValue.allSatisfy(\.isWhitespace) }
    }
}
