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
    init(_ connection: Connection, options: EndpointOptions, context: CommandContext) throws(ConnectionError) {
        let address = try ServiceAddress(connection, options: options, context: context)
        service = address.service
        if let token = context.variable(Variable.accessToken) {
            credentials = .accessToken(Secret(token))
        } else {
            credentials = .refreshGrant(
                try Self.refreshGrant(connection, SecretReader(context: context), at: address.tokenEndpoint)
            )
        }
    }

    private static func refreshGrant(
        _ connection: Connection,
        _ secrets: SecretReader,
        at endpoint: ServiceEndpoint
    ) throws(ConnectionError) -> RefreshGrant {
        RefreshGrant(
            endpoint: endpoint,
            clientID: try connection.clientID(secrets),
            clientSecret: try clientSecret(connection, secrets),
            refreshToken: try secrets.read(connection.refreshTokenSource, field: "refresh_token")
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
        service = try ServiceAddress.endpoint([("the simulator", simulator.serviceURI)])
        credentials = .refreshGrant(
            RefreshGrant(
                endpoint: try ServiceAddress.endpoint([("the simulator", simulator.tokenEndpoint)]),
                clientID: SimulatorConfiguration.defaultClientID,
                clientSecret: nil,
                refreshToken: Secret(SimulatorConfiguration.defaultRefreshToken)
            )
        )
    }
}
