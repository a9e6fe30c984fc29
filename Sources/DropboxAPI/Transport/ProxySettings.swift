#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Which proxy a request goes through, from the usual environment variables.
///
/// Read are `https_proxy`, `HTTPS_PROXY`, `all_proxy` and `ALL_PROXY` (the first that is not empty), and `no_proxy` or
/// `NO_PROXY`. `HTTP_PROXY` concerns plain `http` alone, which reaches loopback hosts only, and those never use a proxy.
public struct ProxySettings: Sendable, Hashable {
    /// No proxy at all.
    public static let none = ProxySettings(server: nil, exceptions: [])

    let server: ProxyServer?
    private let exceptions: [ProxyException]

    private init(server: ProxyServer?, exceptions: [ProxyException]) {
        self.server = server
        self.exceptions = exceptions
    }

    /// Takes the settings from `environment`, the process environment that the caller passes in.
    ///
    /// - Throws: `TransportError` with the code `misconfigured` when a variable holds no usable proxy URL.
    public init(environment: [String: String]) throws {
        let names = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
        let setting = names.lazy.compactMap { name in environment[name].map { (name, $0) } }.first { !$0.1.isEmpty }
        let excluded = environment["no_proxy"] ?? environment["NO_PROXY"] ?? ""
        self.init(
            server: try setting.map { try ProxyServer(url: $0.1, variable: $0.0) },
            exceptions: excluded.split { $0 == "," || $0.isWhitespace }.map { ProxyException(String($0)) }
        )
    }

    /// Whether requests to `host` and `port` go through the proxy.
    public func usesProxy(forHost host: String, port: Int) -> Bool {
        guard server != nil, !LoopbackHost.contains(host) else { return false }
        return !exceptions.contains { $0.matches(host: host, port: port) }
    }

    /// Whether a proxy is set at all.
    public var hasProxy: Bool { server != nil }

    /// Host and port of the proxy that requests to `endpoint` go through, never its credentials; nil when they go directly.
    public func proxyAddress(for endpoint: ServiceEndpoint) -> String? {
        let target = endpoint.target(appending: "")
        guard let server, usesProxy(forHost: target.host, port: target.port) else { return nil }
        return server.host.contains(":") ? "[\(server.host)]:\(server.port)" : "\(server.host):\(server.port)"
    }
}

/// One entry of `NO_PROXY`: `*`, a host, a domain (with or without a leading dot or `*.`), each with an optional port.
private struct ProxyException: Sendable, Hashable {
    private let domain: String
    private let port: Int?

    init(_ entry: String) {
        var text = entry.lowercased()
        var port: Int?
        let colons = text.count { $0 == ":" }
        // A bare IPv6 address has several colons; a port can follow it only after brackets.
        if let colon = text.lastIndex(of: ":"), colons == 1 || text.hasPrefix("["),
            let number = Int(text[text.index(after: colon)...])
        {
            port = number
            text = String(text[..<colon])
        }
        if text.hasPrefix("["), text.hasSuffix("]") { text = String(text.dropFirst().dropLast()) }
        if text.hasPrefix("*.") { text.removeFirst(2) } else if text.hasPrefix(".") { text.removeFirst() }
        self.domain = text
        self.port = port
    }

    func matches(host: String, port: Int) -> Bool {
        if let wanted = self.port, wanted != port { return false }
        let host = host.lowercased()
        return domain == "*" || host == domain || (!domain.isEmpty && host.hasSuffix(".\(domain)"))
    }
}

/// A proxy's address and credentials.
struct ProxyServer: Sendable, Hashable {
    enum Kind: Sendable { case http, socks }

    let kind: Kind
    let host: String
    let port: Int
    let username: String?
    let password: Secret?

    // The URL can hold a password, so no error repeats it.
    init(url: String, variable: String) throws {
        guard let parts = URLComponents(string: url.contains("://") ? url : "http://\(url)"),
            let host = parts.host, !host.isEmpty
        else {
            throw Self.refusal("\(variable) is not a proxy URL such as http://proxy.example.com:8080")
        }
        switch parts.scheme?.lowercased() {
        case "http": self.kind = .http
        case "socks", "socks5", "socks5h": self.kind = .socks
        default: throw Self.refusal("\(variable) has a scheme other than http and socks5")
        }
        self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        let port = parts.port ?? (kind == .http ? 80 : 1080)
        guard (1...65535).contains(port) else { throw Self.refusal("\(variable) has a port out of range") }
        self.port = port
        self.username = parts.user
        self.password = parts.password.map { Secret($0) }
        if kind == .socks, username != nil {
            throw Self.refusal("\(variable) has credentials, which are not supported for a SOCKS proxy")
        }
    }

    private static func refusal(_ detail: String) -> TransportError {
        TransportError(.misconfigured, requestMayHaveBeenSent: false, detail: detail)
    }
}
