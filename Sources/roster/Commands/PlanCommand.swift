import ArgumentParser
import Reporting
import TeamPlanning

/// `roster plan`: shows what an apply would do.
struct PlanCommand: RosterCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Show the difference between the manifests and the live team.",
        discussion: """
            Reads the team and changes nothing. Ends with 4 if a gate refuses. The format github also adds to the files that \
            GITHUB_STEP_SUMMARY and GITHUB_OUTPUT name: the job summary, and the outputs changes, group_deletions, \
            confirm_token and applicable. The format gitlab is for artifacts:reports:terraform.

            Example:
              roster plan
              roster plan -o json=plan.json --detailed-exitcode
              roster plan -o markdown=comment.md -o html=plan.html
              roster plan --format github -o gitlab=widget.json
              roster plan --simulate
            """
    )

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup(title: "Connection options") var connection: ConnectionOptions
    @OptionGroup(title: "Output options") var output: OutputOptions<PlanFormat>
    @OptionGroup var limits: LimitOptions

    @Flag(help: "End with 2 if there are changes, instead of 0.")
    var detailedExitcode = false

    func run(_ context: CommandContext) async throws -> CommandStatus {
        let source = try ManifestSource.read(workspace, context: context)
        guard source.isUsable(context, output.display) else { return .failed }
        let progress = Progress(console: context.console)
        let overrides = limits.overrides
        let report = try await TeamSession.with(source.load.manifests, connection, context, progress) { team in
            let maker = PlanMaker(source: source, team: team, overrides: overrides, context: context)
            return try await interruptible(context.signals()) { maker.report(try await maker.plan()) }
        }
        progress.finish()
        guard let report else {
            context.console.writeError("interrupted\n")
            return .interrupted
        }
        let applyCommand = Invocation(workspace: workspace, connection: connection, limits: limits).text
        try ResultOutput(output, context).write(report, applyCommand: applyCommand)
        return status(of: report)
    }

    /// A disabled connection stops an apply, not a look at the difference.
    private func status(of report: PlanReport) -> CommandStatus {
        let isRefused = report.gates.contains {
            $0.verdict == .refuse && $0.gate != GateName.connectionEnabled.rawValue
        }
        if isRefused { return .refused }
        return detailedExitcode && !report.changes.isEmpty ? .changesPlanned : .done
    }
}

extension ManifestSource {
    /// Whether the manifests can be used; if not, says on stderr what is wrong with them.
    func isUsable(_ context: CommandContext, _ display: some DisplayOptions) -> Bool {
        guard load.hasErrors else { return true }
        context.console.writeError(context.layout(display, onError: true).validation(report))
        return false
    }
}
