import DropboxAPI
import DropboxProvider
import TeamPlanning

/// Everything that `roster check` finds out, before anything is judged.
struct ConnectionSight {
    var manifest: ConnectionManifest
    /// Who the policy protects.
    var protect = ProtectPolicy()
    var isSimulated: Bool
    /// Where the secrets are kept, and where the API is; not filled in for a simulated team.
    var address: Result<TeamAddress, ConnectionError>?
    /// The proxy settings of the environment.
    var proxies: Result<ProxySettings, TransportError>
    /// Why nothing can be sent at all.
    var transportFault: TransportError?
    /// What came of trying to read the team.
    var team: TeamProbe.Observation?
    /// How far the clocks are apart.
    var clockDifference: ClockDifference?
}

/// Finds out what can be found out about a connection; never changes the team.
struct ConnectionProbe {
    let workspace: WorkspaceOptions
    let options: ConnectionOptions
    let context: CommandContext
    let progress: Progress

    /// Looks at everything that makes sense.
    ///
    /// - Returns: nil when a signal came in between.
    /// - Throws: `CancellationError`, and what keeps the simulated team from being read from its file.
    func look() async throws -> ConnectionSight? {
        let workspace = ConnectionManifest.read(workspace, context: context)
        var sight = ConnectionSight(
            manifest: workspace.connection,
            protect: workspace.protect,
            isSimulated: options.simulate,
            proxies: proxies
        )
        guard let connection = sight.manifest.connection else { return sight }
        var known: TeamAddress?
        if !options.simulate {
            sight.address = address(of: connection)
            guard case .success(let address)? = sight.address, case .success = sight.proxies else { return sight }
            known = address
        }
        var manifests = Manifests()
        manifests.connection = connection
        do {
            let signals = context.signals()
            let seen = try await TeamSession.with(manifests, options, context, progress, at: known) { team in
                (try await interruptible(signals) { try await team.probe() }, team.clockDifference())
            }
            guard let team = seen.0 else { return nil }
            sight.team = team
            sight.clockDifference = seen.1
        } catch let error as TransportError {
            sight.transportFault = error
        }
        return sight
    }

    private func address(of connection: Connection) -> Result<TeamAddress, ConnectionError> {
        do throws(ConnectionError) {
            return .success(try TeamAddress(connection, options: options.endpoints, context: context))
        } catch {
            return .failure(error)
        }
    }

    private var proxies: Result<ProxySettings, TransportError> {
        do {
            return .success(try ProxySettings(environment: context.environment))
        } catch let error as TransportError {
            return .failure(error)
        } catch {
            return .failure(TransportError(.misconfigured, requestMayHaveBeenSent: false, detail: "\(error)"))
        }
    }
}
