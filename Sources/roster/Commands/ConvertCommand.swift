import ArgumentParser
import DirectoryExports
import Reporting
import TeamPlanning

/// `roster convert`: a directory's export as manifests.
struct ConvertCommand: RosterCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Turn an export of a directory into manifests.",
        discussion: """
            Writes users.json and groups.json, with records in the directory's own words, and the first time mapping.json, \
            which says how records become users and groups. That mapping is yours to edit: it is kept from then on, \
            wherever in the workspace it stands, and the attributes that it names are kept in the records. The other two \
            are replaced as a whole each time, and only if convert wrote them; what the export does not hold at all stays \
            as it is. The same export makes the same bytes.

            The formats are ldif (entries as ldapsearch -LLL prints them), csv (with a header row), scim (ListResponses or \
            lists of Users and Groups) and pingone (answers of its users and groups). Several files are one export; - is \
            standard input.

            Only attributes of a list are kept: names, emails, keys, departments, memberships. Others are with \
            --attribute, but never passwords, keys or pictures. For ldif, userAccountControl, nsAccountLock, loginDisabled \
            and pwdAccountLockedTime become one field, enabled. Members that the export has no person with an email for, \
            such as nested groups, are left out with a warning.

            Faults of the export are shown with their lines, all of them; then nothing is written and the command ends \
            with 1. So it does for an export that is empty or was cut short.

            Example:
              roster convert ldif people.ldif groups.ldif
              ldapsearch -LLL -b dc=acme,dc=com '*' entryUUID |
                roster convert ldif - --name directory
              roster convert csv staff.csv --delimiter ';' \\
                --map email='Work address' --attribute Site
              roster convert scim users.json groups.json --dry-run
            """
    )

    @Argument(help: ArgumentHelp("ldif, csv, scim or pingone.", valueName: "format"))
    var format: ExportFormat

    @Argument(help: ArgumentHelp("The files of the export; - is standard input.", valueName: "file"))
    var files: [String]

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var export: ExportOptions

    @Option(help: ArgumentHelp("The name of the mapping: 1 to 20 of a-z, 0-9 and -.", valueName: "name"))
    var name = "directory"

    @Option(
        help: ArgumentHelp(
            "Where to write; by default a folder of the mapping's name among the manifests.",
            valueName: "dir"
        )
    )
    var outputDir: String?

    @Flag(help: "Write nothing; show what would change as a unified diff.")
    var dryRun = false

    @Flag(help: "Print without colour; NO_COLOR does the same.")
    var noColor = false

    func validate() throws {
        guard (1...20).contains(name.utf8.count),
            name.allSatisfy({ "abcdefghijklmnopqrstuvwxyz0123456789-".contains($0) })
        else { throw ValidationError("expected a name of 1 to 20 of the characters a-z, 0-9 and -, not \(name)") }
        if files.count(where: { $0 == "-" }) > 1 { throw ValidationError("standard input can be read once") }
        try export.validate(for: format)
    }

    func run(_ context: CommandContext) async throws -> CommandStatus {
        let target = try ConversionTarget(
            folder: outputDir ?? "\(workspace.manifests)/\(name)",
            workspace: workspace.manifests,
            mapping: name,
            files: context.files
        )
        let conversion = try converted(export.options(mapping: name, kept: target.keptMapping), context)
        let findings = conversion.findings + (target.keptMapping == nil ? conversion.mappingFindings : [])
        if !findings.isEmpty {
            var display = FormatOptions<FindingsFormat>()
            display.noColor = noColor
            let report = ValidationReport(findings: findings, files: files.count)
            context.console.writeError(context.layout(display, onError: true).validation(report))
        }
        if conversion.hasErrors { return .failed }
        for step in try target.steps(for: conversion) {
            try context.print(dryRun ? step.difference : step.carryOut(context.files))
        }
        return .done
    }

    private func converted(_ options: ConversionOptions, _ context: CommandContext) throws -> Conversion {
        var converter = DirectoryConverter(format, options)
        for file in files {
            converter.startFile(file == "-" ? "<stdin>" : file)
            if file == "-" {
                try context.console.readInput { converter.consume($0) }
            } else {
                try context.files.read(file) { converter.consume($0) }
            }
            converter.endFile()
        }
        return converter.finish()
    }
}
