import ArgumentParser
import TeamPlanning

/// Where the live state comes from: the team itself, or a snapshot of it.
struct LiveOptions: ParsableArguments {
    @OptionGroup(title: "Connection options") var connection: ConnectionOptions

    @Option(
        help: ArgumentHelp(
            "Plan from this snapshot instead of the team: no connection is made and no secret is read.",
            valueName: "file"
        )
    )
    var live: String?

    func validate() throws {
        guard live != nil else { return }
        let isConnecting =
            connection.simulate || connection.serviceURI != nil || connection.tokenEndpoint != nil
            || connection.pageSize != nil
        guard !isConnecting else {
            throw ValidationError(
                "--live reads no team, so it excludes --simulate, --service-uri, --token-endpoint and --page-size."
            )
        }
    }

    /// The files that are read.
    var inputs: [FileRole] {
        connection.inputs + (live.map { [FileRole(path: $0, role: "the snapshot of --live")] } ?? [])
    }

    /// The live state with as much as is needed of it; `nil` when a signal came first.
    func read(
        _ needs: LiveReadNeeds,
        _ manifests: Manifests,
        _ context: CommandContext,
        _ progress: Progress
    ) async throws -> LiveSight? {
        if let live { return try SnapshotFile.read(live, context) }
        return try await TeamSession.with(manifests, connection, context, progress) { team in
            let state = try await interruptible(context.signals()) { try await team.readTeam(needs) }
            return state.map { LiveSight(state: $0, time: team.planningTime) }
        }
    }
}
