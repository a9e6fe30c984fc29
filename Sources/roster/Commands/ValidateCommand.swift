import ArgumentParser
import Reporting
import TeamPlanning

/// `roster validate`: checks the manifests without asking Dropbox anything.
struct ValidateCommand: RosterCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Check the manifests, without a connection.",
        discussion: """
            Reports every fault of every file with its place and the remedy, and ends with 1 if there is an error. \
            The format sarif is for code scanning, github annotates the lines in a workflow, and gitlab is for \
            artifacts:reports:codequality.

            Example:
              roster validate
              roster validate --manifests teams/acme --format json
              roster validate -o sarif=roster.sarif -o gitlab=code-quality.json
            """
    )

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup(title: "Output options") var output: OutputOptions<FindingsFormat>

    func run(_ context: CommandContext) async throws -> CommandStatus {
        let source = try ManifestSource.read(workspace, context: context)
        let report = source.report
        let result = ResultOutput(output, context)
        try result.check(apartFrom: source.inputs)
        try result.write(report, folder: workspace.manifests)
        return report.valid ? .done : .failed
    }
}

extension ManifestSource {
    /// What was found when the manifests were read.
    var report: ValidationReport { ValidationReport(findings: load.findings, files: paths.count) }
}
