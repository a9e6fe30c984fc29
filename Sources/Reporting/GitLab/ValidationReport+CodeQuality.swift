public import TeamPlanning

extension ValidationReport {
    /// The findings as GitLab's Code Quality report (`artifacts:reports:codequality`).
    ///
    /// Errors are `critical`, warnings `minor`, notes `info`. A fingerprint does not depend on the line, so that a finding
    /// which only moves is not taken for a new one.
    ///
    /// - Parameters:
    ///   - folder: The folder of manifests, the place of a finding that has none of its own.
    ///   - digest: What fingerprints are made with.
    public func codeQuality(folder: String, digest: Digest) throws(ReportError) -> [UInt8] {
        try Self.json(
            zip(findings, findings.fingerprints(digest)).map { finding, fingerprint in
                CodeQualityIssue(
                    description: finding.plainSentence,
                    checkName: "roster/\(finding.code)",
                    fingerprint: fingerprint,
                    severity: finding.severity.codeQuality,
                    location: .init(
                        path: repositoryPath(finding.file ?? folder),
                        lines: .init(begin: finding.line ?? 1)
                    )
                )
            }
        )
    }
}

/// An issue of a Code Quality report, with the fields that GitLab reads.
private struct CodeQualityIssue: Encodable {
    struct Location: Encodable {
        struct Lines: Encodable {
            let begin: Int
        }

        let path: String
        let lines: Lines
    }

    let description: String
    let checkName: String
    let fingerprint: String
    let severity: String
    let location: Location

    private enum CodingKeys: String, CodingKey {
        case description, fingerprint, severity, location
        case checkName = "check_name"
    }
}

extension Severity {
    fileprivate var codeQuality: String {
        switch self {
        case .error: "critical"
        case .warning: "minor"
        case .info: "info"
        }
    }
}
