import ArgumentParser
import Reporting
import TeamPlanning

/// `roster apply`: carries the difference out, after gates and consent.
struct ApplyCommand: RosterCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Change the live team until it matches the manifests.",
        discussion: """
            Plans anew, shows the plan and asks before anything is changed. Group deletions have to be confirmed by \
            name, or with the token that the plan shows. After a failure or an interruption run it again.

            -o writes the result of an apply that got as far as its changes, or had none. One that a gate, the approval or \
            a missing consent stopped writes none, and what an earlier apply wrote there is taken away before anything \
            is read from the team, so that a result is always that of the last apply. A plan that cannot be shown is not \
            applied.

            Example:
              roster apply
              roster apply --approved plan.json
              roster apply --auto-approve \\
                --confirm-group-deletions delete-1-group-3f9a1c20
            """
    )

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup(title: "Connection options") var connection: ConnectionOptions
    @OptionGroup(title: "Output options") var output: OutputOptions<OutputFormat>
    @OptionGroup(title: "Consent options") var consent: ConsentOptions
    @OptionGroup var limits: LimitOptions

    @Option(
        help: ArgumentHelp("The journal's file; by default a new one in .roster/journal.", valueName: "file")
    )
    var journal: String?

    @Option(help: ArgumentHelp("How many changes are under way at a time, 1 to 16.", valueName: "n"))
    var concurrency = 4

    @Option(
        help: ArgumentHelp(
            "End after this time from the first change, such as 90s, 30m or 2h. Running calls finish, the rest is skipped.",
            valueName: "duration"
        ),
        transform: DurationArgument.parse
    )
    var timeout: DurationArgument?

    func validate() throws {
        guard (1...16).contains(concurrency) else {
            throw ValidationError("--concurrency is \(concurrency); use 1 to 16.")
        }
    }

    func run(_ context: CommandContext) async throws -> CommandStatus {
        let progress = Progress(console: context.console)
        do {
            let lock = try await ApplyLock.take(context)
            defer { lock.release() }
            return try await run(context, progress)
        } catch {
            progress.finish()
            context.console.writeError(ErrorText.of(error))
            context.console.writeError("nothing was applied\n")
            return .failed
        }
    }

    /// What is read besides the manifests.
    private var inputs: [FileRole] {
        let approved = consent.approved.map { [FileRole(path: $0, role: "the plan of --approved")] } ?? []
        return connection.inputs + approved + [FileRole(path: ApplyLock.path, role: "the lock of applies")]
    }

    private var journalFile: [FileRole] { journal.map { [FileRole(path: $0, role: "--journal")] } ?? [] }

    private func run(_ context: CommandContext, _ progress: Progress) async throws -> CommandStatus {
        let result = ResultOutput(output, context)
        try result.ensureWritable()
        let source = try ManifestSource.read(workspace, context: context)
        try result.check(apartFrom: source.inputs + inputs, others: journalFile)
        try result.discardOld()
        let approved = try consent.approved.map { try PlanFile.read($0, context) }
        guard source.isUsable(context, output.display) else {
            context.console.writeError("nothing was applied\n")
            return .failed
        }
        return try await TeamSession.with(source.load.manifests, connection, context, progress) { team in
            let maker = PlanMaker(source: source, team: team, overrides: limits.overrides, context: context)
            return try await PlanApplication(command: self, maker: maker, context: context, progress: progress)
                .run(approved: approved)
        }
    }
}
