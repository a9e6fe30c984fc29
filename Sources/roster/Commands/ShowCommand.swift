import ArgumentParser
import Reporting

/// `roster show`: renders a saved plan.
struct ShowCommand: RosterCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a plan that was saved as JSON.",
        discussion: """
            Needs neither manifests nor a connection. The format github adds to the files that GITHUB_STEP_SUMMARY and \
            GITHUB_OUTPUT name, as `roster plan` does.

            Example:
              roster plan -o json=plan.json
              roster show plan.json
              roster show plan.json --format markdown
              roster show plan.json --format html >plan.html
            """
    )

    @Argument(help: ArgumentHelp("A plan written by `roster plan -o json=FILE`.", valueName: "file"))
    var file: String

    @OptionGroup var display: FormatOptions<PlanFormat>

    func run(_ context: CommandContext) async throws -> CommandStatus {
        let report = try PlanFile.read(file, context)
        try ResultOutput(display, context).write(report)
        return .done
    }
}
