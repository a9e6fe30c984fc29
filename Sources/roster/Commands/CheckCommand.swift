import ArgumentParser
import Reporting

/// `roster check`: tests the connection and changes nothing.
struct CheckCommand: RosterCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Test the connection: token, team, admin, scopes, licences, protected names.",
        discussion: """
            Checks one thing after the other and says of each what was found and, where it failed, what to do. A check \
            that needs a failed one is skipped. Reads the team and changes nothing. Works without manifests. Ends with 0 \
            if no check failed, else with 1; warnings do not count.

            Example:
              roster check
              roster check --plan-only --format json
              roster check --simulate
            """
    )

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup(title: "Connection options") var connection: ConnectionOptions
    @OptionGroup(title: "Output options") var display: FormatOptions<OutputFormat>

    @Flag(help: "The connection is only to plan with: scopes for writing may be missing.")
    var planOnly = false

    func run(_ context: CommandContext) async throws -> CommandStatus {
        let progress = Progress(console: context.console)
        let probe = ConnectionProbe(workspace: workspace, options: connection, context: context, progress: progress)
        let sight = try await probe.look()
        progress.finish()
        guard let sight else {
            context.console.writeError("interrupted\n")
            return .interrupted
        }
        let report = CheckReport(
            CheckEvaluation(sight: sight, isPlanOnly: planOnly).checks,
            rosterVersion: RosterVersion.current,
            createdAt: context.timestamp()
        )
        switch display.format {
        case .text: try context.print(context.layout(display).check(report))
        case .json: try context.print(String(decoding: report.encoded(), as: UTF8.self))
        }
        return report.passed ? .done : .failed
    }
}
