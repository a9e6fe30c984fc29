import DropboxAPI

extension CommandContext {
    /// Runs the body with a way to Dropbox as the environment describes it, and closes all connections afterwards.
    ///
    /// - Throws: `TransportError` when the environment's settings are of no use, and what the body throws.
    func withTransport<Result: Sendable>(
        _ body: (any HTTPTransport) async throws -> Result
    ) async throws -> Result {
        let transport = try AsyncHTTPTransport(
            proxies: ProxySettings(environment: environment),
            certificateFile: variable("SSL_CERT_FILE")
        )
        do {
            let result = try await body(transport)
            try await transport.shutdown()
            return result
        } catch {
            try? await transport.shutdown()
            throw error
        }
    }
}
