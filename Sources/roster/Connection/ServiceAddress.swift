import DropboxAPI
import TeamPlanning

/// Where Dropbox is: the Connection manifest with what overrides it.
struct ServiceAddress {
    /// The API's base.
    let service: ServiceEndpoint
    /// Where tokens are granted.
    let tokenEndpoint: ServiceEndpoint

    /// Puts the addresses together. The command line goes before the environment, that before the manifest.
    init(_ connection: Connection, options: EndpointOptions, context: CommandContext) throws(ConnectionError) {
        service = try Self.endpoint([
            ("--service-uri", options.serviceURI),
            (TeamAddress.Variable.serviceURI, context.variable(TeamAddress.Variable.serviceURI)),
            ("service_uri", connection.serviceURI ?? Connection.defaultServiceURI),
        ])
        tokenEndpoint = try Self.endpoint([
            ("--token-endpoint", options.tokenEndpoint),
            (TeamAddress.Variable.tokenEndpoint, context.variable(TeamAddress.Variable.tokenEndpoint)),
            ("token_endpoint", connection.tokenEndpoint ?? Connection.defaultTokenEndpoint),
        ])
    }

    /// The first address that is given.
    static func endpoint(
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

extension Connection {
    /// The app key, from where the Connection says it is kept.
    func clientID(_ secrets: SecretReader) throws(ConnectionError) -> String {
        switch clientID ?? .reference(.environment(TeamAddress.Variable.clientID)) {
        case .plain(let text): return text
        case .reference(let reference): return try secrets.read(reference, field: "client_id").reveal()
        }
    }

    /// Where the refresh token is kept.
    var refreshTokenSource: SecretReference { refreshToken ?? .environment(TeamAddress.Variable.refreshToken) }
}
