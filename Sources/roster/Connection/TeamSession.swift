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
}

extension TeamSession {
    /// Reads what a plan from these manifests needs.
    func readLiveState(_ manifests: Manifests) async throws -> LiveState {
        try await readTeam(LiveReadNeeds(manifests))
    }

    private init(_ client: DropboxClient, pageSize: Int?, _ progress: Progress) {
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

    /// Connects, runs the body and disconnects. `wrap` may watch what is sent.
    ///
    /// - Throws: ``ConnectionError`` before anything is sent, and what the body throws.
    static func with<Result: Sendable>(
        _ manifests: Manifests,
        _ options: ConnectionOptions,
        _ context: CommandContext,
        _ progress: Progress,
        transport wrap: (any HTTPTransport) -> any HTTPTransport = { $0 },
        _ body: (TeamSession) async throws -> Result
    ) async throws -> Result {
        guard options.simulate else {
            let address = try TeamAddress(manifests.connection, options: options.endpoints, context: context)
            return try await with(address, options, context, progress, wrap, body)
        }
        progress.note("simulation: \(SimulatorState.defaultPath) stands in for Dropbox; no account is used\n")
        if !options.faults.fault.isEmpty {
            progress.note("simulation: it fails on purpose: \(options.faults.arguments.joined(separator: " "))\n")
        }
        let state = SimulatorState(path: SimulatorState.defaultPath, context: context)
        var configuration = SimulatorConfiguration()
        options.faults.configure(&configuration)
        return try await state.simulator(configuration).withServer { server in
            try await with(try TeamAddress(server), options, context, progress, wrap, body)
        }
    }

    private static func with<Result: Sendable>(
        _ address: TeamAddress,
        _ options: ConnectionOptions,
        _ context: CommandContext,
        _ progress: Progress,
        _ wrap: (any HTTPTransport) -> any HTTPTransport,
        _ body: (TeamSession) async throws -> Result
    ) async throws -> Result {
        try await context.withTransport { transport in
            let client = DropboxClient(
                endpoint: address.service,
                credentials: address.credentials,
                transport: wrap(transport),
                time: context.timekeeper,
                observer: { progress.show($0) }
            )
            return try await body(TeamSession(client, pageSize: options.pageSize, progress))
        }
    }
}
