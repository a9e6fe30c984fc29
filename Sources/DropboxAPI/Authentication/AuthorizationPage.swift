/// The page on which an admin authorises an app (RFC 6749 §4.1.1, RFC 7636 §4.3).
public struct AuthorizationPage: Sendable {
    /// Where the page sends the browser with its answer.
    public struct Redirect: Sendable {
        /// The address, registered in the Dropbox App Console to the letter.
        public let uri: String
        /// What the answer has to repeat, so that no other page's answer is taken for it (RFC 6749 §10.12).
        public let state: Secret

        /// A redirect to `uri`, recognised by `state`.
        public init(uri: String, state: Secret) {
            self.uri = uri
            self.state = state
        }
    }

    /// The address to open in a browser. It holds the state of a redirect, which is of no use once that has come.
    public let url: String

    /// The page for an app: Dropbox's own, unless the token endpoint is on this machine and so has a page beside it.
    ///
    /// - Parameters:
    ///   - tokenEndpoint: where the code will be exchanged.
    ///   - clientID: the app key.
    ///   - challenge: base64url of the verifier's SHA-256 (RFC 7636 §4.2).
    ///   - scopes: what to ask for; the grant gets no other scope of the app.
    ///   - redirect: where the answer goes; with nil the page shows a code to be pasted.
    public init(
        tokenEndpoint: ServiceEndpoint,
        clientID: String,
        challenge: String,
        scopes: Set<Scope>,
        redirect: Redirect?
    ) {
        var query = [
            ("client_id", clientID), ("response_type", "code"), ("token_access_type", "offline"),
            ("scope", scopes.map(\.rawValue).sorted().joined(separator: " ")),
            ("code_challenge", challenge), ("code_challenge_method", "S256"),
        ]
        if let redirect { query += [("redirect_uri", redirect.uri), ("state", redirect.state.reveal())] }
        url = "\(tokenEndpoint.authorizationPage)?\(PercentEncoding.form(query))"
    }
}
