extension DropboxError {
    /// The closed list of failures.
    public enum Code: Sendable, Hashable {
        /// 400: Dropbox cannot accept the argument; no retry can help.
        case badRequest
        /// 3xx: redirects are refused, since the token must not travel.
        case redirected
        /// 401 `invalid_access_token`.
        case invalidToken
        /// 401 `expired_access_token`, and a fresh one is not to be had.
        case expiredToken
        /// 401 `missing_scope`: the app or the authorisation lacks `required`.
        case missingScope(required: String?)
        /// 401 `user_suspended`: the admin who authorised the token is suspended.
        case userSuspended
        /// 401 `route_access_denied`.
        case routeAccessDenied
        /// 401 of any other kind.
        case unauthorized
        /// 403: the account type or the admin's role does not allow it.
        case accessDenied
        /// 409: the route's own error, told apart by `tags`.
        case routeError
        /// 429 for longer than the limit on waiting.
        case rateLimited
        /// The call was still waiting for its turn when waiting was given up.
        case notSent
        /// 5xx, 408, or a gateway's page.
        case server
        /// Another status that Dropbox does not document.
        case unexpectedStatus
        /// No complete answer arrived.
        case transport
        /// The answer is not what the route documents.
        case undecodable
        /// The argument could not be written as JSON.
        case unencodable
        /// The listing changed under the reader more often than it is restarted, or makes no progress.
        case listingUnstable
        /// An asynchronous job reported failure.
        case jobFailed
        /// An asynchronous job did not finish within the time limit.
        case jobTimedOut
        /// The token endpoint answered `invalid_grant`.
        case invalidGrant
        /// The token endpoint answered `invalid_grant` to an authorisation code.
        case invalidCode
        /// The token endpoint answered `invalid_client` or `unauthorized_client`.
        case invalidClient
        /// The token endpoint refused with another error.
        case tokenRefused
        /// A service URI or token endpoint that must not be used.
        case invalidEndpoint
    }
}

extension DropboxError.Code {
    var problem: String {
        switch self {
        case .badRequest: "Dropbox cannot accept the request"
        case .redirected: "a redirect was answered, which is refused"
        case .invalidToken: "the access token is not valid"
        case .expiredToken: "the access token has expired"
        case .missingScope(let required): "the token lacks the scope \(required ?? "that this route needs")"
        case .userSuspended: "the admin who authorised the token is suspended"
        case .routeAccessDenied: "the token may not use this route"
        case .unauthorized: "Dropbox did not accept the token"
        case .accessDenied: "access was denied"
        case .routeError: "Dropbox refused with"
        case .rateLimited: "the rate limit outlasts the time allowed for waiting"
        case .notSent: "it was not sent, since the work is to end"
        case .server: "Dropbox failed"
        case .unexpectedStatus: "an undocumented status was answered"
        case .transport: "no complete answer"
        case .undecodable: "the answer is not what the route documents"
        case .unencodable: "the argument cannot be written as JSON"
        case .listingUnstable: "the listing could not be read to its end"
        case .jobFailed: "the job failed"
        case .jobTimedOut: "the job is still running"
        case .invalidGrant: "the refresh token is not valid or was revoked"
        case .invalidCode: "the code is not valid, has expired or was used already"
        case .invalidClient: "the app key or secret is not valid"
        case .tokenRefused: "no access token was granted"
        case .invalidEndpoint: "it cannot be used"
        }
    }

    var nextStep: String {
        switch self {
        case .badRequest: "correct the value named, or report it if the value is allowed"
        case .redirected, .unexpectedStatus: "check the service URI and the proxy"
        case .invalidToken, .unauthorized, .invalidGrant, .userSuspended:
            "authorise the app again as an active team admin, and provide the new token"
        case .invalidCode: "begin again, and use the new code at once and once only"
        case .expiredToken: "provide a refresh token, or a fresh DROPBOX_ACCESS_TOKEN"
        case .missingScope:
            "add the scope in the Dropbox App Console, authorise the app again, and provide the new token"
        case .routeAccessDenied, .accessDenied: "use a team app and an admin whose role allows it"
        case .routeError: "see what the tag says and plan again"
        case .rateLimited: "wait and run again, or lower --concurrency"
        case .notSent, .server, .transport, .listingUnstable: "run again later"
        case .undecodable, .unencodable: "check the service URI, and report it if the URI is right"
        case .jobFailed, .jobTimedOut: "plan again to see what is left"
        case .invalidClient: "check DROPBOX_CLIENT_ID and DROPBOX_CLIENT_SECRET"
        case .tokenRefused: "check the connection's authentication"
        case .invalidEndpoint: "correct the URI"
        }
    }
}
