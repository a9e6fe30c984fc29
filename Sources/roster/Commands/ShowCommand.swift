import ArgumentParser
import Reporting

/// `roster show`: renders a saved plan.
struct ShowCommand: RosterCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a plan that was saved as JSON.",
        discussion: """
            Needs neither manifests nor a connection.

            Example:
              roster plan -o json=plan.json
              roster show plan.json
            """
    )

    @Argument(help: ArgumentHelp("A plan written by `roster plan -o json=FILE`.", valueName: "file"))
    var file: String

    @OptionGroup var display: FormatOptions

    func run(_ context: CommandContext) async throws -> CommandStatus {
        let report = try PlanFile.read(file, files: context.files)
        switch display.format {
        case .text: context.console.writeOutput(context.layout(display).plan(report))
        case .json: context.console.writeOutput(String(decoding: try report.encoded(), as: UTF8.self))
        }
        return .done
    }
}
