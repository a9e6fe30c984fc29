public import TeamPlanning

/// What `roster import` brought into the manifests, and what is left to do: `roster.import/v1`.
public struct ImportReport: Report {
    /// The name and version of this report.
    public static let format = "roster.import/v1"
    /// The command that writes it.
    public static let writtenBy = "roster import --format json"

    /// Always ``ImportReport/format``.
    public let format: String
    /// The version of roster that imported.
    public var rosterVersion: String
    /// When it imported, in UTC (RFC 3339).
    public var createdAt: String
    /// The team.
    public var team: TeamReport
    /// Whether nothing was written.
    public var dryRun: Bool
    /// The files that changed or were made, by path.
    public var files: [File]
    /// The records of users that were touched.
    public var users: Counts
    /// The records of groups that were touched.
    public var groups: Counts
    /// What was left out or left alone, and why.
    public var findings: [FindingReport]
    /// What stands between the team and manifests that describe all of it.
    public var adoption: AdoptionReport

    private enum CodingKeys: String, CodingKey {
        case format, team, files, users, groups, findings, adoption
        case rosterVersion = "roster_version"
        case createdAt = "created_at"
        case dryRun = "dry_run"
    }

    /// Reports an import.
    public init(
        _ result: TeamImport,
        adoption: AdoptionReport,
        team: Team,
        dryRun: Bool,
        rosterVersion: String,
        createdAt: String
    ) {
        format = Self.format
        self.rosterVersion = rosterVersion
        self.createdAt = createdAt
        self.team = TeamReport(team)
        self.dryRun = dryRun
        files = result.files.map { File(path: $0.path, change: $0.before == nil ? .created : .updated) }
        users = Counts(result.users)
        groups = Counts(result.groups)
        findings = result.findings.map(FindingReport.init)
        self.adoption = adoption
    }

    /// A file of the workspace.
    public struct File: Codable, Hashable, Sendable {
        /// The path.
        public var path: String
        /// What becomes of it.
        public var change: Change

        /// What becomes of a file.
        public enum Change: String, Codable, Sendable {
            /// It is new.
            case created
            /// It was there.
            case updated
        }
    }

    /// How many records were touched.
    public struct Counts: Codable, Hashable, Sendable {
        /// Records added.
        public var added: Int
        /// Records changed.
        public var updated: Int
        /// Records removed.
        public var removed: Int

        init(_ counts: ImportCounts) {
            added = counts.added
            updated = counts.updated
            removed = counts.removed
        }
    }
}
