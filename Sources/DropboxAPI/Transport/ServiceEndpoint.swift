#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A base URL that requests may be sent to: `https` to any host, plain `http` to a loopback host only.
public struct ServiceEndpoint: Sendable, Hashable, CustomStringConvertible {
    /// Dropbox itself: `https://api.dropboxapi.com/2`.
    public static let dropbox = ServiceEndpoint(scheme: "https", host: "api.dropboxapi.com", port: nil, path: "/2")
    /// Dropbox's token endpoint: `https://api.dropboxapi.com/oauth2/token`.
    public static let dropboxToken = ServiceEndpoint(
        scheme: "https",
        host: "api.dropboxapi.com",
        port: nil,
        path: "/oauth2/token"
    )

    private let scheme: String
    private let host: String
    private let port: Int?
    private let path: String

    private init(scheme: String, host: String, port: Int?, path: String) {
        self.scheme = scheme
        self.host = host
        self.port = port
        self.path = path
    }

    /// Parses and checks `text`.
    ///
    /// - Throws: `DropboxError` with the code `invalidEndpoint` when `text` is no URL, has credentials, a query or a
    ///   fragment, or would send a token in plain text over a network.
    public init(_ text: String) throws {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased() else {
            throw Self.refusal("the URI is not a valid URL", "use a form like https://api.dropboxapi.com/2")
        }
        // Only URLComponents of some versions keep the brackets of an IPv6 host.
        let host = (parts.host ?? "").trimming { $0 == "[" || $0 == "]" }.lowercased()
        guard !host.isEmpty else { throw Self.refusal("the URI names no host", "add one") }
        guard host.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw Self.refusal("the URI's host holds characters outside ASCII", "use its ASCII form")
        }
        guard parts.user == nil, parts.password == nil else {
            throw Self.refusal("the URI holds credentials", "remove them and use the connection's authentication")
        }
        guard parts.query == nil, parts.fragment == nil else {
            throw Self.refusal("the URI has a query or a fragment", "remove it")
        }
        guard scheme == "https" || scheme == "http" else {
            throw Self.refusal("the URI's scheme is neither https nor http", "use https")
        }
        guard scheme == "https" || LoopbackHost.contains(host) else {
            throw Self.refusal("plain http would send the token unencrypted to \(host)", "use https")
        }
        if let port = parts.port, !(1...65535).contains(port) {
            throw Self.refusal("the URI's port is out of range", "use 1 to 65535")
        }
        let path = parts.percentEncodedPath.trimmingSuffix { $0 == "/" }
        self.init(scheme: scheme, host: host, port: parts.port, path: path)
    }

    /// The URL as text.
    public var description: String { target(appending: "").url }

    /// The target of a request for `route`, a path without a leading slash.
    func target(appending route: String) -> HTTPTarget {
        let authority = host.contains(":") ? "[\(host)]" : host
        let portPart = port.map { ":\($0)" } ?? ""
        let routePart = route.isEmpty ? "" : "/\(route)"
        return HTTPTarget(
            url: "\(scheme)://\(authority)\(portPart)\(path)\(routePart)",
            host: host,
            port: port ?? (scheme == "https" ? 443 : 80)
        )
    }

    /// The page that belongs to this token endpoint: a simulated Dropbox, which is on this machine, shows its own.
    var authorizationPage: String {
        guard LoopbackHost.contains(host), let name = path.lastIndex(of: "/") else {
            return "https://www.dropbox.com/oauth2/authorize"
        }
        let page = ServiceEndpoint(scheme: scheme, host: host, port: port, path: "\(path[..<name])/authorize")
        return page.description
    }

    private static func refusal(_ problem: String, _ nextStep: String) -> DropboxError {
        DropboxError(.invalidEndpoint, route: "service URI", detail: problem, nextStep: nextStep)
    }
}

extension String {
    fileprivate func trimming(while predicate: (Character) -> Bool) -> String {
        String(drop(while: predicate)).trimmingSuffix(while: predicate)
    }

    fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> String {
        var rest = self[...]
        while let last = rest.last, predicate(last) { rest.removeLast() }
        return String(rest)
    }
}
