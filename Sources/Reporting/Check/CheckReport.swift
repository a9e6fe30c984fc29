/// What `roster check` found out about a connection: `roster.check/v1`.
public struct CheckReport: Report {
    /// The name and version of this report.
    public static let format = "roster.check/v1"
    /// The command that writes it.
    public static let writtenBy = "roster check --format json"

    /// Always ``CheckReport/format``.
    public let format: String
    /// The version of roster that checked.
    public var rosterVersion: String
    /// When it checked, in UTC (RFC 3339).
    public var createdAt: String
    /// Whether no check failed.
    public var passed: Bool
    /// The checks, in the order in which they depend on each other.
    public var checks: [Check]

    /// Reports checks.
    public init(_ checks: [Check], rosterVersion: String, createdAt: String) {
        format = Self.format
        self.rosterVersion = rosterVersion
        self.createdAt = createdAt
        passed = !checks.contains { $0.verdict == .fail }
        self.checks = checks
    }

    /// One check.
    public struct Check: Codable, Equatable, Sendable {
        /// What is checked.
        public var check: Name
        /// What came of it.
        public var verdict: Verdict
        /// What was found, as raw text; never a secret.
        public var message: String
        /// What to do about it; nil where there is nothing to do.
        public var nextStep: String?

        private enum CodingKeys: String, CodingKey {
            case check, verdict, message
            case nextStep = "next_step"
        }
    }

    /// The checks there are.
    public enum Name: String, Codable, Sendable, Hashable, CaseIterable {
        /// The Connection manifest.
        case manifest
        /// The secrets are where the Connection says.
        case credentials
        /// The proxy in use.
        case proxy
        /// Somebody answers.
        case connection
        /// The token is granted and accepted.
        case token
        /// The team that answers.
        case team
        /// It is the team that the Connection pins.
        case teamPin = "team_pin"
        /// Who authorised the token is a team admin.
        case actingAdmin = "acting_admin"
        /// The token's scopes suffice for `plan`.
        case readScopes = "read_scopes"
        /// The token's scopes suffice for `apply`.
        case writeScopes = "write_scopes"
        /// The members can be read.
        case members
        /// The groups can be read.
        case groups
        /// Seats are free.
        case licences
        /// Everybody whom the policy protects is there.
        case protect
        /// The clocks agree.
        case clock
    }

    /// What came of a check.
    public enum Verdict: String, Codable, Sendable, Hashable, CaseIterable {
        /// As it has to be.
        case pass
        /// Works, but will not always.
        case warn
        /// Does not work.
        case fail
        /// Could not be checked, or need not be.
        case skip
    }

    private enum CodingKeys: String, CodingKey {
        case format, passed, checks
        case rosterVersion = "roster_version"
        case createdAt = "created_at"
    }
}

extension CheckReport.Check {
    /// A check that passed.
    public static func pass(_ check: CheckReport.Name, _ message: String) -> Self {
        Self(check: check, verdict: .pass, message: message)
    }

    /// A check that passed for now, with what to do.
    public static func warn(_ check: CheckReport.Name, _ message: String, _ nextStep: String) -> Self {
        Self(check: check, verdict: .warn, message: message, nextStep: nextStep)
    }

    /// A check that failed, with what to do.
    public static func fail(_ check: CheckReport.Name, _ message: String, _ nextStep: String) -> Self {
        Self(check: check, verdict: .fail, message: message, nextStep: nextStep)
    }

    /// A check that was left out.
    public static func skip(_ check: CheckReport.Name, _ reason: String) -> Self {
        Self(check: check, verdict: .skip, message: reason)
    }

    /// A check that was left out because of another one.
    public static func skip(_ check: CheckReport.Name, after cause: CheckReport.Name) -> Self {
        .skip(check, "not checked, because of \(cause.rawValue)")
    }
}
