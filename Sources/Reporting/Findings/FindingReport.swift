public import TeamPlanning

/// A finding in a report.
public struct FindingReport: Codable, Hashable, Sendable {
    /// How bad it is.
    public var severity: Severity
    /// What kind it is. A text, so that a report with a code that this version does not know can be shown.
    public var code: String
    /// One sentence that names the thing.
    public var message: String
    /// The next step for the reader.
    public var remedy: String?
    /// The object concerned.
    public var resource: String?
    /// The manifest file.
    public var file: String?
    /// The line, counted from 1.
    public var line: Int?
    /// The column in Unicode scalars, counted from 1.
    public var column: Int?

    /// Reports a finding.
    public init(_ finding: Finding) {
        severity = finding.severity
        code = finding.code.rawValue
        message = finding.message
        remedy = finding.remedy
        resource = finding.resource
        file = finding.location?.file
        line = finding.location?.line
        column = finding.location?.column
    }
}
