/// A format in which directories and identity products export people and groups.
public enum ExportFormat: String, Sendable, CaseIterable {
    /// LDAP Data Interchange Format (RFC 2849), as `ldapsearch -LLL` prints it.
    case ldif
    /// Comma-separated values with a header row (RFC 4180).
    case csv
    /// SCIM resources: a ListResponse (RFC 7644 §3.4.2) or a list of Users and Groups (RFC 7643 §4).
    case scim
    /// The answers of PingOne's `users` and `groups`.
    case pingone
}

/// What the rows of a CSV export are. Other formats say it entry by entry.
public enum RowKind: String, Sendable, CaseIterable {
    /// A person per row.
    case users
    /// A group per row, or one of its members per row.
    case groups
}

/// How the text of a CSV export is encoded.
public enum TextEncoding: String, Sendable, CaseIterable {
    /// UTF-8, with or without a byte order mark.
    case utf8 = "utf-8"
    /// ISO 8859-1.
    case latin1
    /// UTF-16; little-endian unless a byte order mark says otherwise.
    case utf16 = "utf-16"
}
