import ArgumentParser
import Reporting
import TeamPlanning

/// `roster fmt`: writes manifests in their canonical form.
struct FmtCommand: RosterCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt",
        abstract: "Write manifests in their canonical form.",
        discussion: """
            Fields stand in one order per kind, two spaces indent, users are sorted by email, groups by name, and lists of \
            people have one line each. What a manifest means stays the same. Records that a mapping reads keep the \
            order of their fields, and their own order. Prints the files that were written.

            A file with faults is left alone and the faults are shown; the others are written, and the command ends \
            with 1. --check and --diff write nothing. A link stays a link, and the file that it leads to is written.

            Example:
              roster fmt
              roster fmt --check
              roster fmt --diff manifests/users.json
            """
    )

    @Argument(help: ArgumentHelp("Files and folders; by default the folder of the manifests.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var workspace: WorkspaceOptions

    @Flag(help: "Write nothing; list the files that would change, and end with 1 if there are any.")
    var check = false

    @Flag(help: "Write nothing; show what would change as a unified diff.")
    var diff = false

    @Flag(help: "Print without colour; NO_COLOR does the same.")
    var noColor = false

    func run(_ context: CommandContext) async throws -> CommandStatus {
        let selection = try FormatSelection.read(paths, workspace: workspace.manifests, files: context.files)
        var changed = 0
        for file in selection.files {
            guard let formatted = file.formatted(), formatted.bytes != file.bytes else { continue }
            changed += 1
            if diff {
                try context.print(UnifiedDiff(path: file.path, from: file.bytes, to: formatted.bytes).text)
            } else {
                if !check { try context.files.replace(file.path, with: formatted.bytes) }
                try context.print(TerminalText.escaped(file.path) + "\n")
            }
        }
        if !selection.faults.isEmpty {
            var display = FormatOptions<FindingsFormat>()
            display.noColor = noColor
            let report = ValidationReport(findings: selection.faults, files: selection.fileCount)
            context.console.writeError(context.layout(display, onError: true).validation(report))
            return .failed
        }
        return check && changed > 0 ? .failed : .done
    }
}
