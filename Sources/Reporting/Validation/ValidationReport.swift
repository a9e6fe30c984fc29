public import TeamPlanning

/// What `roster validate` found: `roster.validate/v1`.
public struct ValidationReport: Report {
    /// The name and version of this report.
    public static let format = "roster.validate/v1"
    /// The command that writes it.
    public static let writtenBy = "roster validate --format json"

    /// Always ``ValidationReport/format``.
    public let format: String
    /// Whether no finding is an error.
    public var valid: Bool
    /// How many manifest files were read.
    public var files: Int
    /// The findings, in their own order.
    public var findings: [FindingReport]

    /// Reports the findings of `files` manifest files.
    public init(findings: [Finding], files: Int) {
        format = Self.format
        valid = !findings.contains { $0.severity == .error }
        self.files = files
        self.findings = findings.map(FindingReport.init)
    }
}
