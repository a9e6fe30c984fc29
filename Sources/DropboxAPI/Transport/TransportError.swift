/// Why no complete answer to a request arrived.
public struct TransportError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kinds of failure.
    public enum Code: String, Sendable, CaseIterable {
        /// The host could not be resolved or refused the connection.
        case cannotConnect
        /// The TLS handshake failed, for instance because the certificate is not trusted.
        case tlsFailed
        /// The proxy refused or broke the connection.
        case proxyFailed
        /// No complete answer within the time limit.
        case timedOut
        /// The connection ended before the answer was complete.
        case connectionLost
        /// The answer is larger than the limit.
        case responseTooLarge
        /// The request could not be expressed in HTTP.
        case invalidRequest
        /// The transport cannot be set up as configured.
        case misconfigured
    }

    /// What went wrong.
    public let code: Code
    /// Whether Dropbox may have received the request, so that a write may have taken effect.
    public let requestMayHaveBeenSent: Bool
    /// A sentence part with the detail; never holds a header or a secret.
    public let detail: String

    /// A failure of kind `code`, explained by `detail`.
    public init(_ code: Code, requestMayHaveBeenSent: Bool, detail: String) {
        self.code = code
        self.requestMayHaveBeenSent = requestMayHaveBeenSent
        self.detail = detail
    }

    /// One sentence with the next step.
    public var description: String { "\(detail); \(nextStep)." }

    /// What to do now.
    public var nextStep: String {
        switch code {
        case .cannotConnect: "check the network, the service URI and the proxy settings"
        case .tlsFailed: "check SSL_CERT_FILE and whether a proxy intercepts TLS"
        case .proxyFailed: "check HTTPS_PROXY and its credentials"
        case .timedOut, .connectionLost: "try again"
        case .responseTooLarge: "use a smaller page size"
        case .invalidRequest: "check that the token and the service URI hold no line breaks"
        case .misconfigured: "correct the setting"
        }
    }
}
