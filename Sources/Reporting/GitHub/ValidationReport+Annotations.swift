import TeamPlanning

extension ValidationReport {
    /// The findings as workflow commands on the manifest lines, the worst first, after a summary.
    public func githubAnnotations() -> String {
        let level: Annotation.Level = !valid ? .error : findings.isEmpty ? .notice : .warning
        let summary = Annotation(
            level: level,
            title: valid ? "roster validate: valid" : "roster validate: invalid",
            message: [
                "\(counted(files, "file", "files")), \(findings.isEmpty ? "no findings" : findings.countsBySeverity)"
            ]
        )
        let all = [summary] + findings.map(\.annotation)
        return Annotation.Level.allCases.flatMap { level in all.filter { $0.level == level } }.map(\.command).joined()
    }
}
