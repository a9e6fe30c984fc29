import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL

/// The transport over AsyncHTTPClient: pooled connections, time limits, proxies, own trust roots, no redirects.
///
/// It must be shut down with ``shutdown()`` before it is released.
public struct AsyncHTTPTransport: HTTPTransport {
    /// Limits of one request.
    public struct Limits: Sendable, Hashable {
        /// How long until a connection must stand; 10 s unless told.
        public var connect = Duration.seconds(10)
        /// How long until the answer must be complete; 100 s unless told.
        public var request = Duration.seconds(100)
        /// Bytes of the largest accepted answer; 64 MiB unless told.
        public var maximumResponseBytes = 64 << 20

        /// The default limits.
        public init() {}
    }

    private let direct: HTTPClient
    private let proxied: HTTPClient?
    private let proxies: ProxySettings
    private let limits: Limits

    /// How many calls can be under way to one host without HTTP/2.
    public static let maximumConcurrentCalls = 16

    /// Sets up connection pools; opens no connection yet.
    ///
    /// - Parameters:
    ///   - proxies: which hosts are reached through a proxy.
    ///   - certificateFile: a PEM file whose certificates replace the system's trust roots, as `SSL_CERT_FILE` does.
    ///   - limits: time and size limits.
    /// - Throws: `TransportError` with the code `misconfigured` when `certificateFile` holds no certificates.
    public init(proxies: ProxySettings = .none, certificateFile: String? = nil, limits: Limits = Limits()) throws {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: TimeAmount(limits.connect), read: TimeAmount(limits.request))
        )
        // Retrying is the client's decision, and it is announced; hidden retries would only delay it.
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = Self.maximumConcurrentCalls
        var tls = TLSConfiguration.makeClientConfiguration()
        if let certificateFile { tls.trustRoots = try Self.trustRoots(from: certificateFile) }
        configuration.tlsConfiguration = tls
        self.direct = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        if let server = proxies.server {
            configuration.proxy = server.configuration
            self.proxied = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        } else {
            self.proxied = nil
        }
        self.proxies = proxies
        self.limits = limits
    }

    /// Sends `request` once.
    ///
    /// - Throws: `TransportError`, or `CancellationError` when the task was cancelled.
    public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        let usesProxy = proxies.usesProxy(forHost: request.target.host, port: request.target.port)
        let client = usesProxy ? proxied ?? direct : direct
        do {
            let response = try await client.execute(
                HTTPClientRequest(request),
                timeout: TimeAmount(limits.request)
            )
            let body = try await response.body.collect(upTo: limits.maximumResponseBytes)
            return HTTPResponse(
                status: Int(response.status.code),
                headers: response.headers.map { HTTPField($0.name, $0.value) },
                body: Array(body.readableBytesView)
            )
        } catch {
            if Task.isCancelled { throw CancellationError() }
            throw TransportError(mapping: error)
        }
    }

    /// Closes all connections.
    ///
    /// - Throws: the error of the underlying client when it was shut down before.
    public func shutdown() async throws {
        try await proxied?.shutdown()
        try await direct.shutdown()
    }

    private static func trustRoots(from path: String) throws -> NIOSSLTrustRoots {
        guard let certificates = try? NIOSSLCertificate.fromPEMFile(path), !certificates.isEmpty else {
            throw TransportError(
                .misconfigured,
                requestMayHaveBeenSent: false,
                detail: "SSL_CERT_FILE names a file without readable PEM certificates: \(path)"
            )
        }
        return .certificates(certificates)
    }
}

extension HTTPClientRequest {
    fileprivate init(_ request: HTTPRequest) {
        self.init(url: request.target.url)
        method = .POST
        for field in request.headers { headers.add(name: field.name, value: field.value) }
        body = .bytes(ByteBuffer(bytes: request.body))
    }
}

extension ProxyServer {
    fileprivate var configuration: HTTPClient.Configuration.Proxy {
        switch kind {
        case .socks: .socksServer(host: host, port: port)
        case .http:
            .server(
                host: host,
                port: port,
                authorization: username.map { .basic(username: $0, password: password?.reveal() ?? "") }
            )
        }
    }
}
