import DropboxAPI
import DropboxProvider
import DropboxSimulator
import Reconciliation
import Reporting
import TeamPlanning

/// A connection to one team, real or simulated.
struct TeamSession: Sendable {
    /// Reads as much as is needed of the team as it is now.
    let readTeam: @Sendable (LiveReadNeeds) async throws -> LiveState
    /// Changes the team.
    let gateway: any TeamGateway
    /// The token's scopes; nil when they are not known, as for a token given directly.
    let grantedScopes: @Sendable () async throws -> Set<String>?
    /// Tries whether the team can be read, step by step.
    let probe: @Sendable () async throws -> TeamProbe.Observation
    /// How far this machine's clock is from Dropbox's; nil before an answer told the time, and for a simulated team, which goes
    /// by the clock of this machine.
    let clockDifference: @Sendable () -> ClockDifference?
    private let now: @Sendable () -> Int64
}

extension TeamSession {
    /// Reads what a plan from these manifests needs.
    func readLiveState(_ manifests: Manifests) async throws -> LiveState {
        try await readTeam(LiveReadNeeds(manifests))
    }

    /// The time for which a plan is made of what was read.
    var planningTime: PlanningTime { PlanningTime(local: now(), clockDifference()) }

    private init(
        _ client: DropboxClient,
        _ clock: ServerClock?,
        pageSize: Int?,
        _ context: CommandContext,
        _ progress: Progress
    ) {
        clockDifference = { clock?.difference }
        now = { context.secondsSince1970 }
        let reader = LiveStateReader(
            client: client,
            options: LiveReadOptions(pageSize: pageSize ?? LiveReadOptions.defaultPageSize),
            observe: { progress.show($0) }
        )
        readTeam = { needs in
            progress.show("reading the team")
            return try await reader.read(needsRoles: needs.roles, needsAccess: { needs.access(of: $0) })
        }
        gateway = DropboxTeamGateway(client: client)
        grantedScopes = { try await client.tokenStatus().scopes }
        probe = {
            progress.show("checking the connection")
            return try await TeamProbe(client: client, pageSize: pageSize ?? LiveReadOptions.defaultPageSize).run()
        }
    }

    /// Connects, runs the body and disconnects.
    ///
    /// - Parameter known: the address, where it has been put together already: a secret may come through a pipe, which can
    ///   be read once.
    /// - Throws: ``ConnectionError`` before anything is sent, and what the body throws.
    static func with<Result: Sendable>(
        _ manifests: Manifests,
        _ options: ConnectionOptions,
        _ context: CommandContext,
        _ progress: Progress,
        at known: TeamAddress? = nil,
        _ body: (TeamSession) async throws -> Result
    ) async throws -> Result {
        guard options.simulate else {
            let address =
                try known ?? TeamAddress(manifests.connection, options: options.endpoints, context: context)
            return try await with(address, options, context, progress, body)
        }
        progress.note("simulation: \(SimulatorState.defaultPath) stands in for Dropbox; no account is used\n")
        if !options.faults.fault.isEmpty {
            progress.note("simulation: it fails on purpose: \(options.faults.arguments.joined(separator: " "))\n")
        }
        let state = SimulatorState(path: SimulatorState.defaultPath, context: context)
        var configuration = SimulatorConfiguration()
        options.faults.configure(&configuration)
        return try await state.simulator(configuration).withServer { server in
            try await with(try TeamAddress(server), options, context, progress, body)
        }
    }

    private static func with<Result: Sendable>(
        _ address: TeamAddress,
        _ options: ConnectionOptions,
        _ context: CommandContext,
        _ progress: Progress,
        _ body: (TeamSession) async throws -> Result
    ) async throws -> Result {
        let clock = options.simulate ? nil : ServerClock(now: context.now)
        return try await context.withTransport { transport in
            let client = DropboxClient(
                endpoint: address.service,
                credentials: address.credentials,
                transport: clock?.watching(transport) ?? transport,
                time: context.timekeeper,
                observer: { progress.show($0) }
            )
            return try await body(TeamSession(client, clock, pageSize: options.pageSize, context, progress))
        }
    }
}
