import ArgumentParser
import Reporting
import TeamPlanning

/// `roster explain`: tells why a user or group is planned as they are.
struct ExplainCommand: RosterCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tell why a user or group is planned as they are.",
        discussion: """
            Goes through the steps: the record and its filters, the wanted values, the live object, what is decided, \
            planned and found, and what stands in the way. Reads the team and changes nothing.

            Example:
              roster explain jsmith@domain.com
              roster explain Accounting --format json
              roster explain Engineering --simulate
              roster explain Engineering --live team.snapshot.json
            """
    )

    @Argument(help: ArgumentHelp("A user's email, or a group's name or ID, in any letter case.", valueName: "name"))
    var name: String

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var live: LiveOptions
    @OptionGroup(title: "Output options") var display: FormatOptions<OutputFormat>
    @OptionGroup var limits: LimitOptions

    func run(_ context: CommandContext) async throws -> CommandStatus {
        let files = try WorkspaceReader.read(workspace.manifests, files: context.files)
        let source = ManifestSource(files)
        guard source.isUsable(context, display) else { return .failed }
        let progress = Progress(console: context.console)
        let manifests = source.load.manifests
        let sight = try await live.read(LiveReadNeeds(manifests), manifests, context, progress)
        progress.finish()
        guard let sight else {
            context.console.writeError("interrupted\n")
            return .interrupted
        }
        for finding in sight.findings { progress.note("warning: \(TerminalText.escaped(finding.message))\n") }
        let report = try explain(sight, files.files, source.load, context)
        switch display.format {
        case .text: try context.print(context.layout(display).explanation(report))
        case .json: try context.print(String(decoding: report.encoded(), as: UTF8.self))
        }
        return .done
    }

    private func explain(
        _ sight: LiveSight,
        _ files: [ManifestFile],
        _ load: ManifestLoad,
        _ context: CommandContext
    ) throws(UnexplainedName) -> ExplanationReport {
        let options = PlanOptions(now: sight.time.seconds, overrides: limits.overrides)
        let plan = Plan(manifests: load.manifests, live: sight.state, options: options, digest: .sha256)
        let explainer = PlanExplainer(files: files, load: load, live: sight.state, options: options, plan: plan)
        do {
            return ExplanationReport(
                try explainer.explanation(of: name),
                rosterVersion: RosterVersion.current,
                createdAt: context.timestamp()
            )
        } catch {
            throw UnexplainedName(name: name, cause: error)
        }
    }
}

/// A name that cannot be explained.
struct UnexplainedName: CommandError, Equatable {
    let name: String
    let cause: ExplanationError

    var message: String {
        switch cause {
        case .unknownName: "neither the manifests nor the team know \"\(name)\""
        case .ambiguousName(let groups): "the team has \(groups.count) groups called \"\(name)\""
        }
    }

    var nextStep: String {
        switch cause {
        case .unknownName(let nearest) where nearest.isEmpty:
            "check the spelling; a user is named by email, a group by name or ID"
        case .unknownName(let nearest): "did you mean \(nearest.map { "\"\($0)\"" }.joined(separator: " or "))?"
        case .ambiguousName(let groups): "name one by its ID: \(groups.map(\.rawValue).joined(separator: ", "))"
        }
    }
}
