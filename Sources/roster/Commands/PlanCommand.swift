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

            With --base each change is told apart: introduced by this branch, or pending before it, which is drift or \
            what was merged and not applied yet. A change counts as introduced as soon as a part of it is new. Gates \
            judge the whole plan all the same. A base that is empty or has faults is a warning, and then every change \
            counts as introduced.

            With --only-introduced the exit code follows what the branch introduces: 2 for such changes alone, and 4 \
            only for a gate that passes on the base, counts more than there, or counts an introduced change; always \
            where the read is incomplete or another team answered, since then nobody can tell. What is refused on the \
            base as well is still shown as refused, and apply refuses it.

            With --live nothing is asked of Dropbox: safe for a pull request from a fork, which gets no secrets.

            Example:
              roster plan
              roster plan -o json=plan.json --detailed-exitcode
              roster plan -o markdown=comment.md -o html=plan.html
              roster plan --format github -o gitlab=widget.json
              roster plan --simulate
              roster plan --base ../main/manifests --only-introduced --detailed-exitcode
              roster plan --live team.snapshot.json
            """
    )

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var live: LiveOptions
    @OptionGroup(title: "Output options") var output: OutputOptions<PlanFormat>
    @OptionGroup var limits: LimitOptions

    @Option(
        help: ArgumentHelp(
            "The folder of the target branch's manifests, to tell what this branch introduces.",
            valueName: "dir"
        )
    )
    var base: String?

    @Flag(help: "Let the exit code follow introduced changes and refusals only; needs --base.")
    var onlyIntroduced = false

    @Flag(help: "End with 2 if there are changes, instead of 0.")
    var detailedExitcode = false

    func validate() throws {
        guard !onlyIntroduced || base != nil else {
            throw ValidationError("--only-introduced needs --base: without it nothing tells what is introduced.")
        }
    }

    func run(_ context: CommandContext) async throws -> CommandStatus {
        let source = try ManifestSource.read(workspace, context: context)
        guard source.isUsable(context, output.display) else { return .failed }
        let base = try base.map { try BaseManifests.read($0, besides: workspace.manifests, context: context) }
        let result = ResultOutput(output, context)
        try result.check(apartFrom: source.inputs + (base?.inputs ?? []) + live.inputs)
        let progress = Progress(console: context.console)
        let needs = LiveReadNeeds(source.load.manifests)
        let sight = try await live.read(
            base?.needs(besides: needs) ?? needs,
            source.load.manifests,
            context,
            progress
        )
        progress.finish()
        guard let sight else {
            context.console.writeError("interrupted\n")
            return .interrupted
        }
        let report = report(source, base, sight, context)
        let applyCommand = Invocation(workspace: workspace, connection: live.connection, limits: limits).text
        try result.write(report, applyCommand: applyCommand)
        return status(of: report)
    }

    /// Both plans are made from one live state.
    private func report(
        _ source: ManifestSource,
        _ base: BaseManifests?,
        _ sight: LiveSight,
        _ context: CommandContext
    ) -> PlanReport {
        let plan = source.plan(against: sight.state, at: sight.time, limits.overrides)
        var report = source.report(plan, context, besides: sight.findings + (base?.findings ?? []))
        report.snapshot = sight.snapshot
        return base?.compared(report, sight, limits.overrides, context) ?? report
    }

    /// A disabled connection stops an apply, not a look at the difference.
    private func status(of report: PlanReport) -> CommandStatus {
        let isRefused = report.gates.contains {
            $0.verdict == .refuse && $0.gate != GateName.connectionEnabled.rawValue && counts($0.origin)
        }
        if isRefused { return .refused }
        return detailedExitcode && report.changes.contains { counts($0.origin) } ? .changesPlanned : .done
    }

    /// Whether the exit code follows what is of this origin.
    private func counts(_ origin: PlanReport.Origin?) -> Bool { !onlyIntroduced || origin != .preExisting }
}

extension ManifestSource {
    /// Whether the manifests can be used; if not, says on stderr what is wrong with them.
    func isUsable(_ context: CommandContext, _ display: some DisplayOptions) -> Bool {
        guard load.hasErrors else { return true }
        context.console.writeError(context.layout(display, onError: true).validation(report))
        return false
    }
}
