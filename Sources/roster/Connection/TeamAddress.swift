import DropboxAPI
import DropboxSimulator
import TeamPlanning

/// Where the team is and how roster signs in: the Connection manifest with what overrides it.
struct TeamAddress {
    /// The API's base.
    let service: ServiceEndpoint
    /// How roster signs in.
    let credentials: Credentials

    /// The variables of the default connection.
    enum Variable {
        static let accessToken = "DROPBOX_ACCESS_TOKEN"
        static let clientID = "DROPBOX_CLIENT_ID"
        static let clientSecret = "DROPBOX_CLIENT_SECRET"
        static let refreshToken = "DROPBOX_REFRESH_TOKEN"
        static let serviceURI = "ROSTER_SERVICE_URI"
        static let tokenEndpoint = "ROSTER_TOKEN_ENDPOINT"
    }

    /// Puts the address together. The command line goes before the environment, that before the manifest.
    init(_ connection: Connection, options: ConnectionOptions, context: CommandContext) throws(ConnectionError) {
        service = try Self.endpoint([
            ("--service-uri", options.serviceURI),
            (Variable.serviceURI, context.variable(Variable.serviceURI)),
            ("service_uri", connection.serviceURI ?? Connection.defaultServiceURI),
        ])
        let tokenEndpoint = try Self.endpoint([
            ("--token-endpoint", options.tokenEndpoint),
            (Variable.tokenEndpoint, context.variable(Variable.tokenEndpoint)),
            ("token_endpoint", connection.tokenEndpoint ?? Connection.defaultTokenEndpoint),
        ])
        if let token = context.variable(Variable.accessToken) {
            credentials = .accessToken(Secret(token))
        } else {
            credentials = .refreshGrant(
                try Self.refreshGrant(connection, SecretReader(context: context), at: tokenEndpoint)
            )
        }
    }

    private static func refreshGrant(
        _ connection: Connection,
        _ secrets: SecretReader,
        at endpoint: ServiceEndpoint
    ) throws(ConnectionError) -> RefreshGrant {
        let clientID: String =
            switch connection.clientID ?? .reference(.environment(Variable.clientID)) {
            case .plain(let text): text
            case .reference(let reference): try secrets.read(reference, field: "client_id").reveal()
            }
        let refreshToken = try secrets.read(
            connection.refreshToken ?? .environment(Variable.refreshToken),
            field: "refresh_token"
        )
        return RefreshGrant(
            endpoint: endpoint,
            clientID: clientID,
            clientSecret: try clientSecret(connection, secrets),
            refreshToken: refreshToken
        )
    }

    /// An app without a secret (PKCE) is normal, so only a secret that a manifest names must be there.
    private static func clientSecret(
        _ connection: Connection,
        _ secrets: SecretReader
    ) throws(ConnectionError) -> Secret? {
        if let reference = connection.clientSecret { return try secrets.read(reference, field: "client_secret") }
        guard !connection.hasAuthentication else { return nil }
        return secrets.context.variable(Variable.clientSecret).map { Secret($0) }
    }

    /// A simulated team, with a refresh token as for a real one, so that the end of a token can be rehearsed.
    init(_ simulator: RunningSimulator) throws(ConnectionError) {
        service = try Self.endpoint([("the simulator", simulator.serviceURI)])
        credentials = .refreshGrant(
            RefreshGrant(
                endpoint: try Self.endpoint([("the simulator", simulator.tokenEndpoint)]),
                clientID: SimulatorConfiguration.defaultClientID,
                clientSecret: nil,
                refreshToken: Secret(SimulatorConfiguration.defaultRefreshToken)
            )
        )
    }

    /// The first address that is given.
    private static func endpoint(
        _ candidates: [(source: String, address: String?)]
    ) throws(ConnectionError) -> ServiceEndpoint {
        for case (let source, let address?) in candidates {
            do {
                return try ServiceEndpoint(address)
            } catch {
                let reason = (error as? DropboxError)?.detail ?? "it is no URL"
                throw .badAddress(source: source, reason: reason)
            }
        }
        return .dropbox
    }
}
