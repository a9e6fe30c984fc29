/// What a client asks for on the authorisation page, RFC 6749 §4.1.1 and RFC 7636 §4.3.
struct AuthorizationRequest: Sendable {
    /// Why the page cannot be shown. Dropbox says it on a page of its own; its words are unknown.
    struct Fault: Error, Equatable {
        let explanation: String
    }

    let challenge: String
    let scopes: Set<String>
    let redirectURI: String?
    let state: String?

    /// The most bytes that Dropbox takes for `state`.
    private static let stateLimit = 500
    private static let known: Set<String> = [
        "response_type", "client_id", "redirect_uri", "code_challenge", "code_challenge_method", "token_access_type",
        "scope", "state", "include_granted_scopes", "locale", "force_reapprove", "force_reauthentication",
        "disable_signup", "require_role",
    ]

    /// Checks a query in all points. Stricter than Dropbox in two: PKCE and offline access are a must, as roster uses both.
    init(query: String, configuration: SimulatorConfiguration) throws(Fault) {
        guard let form = FormBody(bytes: Array(query.utf8)) else { throw Fault(explanation: "the query is malformed") }
        if let name = form.names.subtracting(Self.known).min() {
            throw Fault(explanation: "unknown parameter \"\(name)\"")
        }
        guard form["client_id"] == configuration.clientID else {
            throw Fault(explanation: "invalid client_id: there is no app with this key")
        }
        redirectURI = form["redirect_uri"]
        if let redirectURI, !configuration.accepts(redirectURI: redirectURI) {
            throw Fault(explanation: "invalid redirect_uri: it must match one that is registered for the app")
        }
        try Self.expect("response_type", "code", form)
        try Self.expect("token_access_type", "offline", form)
        try Self.expect("code_challenge_method", "S256", form)
        guard let challenge = form["code_challenge"], Self.isChallenge(challenge) else {
            throw Fault(explanation: "code_challenge must be 43 characters of base64url")
        }
        self.challenge = challenge
        scopes = try Self.scopes(form["scope"], of: configuration)
        state = form["state"]
        guard (state ?? "").utf8.count <= Self.stateLimit else { throw Fault(explanation: "state is too long") }
    }

    private static func expect(_ name: String, _ value: String, _ form: FormBody) throws(Fault) {
        guard form[name] == value else { throw Fault(explanation: "\(name) must be \"\(value)\"") }
    }

    /// Without `scope` all scopes of the app are asked for.
    private static func scopes(
        _ text: String?,
        of configuration: SimulatorConfiguration
    ) throws(Fault) -> Set<String> {
        guard let text else { return configuration.grantedScopes }
        let scopes = Set(text.split(separator: " ").map(String.init))
        guard !scopes.isEmpty, scopes.isSubset(of: configuration.grantedScopes) else {
            throw Fault(explanation: "invalid scope: the app has not enabled all of them")
        }
        return scopes
    }

    /// An SHA-256 in base64url without padding.
    private static func isChallenge(_ text: String) -> Bool {
        text.utf8.count == 43 && text.utf8.allSatisfy(isBase64URL)
    }

    private static func isBase64URL(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
        default: false
        }
    }
}

extension SimulatorConfiguration {
    /// Whether an address is registered for the app.
    fileprivate func accepts(redirectURI: String) -> Bool {
        if let redirectURIs { return redirectURIs.contains(redirectURI) }
        let prefix = "http://127.0.0.1:"
        guard redirectURI.hasPrefix(prefix) else { return false }
        let port = redirectURI.dropFirst(prefix.count).prefix { $0 != "/" }
        let rest = redirectURI.dropFirst(prefix.count + port.count)
        return UInt16(port) != nil && rest.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }
}
