import ArgumentParser
import Reporting
import TeamPlanning

/// `roster import`: brings the live team into the manifests.
struct ImportCommand: RosterCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Bring the live team into the manifests.",
        discussion: """
            Without manifests it makes them: users.json, groups.json, and a careful policy.json with which the next plan \
            has no changes. With manifests it changes only what changed in Dropbox: new members and groups are added, \
            attributes and memberships that a record states are updated in place, records of removed members are taken \
            out. Every other byte stays. An attribute that a record does not state stays unmanaged.

            New records go to the one Users or Groups manifest that there is, else to users.json and groups.json. Left \
            out are the acting admin, system-managed groups, and removed members. Records that a mapping reads are \
            reported, not written. A record of whom the team knows nothing may be a person who is still to be invited: \
            it is kept, unless --prune says otherwise. Nothing is written when a manifest has faults.

            The report ends with what stands in the way of managing the whole team: members and groups without a \
            record, names that are nearly the same, external IDs of other systems, old invitations, large groups.

            Example:
              roster import --simulate
              roster import --dry-run
              roster import --only-active --filter 'email ew "@acme.com"' \\
                --into manifests/users/new.json
              roster import -o markdown=import.md
            """
    )

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var selection: ImportSelection
    @OptionGroup var live: LiveOptions
    @OptionGroup(title: "Output options") var output: OutputOptions<ImportFormat>

    @Flag(help: "Write no manifest; show what would change as a unified diff, and the report on stderr.")
    var dryRun = false

    @Option(help: ArgumentHelp("Report invitations that have been pending for so many days.", valueName: "days"))
    var pendingDays = 30

    func validate() throws {
        guard (0...36_500).contains(pendingDays) else {
            throw ValidationError("--pending-days is \(pendingDays); use 0 to 36500.")
        }
    }

    func run(_ context: CommandContext) async throws -> CommandStatus {
        let options = try selection.options(folder: workspace.manifests)
        let files = try readFiles(context)
        let source = ManifestSource(files)
        guard source.isUsable(context, output.display) else { return .failed }
        try ResultOutput(output, context).check(apartFrom: source.inputs + live.inputs)
        let progress = Progress(console: context.console)
        let manifests = source.load.manifests
        let sight = try await live.read(.owners, manifests, context, progress)
        progress.finish()
        guard let sight else {
            context.console.writeError("interrupted\n")
            return .interrupted
        }
        let result: TeamImport
        do throws(ImportRefusal) {
            result = try TeamImport(files: files.files, load: source.load, live: sight.state, options: options)
        } catch {
            if case .unsuitableFile(let path, let kind) = error { throw ImportTargetError.unsuitable(path: path, kind) }
            guard let refused = ImportRefused(error) else { return .failed }
            context.console.writeError(ErrorText.of(refused))
            return .refused
        }
        return try finish(result, files.files, sight, context)
    }

    /// The manifests that there are; none before the first import.
    private func readFiles(_ context: CommandContext) throws(WorkspaceError) -> Workspace {
        do {
            return try WorkspaceReader.read(workspace.manifests, files: context.files)
        } catch {
            switch error {
            case .missing, .empty: return Workspace()
            case .notAFolder, .unreadable: throw error
            }
        }
    }

    private func finish(
        _ result: TeamImport,
        _ files: [ManifestFile],
        _ sight: LiveSight,
        _ context: CommandContext
    ) throws -> CommandStatus {
        let after = ManifestSource(Workspace(files: result.applied(to: files)))
        guard after.isUsable(context, output.display) else { return .failed }
        for file in result.files where file.before == nil {
            if (try? context.files.kind(of: file.path)) != nil { throw ImportTargetError.taken(file.path) }
        }
        let written = result.files.map { FileRole(path: $0.path, role: "a manifest that is imported") }
        try ResultOutput(output, context).check(apartFrom: written)
        let now = sight.time.seconds
        let adoption = Adoption(sight.state, after.load.manifests, now: now, pendingDays: pendingDays)
        var report = ImportReport(
            result,
            adoption: AdoptionReport(adoption, pendingDays: pendingDays),
            team: sight.state.team,
            dryRun: dryRun,
            rosterVersion: RosterVersion.current,
            createdAt: context.timestamp()
        )
        report.findings = sight.findings.map(FindingReport.init) + report.findings
        if !dryRun {
            try context.files.replaceAll(result.files.map { FileContent(path: $0.path, bytes: $0.after) })
        }
        try write(report, result, context)
        return .done
    }

    private func write(_ report: ImportReport, _ result: TeamImport, _ context: CommandContext) throws {
        let plan = Invocation(workspace: workspace, connection: live.connection)
            .arguments(of: dryRun ? "import" : "plan")
        let snapshot = live.live.map { ["--live", $0] } ?? []
        let next = (plan + snapshot).map(shellQuoted).joined(separator: " ")
        let diff = result.files.map { UnifiedDiff(path: $0.path, from: $0.before, to: $0.after).text }.joined()
        if dryRun, output.display.format == .text {
            let layout = context.layout(output.display, onError: true)
            context.console.writeError(layout.imported(report, nextCommand: next))
        }
        try ResultOutput(output, context).write { format, layout in
            switch format {
            case .text where dryRun: Array(diff.utf8)
            case .text: Array(layout.imported(report, nextCommand: next).utf8)
            case .json: try report.encoded()
            case .markdown: report.markdown
            }
        }
    }
}
