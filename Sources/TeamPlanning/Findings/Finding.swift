/// Something a person has to know about a manifest, the live team or the plan.
///
/// Faults are collected values, never early exits: all findings of all files are reported together.
/// Texts are raw; whoever prints one escapes it for the place where it is printed.
public struct Finding: Hashable, Sendable {
    /// How bad it is.
    public let severity: Severity
    /// What kind of finding it is; stable, for scripts.
    public let code: FindingCode
    /// One sentence that names the thing.
    public let message: String
    /// The next step for the reader.
    public let remedy: String?
    /// The object concerned, such as `user:jane@example.com`.
    public let resource: String?
    /// The place in a manifest, if there is one.
    public let location: SourceLocation?

    /// Creates a finding.
    public init(
        _ severity: Severity,
        _ code: FindingCode,
        _ message: String,
        remedy: String? = nil,
        resource: String? = nil,
        at location: SourceLocation? = nil
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.remedy = remedy
        self.resource = resource
        self.location = location
    }
}

/// How bad a finding is.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
    /// The manifests are invalid, or an object could not be planned.
    case error
    /// Something was left alone or looks wrong; the rest is planned.
    case warning
    /// Worth knowing, nothing to do.
    case info

    private var rank: Int {
        switch self {
        case .error: 0
        case .warning: 1
        case .info: 2
        }
    }

    /// Orders the worst first.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}

extension Finding {
    /// The one order in which findings are listed: by place, then worst first, then by code, resource and message.
    ///
    /// Findings without a place come after those with one.
    public static func inOrder(_ left: Finding, _ right: Finding) -> Bool {
        switch (left.location, right.location) {
        case (let leftPlace?, let rightPlace?) where leftPlace != rightPlace: return leftPlace < rightPlace
        case (.some, nil): return true
        case (nil, .some): return false
        default: break
        }
        if left.severity != right.severity { return left.severity < right.severity }
        return (left.code.rawValue, left.resource ?? "", left.message)
            < (right.code.rawValue, right.resource ?? "", right.message)
    }
}
