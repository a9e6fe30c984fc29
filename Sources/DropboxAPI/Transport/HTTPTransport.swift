/// Sends one HTTP request and returns its answer: the only effect `DropboxClient` has on the network.
///
/// Every Dropbox route and the OAuth token endpoint are `POST`, so the method is not part of a request.
public protocol HTTPTransport: Sendable {
    /// Sends `request` once; never follows a redirect and never retries.
    ///
    /// - Throws: `TransportError` when no complete answer arrived, `CancellationError` when the task was cancelled.
    func send(_ request: HTTPRequest) async throws -> HTTPResponse
}

/// One `POST` request.
public struct HTTPRequest: Sendable, Hashable {
    /// Where it goes, already validated by `ServiceEndpoint`.
    public let target: HTTPTarget
    /// Header fields in the order they are sent.
    public let headers: [HTTPField]
    /// The bytes of the body.
    public let body: [UInt8]

    /// Describes one `POST` of `body` to `target`.
    public init(target: HTTPTarget, headers: [HTTPField], body: [UInt8]) {
        self.target = target
        self.headers = headers
        self.body = body
    }
}

/// The parts of a request's URL that routing through a proxy needs, with the URL itself.
public struct HTTPTarget: Sendable, Hashable {
    /// The absolute URL.
    public let url: String
    /// The host, without the brackets of an IPv6 address.
    public let host: String
    /// The port, the scheme's default when the URL names none.
    public let port: Int
}

/// One header field.
public struct HTTPField: Sendable, Hashable {
    /// The field name.
    public let name: String
    /// The field value; it can carry a token, so a field is never printed.
    public let value: String

    /// A header field called `name` with `value`.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// A complete answer.
public struct HTTPResponse: Sendable {
    /// The HTTP status code.
    public let status: Int
    /// Header values by lower-cased name; of a repeated field the first one.
    public let headers: [String: String]
    /// The bytes of the body.
    public let body: [UInt8]

    /// An answer with `status`; the names in `headers` are lower-cased here.
    public init(status: Int, headers: [HTTPField] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = Dictionary(headers.map { ($0.name.lowercased(), $0.value) }) { first, _ in first }
        self.body = body
    }
}

extension HTTPResponse {
    /// When the server sent it, in seconds since 1970, by its own clock (`Date`, RFC 9110 §6.6.1); nil when it does not say.
    public var sentAt: Int64? { headers["date"].flatMap(HTTPDate.seconds) }
}
