/// A person as a Users manifest describes them.
///
/// A `nil` attribute is not managed and never compared.
public struct DesiredUser: Sendable, Equatable {
    /// The primary email as written.
    public var email: Located<String>
    /// The given name, at most 50 characters.
    public var givenName: String?
    /// The surname, at most 50 characters.
    public var surname: String?
    /// Whether the person may sign in.
    public var status: DesiredStatus?
    /// A role's key, such as `team_admin`, or its display name.
    public var role: Located<String>?
    /// The stable key of the person, without marker.
    public var externalID: Located<String>?
    /// Names or IDs of groups to be in.
    public var groups: [Located<String>]?
    /// Whether Dropbox sends its welcome email on creation.
    public var sendWelcomeEmail = true
    /// Whether devices are wiped when the person is suspended or removed.
    public var wipeData = false
    /// Whether the person is hidden from the team directory.
    public var isDirectoryRestricted: Bool?
    /// The SAML persistent ID.
    public var persistentID: String?
    /// Earlier emails, for matching.
    public var previousEmails: [String] = []
    /// Whether the record is kept, released or a tombstone.
    public var lifecycle = Lifecycle.managed
    /// The provisioning rule that the record belongs to.
    public var rule = RuleName.default
    /// Other IDs by which groups may name this person, such as a DN.
    public var referenceID: String?
    /// The place of the record.
    public let location: SourceLocation

    /// Creates a record with nothing managed but its email.
    public init(email: Located<String>, location: SourceLocation) {
        self.email = email
        self.location = location
    }
}

/// The status that a manifest may ask for.
public enum DesiredStatus: String, Sendable, CaseIterable {
    /// The person may sign in.
    case active
    /// The person keeps account and files but may not sign in.
    case suspended
}

/// What becomes of the live object behind a record.
public enum Lifecycle: String, Sendable, CaseIterable {
    /// Kept equal to the record.
    case managed
    /// Left alone from now on; its marker is cleared.
    case released
    /// A tombstone: the live object is to go.
    case absent
}

/// The name of a provisioning rule: `[a-z0-9-]{1,20}`.
public struct RuleName: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The name as written.
    public let rawValue: String

    /// The rule of records in a manifest without `mapping`.
    public static let `default` = RuleName(rawValue: "default")

    /// Takes a name as it is; the Mapping decoder checks its form.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The name itself.
    public var description: String { rawValue }

    /// Orders by name.
    public static func < (left: RuleName, right: RuleName) -> Bool { left.rawValue < right.rawValue }
}
