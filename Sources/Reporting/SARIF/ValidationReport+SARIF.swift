public import TeamPlanning

extension ValidationReport {
    /// The findings as SARIF 2.1.0: a rule per finding code, whose help is what its findings say to do.
    ///
    /// - Parameters:
    ///   - folder: The folder of manifests, the place of a finding that has none of its own.
    ///   - rosterVersion: The version of roster that found them.
    ///   - digest: What fingerprints are made with.
    public func sarif(folder: String, rosterVersion: String, digest: Digest) throws(ReportError) -> [UInt8] {
        let codes = Set(findings.map(\.code)).sorted()
        let positions = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
        let results = zip(findings, findings.fingerprints(digest)).map { finding, fingerprint in
            SARIFLog.Result(
                ruleId: finding.code,
                ruleIndex: positions[finding.code] ?? 0,
                level: finding.severity.sarif,
                message: SARIFLog.Text(text: finding.sarifMessage),
                locations: [finding.sarifLocation(folder)],
                partialFingerprints: ["roster/v1": fingerprint]
            )
        }
        let driver = SARIFLog.Driver(semanticVersion: rosterVersion, rules: codes.map(rule))
        return try Self.json(SARIFLog(runs: [SARIFLog.Run(tool: SARIFLog.Tool(driver: driver), results: results)]))
    }

    private func rule(_ code: String) -> SARIFLog.Rule {
        let remedies = findings.filter { $0.code == code }.compactMap(\.remedy)
        let distinct = remedies.reduce(into: [String]()) { distinct, remedy in
            if distinct.count < Self.remediesPerRule, !distinct.contains(remedy) { distinct.append(remedy) }
        }
        let help = distinct.map { SARIFText.escaped("\($0, limit: TextLimit.sentence)") }.joined(separator: "\n")
        let words = String(code.map { $0 == "-" || $0 == "_" ? " " : $0 })
        return SARIFLog.Rule(
            id: code,
            shortDescription: SARIFLog.Text(text: SARIFText.escaped("\(words)")),
            help: distinct.isEmpty ? nil : SARIFLog.Text(text: help)
        )
    }

    private static let remediesPerRule = 10
}

extension FindingReport {
    fileprivate var sarifMessage: String {
        let remedy: TerminalText = remedyLine.map { "\n\($0)" } ?? ""
        return SARIFText.escaped("\(message, limit: TextLimit.sentence)\(remedy)")
    }

    fileprivate func sarifLocation(_ folder: String) -> SARIFLog.Location {
        SARIFLog.Location(
            physicalLocation: SARIFLog.PhysicalLocation(
                artifactLocation: SARIFLog.ArtifactLocation(uri: SARIFText.uri(file ?? folder)),
                region: SARIFLog.Region(startLine: line ?? 1, startColumn: column ?? 1)
            )
        )
    }
}

extension Severity {
    fileprivate var sarif: String {
        switch self {
        case .error: "error"
        case .warning: "warning"
        case .info: "note"
        }
    }
}
