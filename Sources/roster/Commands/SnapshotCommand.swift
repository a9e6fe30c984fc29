import ArgumentParser
import Reporting
import TeamPlanning

/// `roster snapshot`: stores the live state in a file, to plan from it elsewhere.
struct SnapshotCommand: RosterCommand, DisplayOptions {
    static let configuration = CommandConfiguration(
        commandName: "snapshot",
        abstract: "Store the live team in a file, to plan from it offline.",
        discussion: """
            Reads the team with all that any manifests could need and changes nothing. `roster plan --live FILE` then \
            plans without a connection and without secrets. Ends with 4 if another team answers than the pinned one.

            The file holds no secret, but the names and emails of everybody in the team. It is written for its owner's \
            eyes only (mode 0600): keep it as a protected artifact, never in git, and let it expire.

            Example:
              roster snapshot -o team.snapshot.json
              roster plan --live team.snapshot.json
              roster snapshot --simulate -o team.snapshot.json
            """
    )

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup(title: "Connection options") var connection: ConnectionOptions

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp("The file to write; required, so that nobody's data ends in a log.", valueName: "file")
    )
    var output: String

    @Flag(help: "Print without colour; NO_COLOR does the same.")
    var noColor = false

    func run(_ context: CommandContext) async throws -> CommandStatus {
        guard let (manifests, inputs) = try manifests(context) else { return .failed }
        try OutputPlaces(outputs: [FileRole(path: output, role: "-o")])
            .check(apartFrom: inputs + connection.inputs, context.files)
        try context.files.ensureReplaceable(output)
        let progress = Progress(console: context.console)
        let read = try await TeamSession.with(manifests, connection, context, progress) { team in
            let state = try await interruptible(context.signals()) { try await team.readTeam(.everything) }
            return state.map { ($0, team.planningTime) }
        }
        progress.finish()
        guard let (live, time) = read else {
            context.console.writeError("interrupted\n")
            return .interrupted
        }
        if let pinned = manifests.connection.teamID, pinned != live.team.id {
            context.console.writeError(ErrorText.of(OtherTeamError(pinned: pinned, found: live.team.id)))
            return .refused
        }
        for finding in time.findings { progress.note("warning: \(TerminalText.escaped(finding.message))\n") }
        let report = SnapshotReport(live, rosterVersion: RosterVersion.current, readAt: time.timestamp)
        try context.files.replacePrivately(output, with: report.encoded())
        try context.print(summary(report))
        return .done
    }

    /// The workspace, of which only the connection counts; without the usual folder the default connection does.
    ///
    /// - Returns: `nil` when the manifests have faults, which are reported then: one of them may be in the connection.
    private func manifests(_ context: CommandContext) throws(WorkspaceError) -> (Manifests, inputs: [FileRole])? {
        do throws(WorkspaceError) {
            let source = try ManifestSource.read(workspace, context: context)
            return source.isUsable(context, self) ? (source.load.manifests, source.inputs) : nil
        } catch .missing where workspace.manifests == WorkspaceOptions.defaultFolder {
            return (Manifests(), [])
        } catch {
            throw error
        }
    }

    private func summary(_ report: SnapshotReport) -> String {
        let memberships = report.groups.reduce(0) { $0 + $1.members.count }
        let text: TerminalText = """
            Stored team \(quoted: report.team.name) (\(report.team.teamID)) as of \(report.readAt) in \(output): \
            members \(report.members.count), groups \(report.groups.count), memberships \(memberships). \
            It holds personal data: keep it protected.
            """
        return text.plain + "\n"
    }
}

/// Another team than the pinned one answered.
struct OtherTeamError: CommandError, Equatable {
    let pinned: String
    let found: String

    var message: String { "the Connection pins team \(pinned), but \(found) answered, so nothing was stored" }
    var nextStep: String { "check which token is in use" }
}
